import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { eventually } from './support/eventually.js';
import { hoverAt } from './support/draft.js';
import { getFundstelle, waitForCorpus } from './support/fundstelle.js';

describe('an article that is no text file', () => {
  before(waitForCorpus);

  it('is shown as the text that was extracted, read-only and with cards of its own', async () => {
    const document = await openText();
    assert.match(document.getText(), /^Ein Vormittag am Hafen\n\nDer Hafenmeister Ubbo Wessendorp/);
    assert.doesNotMatch(document.getText(), /Abo bestellen|</);
    assert.match(await hoverAt(document, '\nWessen|dorp sprach'), /Ubbo Wessendorp/);
  });

  it('is where F12 leads', async () => {
    const document = await openText();
    const caret = document.positionAt(document.getText().indexOf('Wessendorp sprach') + 2);
    const targets = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      caret,
    );
    const [uri] = targets.map((target) => ('targetUri' in target ? target.targetUri : target.uri));
    assert.equal(uri?.toString(), document.uri.toString());
  });

  it('is shown at its line by a link of a card, and nothing else is', async () => {
    const document = await openText();
    const [, link] =
      /\]\(command:fundstelle\.showText\?([^)]+)\)/.exec(await hoverAt(document, '\nWessen|dorp sprach')) ?? [];
    assert.ok(link, 'a link to the text');
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    const args = JSON.parse(decodeURIComponent(link)) as unknown[];
    await vscode.commands.executeCommand('fundstelle.showText', ...args);
    const editor = vscode.window.activeTextEditor;
    assert.equal(editor?.document.uri.toString(), document.uri.toString());
    assert.match(editor.document.lineAt(editor.selection.active.line).text, /Wessendorp/);
    for (const uri of ['file:///etc/passwd', 'command:workbench.action.quit', undefined, {}])
      await vscode.commands.executeCommand('fundstelle.showText', uri);
    assert.equal(vscode.window.activeTextEditor, editor);
  });

  it('opens as it is with “Open Original”', async () => {
    await vscode.window.showTextDocument(await openText());
    await vscode.commands.executeCommand('fundstelle.openOriginal');
    const shown = await eventually('the file itself', () => {
      const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
      return input instanceof vscode.TabInputText && input.uri.scheme === 'file' ? input.uri : undefined;
    });
    assert.match(shown.path, /articles\/fixture\/seite\.html$/);
  });
});

async function openText(): Promise<vscode.TextDocument> {
  const { views } = await getFundstelle();
  const nodes = await views.articles.tree.getChildren();
  const node = nodes.find(({ label }) => label === 'Ein Vormittag am Hafen');
  assert.ok(node?.place, nodes.map(({ label }) => label).join(', '));
  return vscode.workspace.openTextDocument(vscode.Uri.parse(node.place.uri));
}
