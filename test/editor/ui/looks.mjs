import assert from 'node:assert/strict';

/** What is looked at, in order; each starts at the top of the draft as it is on disk. */
export const looks = {
  'the tree lists the Geneva talks under January 2022': lookAtTree,
  'hovering a name shows three quoted passages': lookAtHover,
  'the link below a card shows all passages': lookAtPassages,
  'typing @Scho offers the name, and accepting leaves plain prose': lookAtCompletion,
  'Shift-F12 shows the passages in a peek': lookAtPeek,
  'F12 opens the passage': lookAtDefinition,
  'an unreadable file is named in Problems': lookAtProblems,
  'an article that is added appears, and its text is no link, image or HTML': lookAtHostileText,
};

/** The same for a workspace that the person does not trust. */
export const restrictedLooks = {
  'in restricted mode hovering a name shows its passages': lookAtRestrictedHover,
};

async function lookAtTree(workbench) {
  await workbench.openView('Fundstelle');
  await workbench.widenSideBar();
  await workbench.waitForCorpus();
  await workbench.expand('Events', '2022', 'January');
  await workbench.scrollTo('Events', /Genf/);
  await workbench.shoot('tree');
}

async function lookAtHover(workbench) {
  const hover = await workbench.hoverText('Lawrow', 'Sergej Lawrow');
  assert.equal(await hover.locator('blockquote').count(), 3);
  await workbench.enlargeHover();
  await workbench.shoot('hover');
}

async function lookAtPassages(workbench) {
  const hover = await workbench.hoverText('Lawrow', 'Sergej Lawrow');
  await hover.getByText(/^All \d+ passages on Sergej Lawrow$/).click();
  await workbench.page.locator('.reference-zone-widget .ref-tree .monaco-list-row').nth(3).waitFor();
}

async function lookAtCompletion(workbench) {
  const { page } = workbench;
  await workbench.typeAtEnd('Neben ihm saß @Scho');
  const row = page.locator('.suggest-widget .monaco-list-row', { hasText: 'Sergej Schoigu' });
  await row.first().waitFor();
  await workbench.shoot('completion');
  await row.first().click();
  await page.locator('.view-line', { hasText: /^Neben\sihm\ssaß\sSergej\sSchoigu$/ }).waitFor();
}

async function lookAtPeek(workbench) {
  const { page } = workbench;
  await workbench.clickText('Lawrow');
  await page.keyboard.press('Shift+F12');
  const peek = page.locator('.reference-zone-widget');
  await peek.locator('.ref-tree .monaco-list-row').nth(3).waitFor();
  assert.match(await peek.locator('.peekview-title').innerText(), /\d+/);
  await workbench.shoot('peek');
}

async function lookAtDefinition(workbench) {
  const { page } = workbench;
  await workbench.clickText('Lawrow');
  await page.keyboard.press('F12');
  await page.locator('.tabs-container .tab.active', { hasNotText: 'analyse-gipfel.md' }).waitFor();
}

async function lookAtProblems(workbench) {
  const { page } = workbench;
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: 'unlesbar.txt' }).first().waitFor();
}

async function lookAtHostileText(workbench) {
  workbench.addHostileArticle();
  await workbench.findRow('Hinterwald wirft Köder aus').waitFor();
  await workbench.openFile('drafts/hostile.md');
  const hover = await workbench.hoverText('Hinterwald', 'workbench');
  assert.equal(await hover.locator('img').count(), 0);
  const targets = await hover.locator('a').evaluateAll((links) => links.map((link) => link.dataset.href ?? link.href));
  for (const target of targets)
    assert.match(target, /^(file:|vscode-remote:|command:fundstelle\.(?:showPassages|explain|decideName)\?)/);
}

async function lookAtRestrictedHover(workbench) {
  await workbench.page.getByText('Restricted Mode', { exact: true }).first().waitFor();
  const hover = await workbench.hoverText('Lawrow', 'Sergej Lawrow');
  assert.ok((await hover.locator('blockquote').count()) > 0);
}
