import * as vscode from 'vscode';
import type { PassageRow } from '../../../server/src/protocol/protocol.js';
import type { CorpusSource } from '../corpusView/corpusModel.js';

const PAGE = 500;

/** Opens the peek with the passages of an actor, newest first, as many as the setting for references allows. */
export async function showPassages(
  { source }: { readonly source: CorpusSource },
  corpus: unknown,
  actor: unknown,
): Promise<void> {
  // Anything may call a command: other arguments than ids are none.
  if (typeof corpus !== 'string' || typeof actor !== 'string') return;
  const limit = vscode.workspace.getConfiguration('fundstelle').get('references.limit', 1000);
  const passages = await listAll(source, { corpus, actor }, limit);
  const [first] = passages;
  if (first === undefined) return;
  const editor = vscode.window.activeTextEditor;
  const from =
    editor === undefined ? toLocation(first) : new vscode.Location(editor.document.uri, editor.selection.active);
  await vscode.commands.executeCommand(
    'editor.action.showReferences',
    from.uri,
    from.range.start,
    passages.map(toLocation),
  );
}

async function listAll(
  source: CorpusSource,
  which: { readonly corpus: string; readonly actor: string },
  limit: number,
): Promise<readonly PassageRow[]> {
  const passages: PassageRow[] = [];
  let cursor: string | undefined;
  do {
    const page = { limit: Math.min(PAGE, limit - passages.length), ...(cursor === undefined ? {} : { cursor }) };
    const { rows, next } = await source.listPassages({ ...which, ...page });
    passages.push(...rows);
    cursor = next;
  } while (cursor !== undefined && passages.length < limit);
  return passages;
}

function toLocation({ location: { uri, range } }: PassageRow): vscode.Location {
  const { start, end } = range;
  return new vscode.Location(
    vscode.Uri.parse(uri),
    new vscode.Range(start.line, start.character, end.line, end.character),
  );
}
