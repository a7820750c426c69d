import path from 'node:path';
import { root } from '../../../scripts/bootstrap/checkout.mjs';
import { launchBrowser } from '../host/browser.mjs';
import { startServer } from '../host/server.mjs';
import { addFixture, copySampleWorkspace } from '../sampleWorkspace.mjs';
import { makeEditorSteps } from './editorSteps.mjs';
import { makeTreeSteps } from './treeSteps.mjs';

const PATIENCE_MS = 30_000;

/**
 * Opens the workbench on a copy of the sample with the extension installed; gives what a person can do in it. Screenshots go into
 * `folder`; `trust` as for `startServer`.
 */
export async function openWorkbench(file, { folder, trust }) {
  const sample = copySampleWorkspace();
  const server = await startServer({ trust, extension: root });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1360, height: 850 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(PATIENCE_MS);
  const payload = [['openFile', server.remote(path.join(sample.folder, file))]];
  await page.goto(server.openUrl({ folder: sample.folder, payload }), { waitUntil: 'commit' });
  await page.locator('.monaco-editor .view-line').first().waitFor();
  const close = async () => {
    await browser.close();
    await server.stop();
    sample.remove();
  };
  const shoot = (name) => page.screenshot({ path: path.join(folder, `${name}.png`) });
  const addHostileArticle = () => addFixture(sample.folder);
  return { page, close, shoot, addHostileArticle, ...makeEditorSteps(page), ...makeTreeSteps(page) };
}
