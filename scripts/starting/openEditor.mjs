import { findDesktop } from '../../test/editor/editors.mjs';
import { root } from '../bootstrap/checkout.mjs';
import { run } from '../bootstrap/run.mjs';
import { findInstalledEditor } from './installedEditor.mjs';
import { sample } from './sample.mjs';
import { serveInBrowser } from './serveInBrowser.mjs';

const ARGUMENTS = [`--extensionDevelopmentPath=${root}`, sample.folder, sample.draft];

/**
 * Opens the sample corpus and its draft with the extension running: in an installed VS Code or VSCodium, else in a VS Code that
 * is downloaded, else in the browser. `choice` narrows that: `auto`, `desktop` or `code-host`.
 * @returns {Promise<string | undefined>} why nothing could be opened
 */
export async function openEditor(choice) {
  if (choice !== 'code-host') {
    const failure = (await openInstalled()) && (await openDownloaded());
    if (!failure) return undefined;
    if (choice === 'desktop') return failure;
    console.log(`No VS Code desktop (${failure}): taking the browser.`);
  }
  return serveInBrowser();
}

async function openInstalled() {
  const editor = findInstalledEditor();
  if (!editor) return 'none is installed';
  console.log(`Opening the sample in ${editor} ...`);
  const code = await run(editor, ['--new-window', ...ARGUMENTS], { shell: process.platform === 'win32' });
  return code === 0 ? undefined : `${editor} ended with exit code ${code}`;
}

async function openDownloaded() {
  const { executable, missing } = await findDesktop();
  if (missing) return `none is installed and ${missing}`;
  console.log('Opening the sample in the downloaded VS Code; close its window to end.');
  const code = await run(executable, ARGUMENTS, { stdio: 'ignore' });
  return code === 0 ? undefined : `the downloaded VS Code ended with exit code ${code}`;
}
