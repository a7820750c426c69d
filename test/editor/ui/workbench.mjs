import path from 'node:path';
import { root } from '../../../scripts/bootstrap/checkout.mjs';
import { launchBrowser } from '../host/browser.mjs';
import { startServer } from '../host/server.mjs';
import { addFixture, copySampleWorkspace } from '../sampleWorkspace.mjs';

const PATIENCE_MS = 30_000;

/**
 * Opens the workbench on a copy of the sample with the extension installed; gives what a person can do in it. Screenshots go into
 * `folder`; `trust` as for `startServer`.
 */
export async function openWorkbench(file, { folder, trust }) {
  const sample = copySampleWorkspace();
  const server = await startServer({ trust, extension: root });
  const browser = await launchBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
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

function makeEditorSteps(page) {
  const placeOf = async (text) => {
    await page.locator('.view-line', { hasText: text }).first().waitFor();
    return page.evaluate(findPlace, text);
  };
  const openFile = async (file) => {
    await page.keyboard.press('Control+P');
    await page.locator('.quick-input-widget input').fill(file);
    await page
      .locator('.quick-input-list .monaco-list-row', { hasText: path.basename(file) })
      .first()
      .click();
    await page.locator('.tabs-container .tab.active', { hasText: path.basename(file) }).waitFor();
  };
  const runCommand = async (title) => {
    await page.keyboard.press('F1');
    await page.locator('.quick-input-widget input').fill(`>${title}`);
    await page.locator('.quick-input-list .monaco-list-row', { hasText: title }).first().click();
  };
  return {
    openFile,
    /** Closes what is open above the editor, and shows the top of a file as it is on disk. */
    async startAt(file) {
      for (let i = 0; i < 3; i++) await page.keyboard.press('Escape');
      await openFile(file);
      await runCommand('File: Revert File');
      await page.locator('.tabs-container .tab.active:not(.dirty)').waitFor();
      await page.keyboard.press('Control+Home');
      // A hover that was enlarged keeps others away until the next click.
      const { x, y } = await placeOf('#');
      await page.mouse.click(x, y);
    },
    /** Rests the mouse on the first visible `text`, as often as a person would try; gives the hover that shows `wanted`. */
    async hoverText(text, wanted) {
      const hover = page.locator('.monaco-hover:visible', { hasText: wanted }).first();
      for (let attempt = 0; attempt < 5 && !(await hover.isVisible()); attempt++) {
        const { x, y } = await placeOf(text);
        await page.mouse.move(x - 40, y + 200);
        await page.mouse.move(x, y, { steps: 5 });
        await hover.waitFor({ timeout: 4000 }).catch(() => {});
      }
      await hover.waitFor();
      return hover;
    },
    /** Drags the lower edge of the open hover down, as far as its content goes. */
    async enlargeHover() {
      const sashes = page.locator('.monaco-resizable-hover > .monaco-sash.horizontal');
      const { x, y, width, height } = await sashes.last().boundingBox();
      await page.mouse.move(x + width / 2, y + height / 2, { steps: 10 });
      await page.mouse.down();
      await page.mouse.move(x + width / 2, y + 400, { steps: 10 });
      await page.mouse.up();
    },
    async clickText(text) {
      const { x, y } = await placeOf(text);
      await page.mouse.click(x, y);
    },
    async typeAtEnd(text) {
      await page.locator('.monaco-editor .view-line').first().click();
      await page.keyboard.press('Control+End');
      await page.keyboard.press('Enter');
      await page.keyboard.type(text, { delay: 30 });
    },
  };
}

function makeTreeSteps(page) {
  const findRow = (text) => page.locator('.pane-body .monaco-list-row', { hasText: text }).first();
  // The tree is filled while the corpus is read: the row may have moved on before the click.
  const expandRow = async (text) => {
    const row = page.getByRole('treeitem', { name: new RegExp(`^${text}\\b`) }).first();
    await row.waitFor();
    while ((await row.getAttribute('aria-expanded')) !== 'true') {
      await row.locator('.monaco-tl-twistie').click();
      await page.waitForTimeout(300);
    }
  };
  return {
    findRow,
    openView: (name) => page.locator(`.activitybar .action-item a[aria-label^="${name}"]`).first().click(),
    /** The button that reads the corpus anew is dim while the corpus is being read. */
    async waitForCorpus() {
      const header = page.locator('.pane-header', { hasText: 'Events' });
      await header.hover();
      await header.locator('.action-item:not(.disabled) .codicon-refresh').waitFor();
    },
    /** Opens a view of the container, and in its tree one line below the other. */
    async expand(view, ...rows) {
      const header = page.locator('.pane-header', { hasText: view });
      await header.waitFor();
      if ((await header.getAttribute('aria-expanded')) !== 'true') await header.click();
      for (const text of rows) await expandRow(text);
    },
  };
}

/** Runs in the page: the middle of the topmost `text` that stands in the editor. */
function findPlace(text) {
  const boxes = [];
  for (const line of document.querySelectorAll('.editor-instance .view-line')) {
    const walker = document.createTreeWalker(line, window.NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const start = node.data.indexOf(text);
      if (start === -1) continue;
      const range = document.createRange();
      range.setStart(node, start);
      range.setEnd(node, start + text.length);
      boxes.push(range.getBoundingClientRect());
    }
  }
  const [top] = boxes.sort((a, b) => a.y - b.y);
  return { x: top.x + top.width / 2, y: top.y + top.height / 2 };
}
