import * as vscode from 'vscode';
import type { FoundRow } from '../../../server/src/protocol/protocol.js';

const MOVING_MS = 60;

/** Shows passages while somebody moves in a list, and afterwards what was there before. */
export class PassagePreview {
  readonly #before = vscode.window.activeTextEditor;
  readonly #openBefore = new Set(listTabs().map(({ uri }) => uri));
  readonly #selection = vscode.window.activeTextEditor?.selection;
  #timer: NodeJS.Timeout | undefined;
  #hasShown = false;
  /** What was begun comes first, or it would come behind what is brought back. */
  #showing: Promise<void> = Promise.resolve();

  show(row: FoundRow): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#hasShown = true;
      this.#showing = showPassage(row, { preview: true, preserveFocus: true });
    }, MOVING_MS);
  }

  /** What is shown now may stay. */
  keep(): void {
    clearTimeout(this.#timer);
    this.#hasShown = false;
  }

  async close(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.#hasShown) return;
    await this.#showing;
    const { document, viewColumn } = this.#before ?? {};
    if (document !== undefined)
      await vscode.window.showTextDocument(document, {
        ...(viewColumn !== undefined && { viewColumn }),
        ...(this.#selection && { selection: this.#selection }),
      });
    const shown = listTabs().filter(({ tab, uri }) => tab.isPreview && !this.#openBefore.has(uri));
    await vscode.window.tabGroups.close(shown.map(({ tab }) => tab));
  }
}

/** Opens the article with what was found selected. */
export async function showPassage({ location }: FoundRow, options: vscode.TextDocumentShowOptions): Promise<void> {
  const { start, end } = location.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(location.uri), { selection, ...options });
}

function listTabs(): readonly { readonly tab: vscode.Tab; readonly uri: string }[] {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  return tabs.flatMap((tab) =>
    tab.input instanceof vscode.TabInputText ? [{ tab, uri: tab.input.uri.toString() }] : [],
  );
}
