/** What a person does in the side bar. */
export function makeTreeSteps(page) {
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
    async widenSideBar() {
      const { x, y, width, height } = await page.locator('.part.sidebar').boundingBox();
      await page.mouse.move(x + width, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + width + 110, y + height / 2, { steps: 5 });
      await page.mouse.up();
    },
    /** Turns the wheel over a view until a row shows: rows out of sight are not in the page. */
    async scrollTo(view, text) {
      const row = findRow(text);
      await page
        .locator('.pane', { has: page.locator('.pane-header', { hasText: view }) })
        .locator('.pane-body')
        .hover();
      for (let turn = 0; turn < 20 && !(await row.isVisible()); turn++) {
        await page.mouse.wheel(0, 60);
        await page.waitForTimeout(100);
      }
      await row.waitFor();
    },
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
