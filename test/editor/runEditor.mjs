import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { root } from '../../scripts/bootstrap/checkout.mjs';
import { writeCounts } from '../../scripts/testing/counts.cjs';
import { copySampleWorkspace } from './sampleWorkspace.mjs';
import { runTap } from './tap.mjs';

/**
 * Runs an editor's own test script against the built server on a copy of the sample. The script finds the folder in
 * FUNDSTELLE_WORKSPACE and the server, a JavaScript file for `node`, in FUNDSTELLE_SERVER. Skipped where the editor is not
 * installed.
 */
export async function runEditor(command, args) {
  if (spawnSync(command, ['--version']).error) {
    const skipped = `${command} is not installed`;
    console.log(`Skipped: ${skipped}`);
    writeCounts({ passed: 0, failed: 0, skipped });
    return;
  }
  const workspace = copySampleWorkspace();
  await runTap(command, args, {
    HOME: workspace.folder, // nobody's own configuration
    FUNDSTELLE_WORKSPACE: workspace.folder,
    FUNDSTELLE_SERVER: path.join(root, 'dist', 'bin', 'fundstelle-server.cjs'),
  });
  workspace.remove();
}
