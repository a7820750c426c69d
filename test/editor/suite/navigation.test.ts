import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretAt, openFile } from './support/draft.js';
import { waitForCorpus } from './support/fundstelle.js';

const DRAFT = 'drafts/analyse-gipfel.md';

describe('going to the evidence', () => {
  before(waitForCorpus);

  it('F12 goes to the passage that fits the sentence', async () => {
    const [first] = await definitionsAt('21. Januar 2022 traf Law|row in Genf Blinken');
    assert.ok(first, 'a definition');
    assert.match(await readLine(first), /Blinken/);
    assert.match(await readLine(first), /Lawrow|Lavrov/);
  });

  it('F12 on a name that fits several actors offers a passage of each', async () => {
    const targets = await definitionsAt('bei jedem „K|im“');
    const places = new Set(
      targets.map(({ uri, range }) => `${uri.toString()}#${String(range.start.line)}:${String(range.start.character)}`),
    );
    assert.ok(places.size >= 2, [...places].join(', '));
  });

  it('Shift-F12 lists passages of many articles, each with a form of the name', async () => {
    const document = await openFile(DRAFT);
    const references = await vscode.commands.executeCommand<vscode.Location[]>(
      'vscode.executeReferenceProvider',
      document.uri,
      caretAt(document, 'traf Law|row in Genf Blinken'),
    );
    const articles = new Set(references.map(({ uri }) => uri.toString()));
    assert.ok(articles.size >= 5, `${String(articles.size)} articles`);
    for (const { uri, range } of references) {
      const text = (await vscode.workspace.openTextDocument(uri)).getText(range);
      assert.match(text, /Lawrow|Lavrov|Außenminister|foreign minister/i);
    }
  });

  it('Ctrl-T finds an actor by a name in another spelling', async () => {
    const symbols = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'Lavrov',
    );
    assert.ok(
      symbols.some(({ name }) => name === 'Sergej Lawrow'),
      symbols.map(({ name }) => name).join(', '),
    );
  });

  it('the outline lists the actors of the draft', async () => {
    const document = await openFile(DRAFT);
    const symbols = await vscode.commands.executeCommand<vscode.DocumentSymbol[]>(
      'vscode.executeDocumentSymbolProvider',
      document.uri,
    );
    assert.ok(listNames(symbols).includes('Sergej Lawrow'), listNames(symbols).join(', '));
  });
});

async function definitionsAt(marked: string): Promise<readonly vscode.Location[]> {
  const document = await openFile(DRAFT);
  const found = await vscode.commands.executeCommand<readonly (vscode.Location | vscode.LocationLink)[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    caretAt(document, marked),
  );
  return found.map((each) =>
    'targetUri' in each ? new vscode.Location(each.targetUri, each.targetSelectionRange ?? each.targetRange) : each,
  );
}

async function readLine({ uri, range }: vscode.Location): Promise<string> {
  return (await vscode.workspace.openTextDocument(uri)).lineAt(range.start.line).text;
}

function listNames(symbols: readonly vscode.DocumentSymbol[]): readonly string[] {
  return symbols.flatMap((symbol) => [symbol.name, ...listNames(symbol.children)]);
}
