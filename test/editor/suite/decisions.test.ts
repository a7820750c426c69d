import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { caretAt, getUri, hoverAt, openFile } from './support/draft.js';
import { eventually } from './support/eventually.js';
import { waitForCorpus } from './support/fundstelle.js';

const DRAFT = 'drafts/analyse-gipfel.md';
const AUTHORITY = 'authority.yaml';
const KIM = 'K|im kam mit dem Zug';

describe('a decision about a name', () => {
  let untouched: Uint8Array;
  let articles = 0;
  before(async () => {
    ({ articles } = await waitForCorpus());
    untouched = await vscode.workspace.fs.readFile(getUri(AUTHORITY));
  });
  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    // Other tests ask the whole corpus.
    await eventually('all is read again', async () => (await waitForCorpus()).articles === articles || undefined);
  });

  it('is one edit of the authority file: the hover follows it, and follows when it is undone', async () => {
    const draft = await openFile(DRAFT);
    const before = await listNames(draft);
    assert.ok(before.includes('Kim Jong-un') && before.includes('Kim Jong-il'), before);
    // Not the one who is shown first anyway.
    const chosen = before.startsWith('Kim Jong-il') ? 'Kim Jong-un' : 'Kim Jong-il';
    await apply(await findAction(draft, `This is ${chosen}`));
    await eventually('the hover follows', async () => (await listNames(draft)).startsWith(chosen) || undefined);
    const text = (await vscode.workspace.openTextDocument(getUri(AUTHORITY))).getText();
    assert.ok(/quote: Kim,.*\}/.test(text) && text.trimEnd().endsWith(`is: ${chosen} }`), text);

    await vscode.commands.executeCommand('fundstelle.undoDecision');
    const document = await vscode.workspace.openTextDocument(getUri(AUTHORITY));
    assert.equal(document.getText(), new TextDecoder().decode(untouched));
    assert.equal(document.isDirty, false);
    await eventually('the hover follows back', async () => (await listNames(draft)) === before || undefined);
  });

  it('can be asked why a name is what it is', async () => {
    const draft = await openFile(DRAFT);
    const { line, character } = caretAt(draft, 'traf Law|row in Genf Blinken');
    await vscode.commands.executeCommand('fundstelle.explain', draft.uri.toString(), line, character);
    const shown = vscode.workspace.textDocuments.find(({ uri }) => uri.scheme === 'fundstelle-why');
    assert.match(shown?.getText() ?? '', /taken for: Sergej Lawrow\n {2}because: /);
  });
});

/** The names in bold in the card, likeliest first. */
async function listNames(draft: vscode.TextDocument): Promise<string> {
  const card = await hoverAt(draft, KIM);
  return [...card.matchAll(/\*\*(Kim [^*]+)\*\*/g)].map(([, name]) => name).join(', ');
}

async function findAction(draft: vscode.TextDocument, title: string): Promise<vscode.CodeAction> {
  const caret = caretAt(draft, KIM);
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    draft.uri,
    new vscode.Range(caret, caret),
    vscode.CodeActionKind.QuickFix.value,
    40,
  );
  const found = actions.find((action) => action.title.startsWith(title));
  assert.ok(found, actions.map((action) => action.title).join('\n'));
  return found;
}

/** What the editor does when an action is chosen. */
async function apply({ edit, command }: vscode.CodeAction): Promise<void> {
  assert.ok(edit && command);
  await vscode.workspace.applyEdit(edit);
  await vscode.commands.executeCommand(command.command, ...((command.arguments ?? []) as unknown[]));
}
