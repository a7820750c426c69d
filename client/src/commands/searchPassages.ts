import * as vscode from 'vscode';
import { CONCORDANCE_SCHEME, type Concordances } from '../search/concordances.js';
import { toPhraseQuery } from '../search/foundModel.js';
import { PassagePick, type PickParts } from '../search/passagePick.js';

/** Searches the passages of all corpora while somebody types; a caller may give the query to begin with. */
export function searchPassages(parts: PickParts, query?: unknown): Promise<void> {
  new PassagePick(parts).open(typeof query === 'string' ? query : '');
  return Promise.resolve();
}

/** Searches what is selected in the editor, as a phrase. */
export function searchSelection(parts: PickParts): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  return searchPassages(parts, toPhraseQuery(editor?.document.getText(editor.selection) ?? ''));
}

/** Opens the concordance of a query that a caller names, else asks for one. */
export async function showConcordance(concordances: Concordances, query?: unknown): Promise<void> {
  const asked =
    typeof query === 'string'
      ? query
      : await vscode.window.showInputBox({
          title: vscode.l10n.t('Concordance'),
          prompt: vscode.l10n.t('What to look for'),
        });
  if (asked !== undefined && asked.trim() !== '') await concordances.open(asked.trim());
}

/** The next page of a concordance: of the one that a link names, else the one in the active editor. */
export async function showMore(concordances: Concordances, target: unknown): Promise<void> {
  const uri = findConcordance(target);
  if (uri) await concordances.showMore(uri);
}

/** Asks anew, for corpora that have changed since. */
export function refreshConcordance(concordances: Concordances, target: unknown): Promise<void> {
  const uri = findConcordance(target);
  if (uri) concordances.refresh(uri);
  return Promise.resolve();
}

function findConcordance(target: unknown): vscode.Uri | undefined {
  const named = typeof target === 'string' ? vscode.Uri.parse(target) : target;
  const uri = named instanceof vscode.Uri ? named : vscode.window.activeTextEditor?.document.uri;
  return uri?.scheme === CONCORDANCE_SCHEME ? uri : undefined;
}
