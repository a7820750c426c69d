import path from 'node:path';

/** What a person does in the editor. */
export function makeEditorSteps(page) {
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
