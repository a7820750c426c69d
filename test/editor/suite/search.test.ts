import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openFile } from './support/draft.js';
import { eventually } from './support/eventually.js';
import { waitForCorpus } from './support/fundstelle.js';

describe('searching passages', () => {
  before(waitForCorpus);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('while typing shows passages on the way, and Escape brings back the draft', async () => {
    const draft = await openFile('drafts/analyse-gipfel.md');
    const before = new Set(listTabs());
    await vscode.commands.executeCommand('fundstelle.searchPassages', 'Genf');
    await eventually('a passage in the editor', async () => {
      await vscode.commands.executeCommand('workbench.action.quickOpenSelectNext');
      const editor = vscode.window.activeTextEditor;
      return editor !== undefined &&
        editor.document !== draft &&
        /genf/i.test(editor.document.getText(editor.selection))
        ? true
        : undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await eventually('the draft again, and nothing that was not open', () => {
      const isAsBefore = listTabs().every((label) => before.has(label));
      return isAsBefore && vscode.window.activeTextEditor?.document === draft ? true : undefined;
    });
  });

  it('goes to the passage that is accepted', async () => {
    await vscode.commands.executeCommand('fundstelle.searchPassages', '"Außenminister Sergej Lawrow"');
    await eventually('the passage', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === 'Außenminister Sergej Lawrow' ? true : undefined;
    });
  });

  it('of a selection looks for its words', async () => {
    const draft = await openFile('drafts/analyse-gipfel.md');
    const at = draft.getText().indexOf('Lawrow');
    const editor = vscode.window.activeTextEditor ?? assert.fail('an editor is open');
    editor.selection = new vscode.Selection(draft.positionAt(at), draft.positionAt(at + 'Lawrow'.length));
    await vscode.commands.executeCommand('fundstelle.searchSelection');
    const shown = await eventually('an article', async () => {
      await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const active = vscode.window.activeTextEditor;
      return active?.document === draft ? undefined : active;
    });
    assert.equal(shown.document.getText(shown.selection), 'Lawrow');
  });
});

describe('a concordance', () => {
  before(waitForCorpus);
  afterEach(() => vscode.commands.executeCommand('workbench.action.closeAllEditors'));

  it('has the keyword in the middle, and links and F12 that lead to the passages', async () => {
    const document = await open('Genf');
    assert.equal(document.languageId, 'fundstelle-concordance');
    const lines = document.getText().split('\n');
    assert.match(lines[0] ?? '', /: Genf$/);
    const found = lines.flatMap((line, i) => (line.includes('│') ? [i] : []));
    assert.ok(found.length > 2);
    for (const i of found) assert.match(lines[i] ?? '', /^.{50} {2}Genf {2}.* {2}│ articles\/.*:\d+$/iu);
    const [first = 0] = found;
    const links = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
      'vscode.executeLinkProvider',
      document.uri,
    );
    const target = links.find(({ range }) => range.start.line === first)?.target;
    assert.match(target?.fragment ?? '', /^L\d+,\d+$/);
    const [place] = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      new vscode.Position(first, 3),
    );
    assert.ok(place);
    const article = await vscode.workspace.openTextDocument(place.uri);
    assert.match(article.getText(place.range), /^Genf$/i);
  });

  it('shows more when asked, and comes anew when refreshed', async () => {
    const document = await open('der');
    const count = (): number => document.getText().split('│').length;
    const before = count();
    assert.equal(before, 101, document.getText().slice(0, 200));
    await vscode.commands.executeCommand('fundstelle.concordanceMore');
    await eventually('more lines', () => (count() > before ? true : undefined));
    await vscode.commands.executeCommand('fundstelle.concordanceRefresh');
    await eventually('the first page', () => (count() === before ? true : undefined));
  });

  it('says what is wrong with a query', async () => {
    assert.match((await open('Genf (Wien')).getText(), /^# .*Genf \(Wien\n# .+\.\n/);
  });
});

function listTabs(): readonly string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}

async function open(query: string): Promise<vscode.TextDocument> {
  await vscode.commands.executeCommand('fundstelle.showConcordance', query);
  return vscode.window.activeTextEditor?.document ?? assert.fail('a document is open');
}
