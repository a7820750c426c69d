import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { getUri } from './support/draft.js';
import { eventually } from './support/eventually.js';
import { getFundstelle, waitForCorpus } from './support/fundstelle.js';

const PAGE = `<!doctype html><html lang="de"><title>Ein Nachmittag am Kai</title><article><h1>Ein Nachmittag am Kai</h1>
<p>Der Hafenmeister Ubbo Wessendorp kam am Nachmittag an den Kai und sprach mit den Wartenden.</p></article></html>`;

describe('adding an article', () => {
  before(waitForCorpus);
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(getUri('articles/added'), { recursive: true });
  });

  it('from the clipboard opens it with the title selected, and the tree lists it', async () => {
    await vscode.env.clipboard.writeText('# Ein Abend am Kai\n\nAm Abend sprach Ubbo Wessendorp mit niemandem.\n');
    await vscode.commands.executeCommand('fundstelle.addFromClipboard');
    const { document, selection } = getEditor();
    assert.match(document.uri.path, /\/articles\/added\/\d{4}-\d\d-\d\d-ein-abend-am-kai\.md$/);
    assert.equal(document.getText(selection), 'Ein Abend am Kai');
    assert.match(document.getText(), /\noriginal: .*\.original\.md\n---\n\n# Ein Abend am Kai\n\nAm Abend/);
    await listed('Ein Abend am Kai');
  });

  it('from a file keeps the original as it is, which is no article of its own', async () => {
    const file = getUri('drafts/kai.html');
    await vscode.workspace.fs.writeFile(file, new TextEncoder().encode(PAGE));
    await vscode.commands.executeCommand('fundstelle.addFromFile', file);
    await vscode.workspace.fs.delete(file);
    const { document } = getEditor();
    const [, original = ''] = /\noriginal: (.*)\n/.exec(document.getText()) ?? [];
    const kept = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(document.uri, '..', original));
    assert.equal(new TextDecoder().decode(kept), PAGE);
    await listed('Ein Nachmittag am Kai');
  });

  it('from an empty clipboard adds nothing', async () => {
    const before = getEditor().document.uri.toString();
    await vscode.env.clipboard.writeText('  ');
    await vscode.commands.executeCommand('fundstelle.addFromClipboard');
    assert.equal(getEditor().document.uri.toString(), before);
  });
});

function getEditor(): vscode.TextEditor {
  return vscode.window.activeTextEditor ?? assert.fail('an editor is open');
}

/** The tree of the articles has exactly one of this title. */
async function listed(title: string): Promise<void> {
  const { views } = await getFundstelle();
  await eventually(`${title} in the tree`, async () => {
    const nodes = await views.articles.tree.getChildren();
    const found = nodes.filter(({ label }) => label === title);
    return found.length === 1 ? true : undefined;
  });
}
