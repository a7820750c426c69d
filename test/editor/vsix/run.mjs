import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { root } from '../../../scripts/bootstrap/checkout.mjs';
import { runStep } from '../../../scripts/bootstrap/run.mjs';
import { writeCounts } from '../../../scripts/testing/counts.cjs';
import { askForCard, countPassages } from '../check/askForCard.mjs';
import { findCodeHost } from '../editors.mjs';
import { prepareCodeHost, serverRoot } from '../host/setup.mjs';
import { copySampleWorkspace } from '../sampleWorkspace.mjs';

// The package as a user gets it: made, installed and asked, so that a file missing in it is seen.
const host = await findCodeHost();
if (host.missing) {
  console.log(`Skipped: ${host.missing}`);
  writeCounts({ passed: 0, failed: 0, skipped: host.missing });
} else {
  const scratch = mkdtempSync(path.join(tmpdir(), 'fundstelle-vsix-'));
  const passages = await countPassagesOfPackage(scratch);
  rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  console.log(`The installed package quotes ${passages} passages on „Lawrow“.`);
  const failed = passages === 3 ? 0 : 1;
  writeCounts({ passed: 1 - failed, failed });
  process.exitCode = failed;
}

async function countPassagesOfPackage(scratch) {
  await runStep('npm run package', process.execPath, ['scripts/package.mjs']);
  const extensions = path.join(scratch, 'extensions');
  await install(getPackage(), { extensions, scratch });
  const workspace = copySampleWorkspace();
  const development = fileURLToPath(new URL('empty', import.meta.url));
  const draft = path.join(workspace.folder, 'drafts', 'analyse-gipfel.md');
  const editor = { executable: host.executable, workspace: workspace.folder, development, extensions };
  const card = await askForCard({ draft, name: 'Lawrow' }, editor);
  workspace.remove();
  return countPassages(card);
}

function getPackage() {
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, 'dist', `${name}-${version}.vsix`);
}

async function install(file, { extensions, scratch }) {
  await runStep('Installing the package', await prepareCodeHost(), [
    path.join(serverRoot, 'out', 'server-main.js'),
    ...['--accept-server-license-terms', '--install-extension', file],
    ...['--extensions-dir', extensions, '--server-data-dir', path.join(scratch, 'server-data')],
  ]);
}
