import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type CorpusRow, METHODS } from '../../server/src/protocol/protocol.js';
import type { CorpusSource } from './corpusView/corpusModel.js';

/** Views are read anew at most so often while a corpus is being read. */
const REFRESH_MS = 500;

/** What the client knows of its corpora: kept by the server's notifications, told to whoever listens and to context keys. */
export class CorpusState implements vscode.Disposable {
  readonly #source: CorpusSource;
  readonly #rows = new Map<string, CorpusRow>();
  readonly #changed = new vscode.EventEmitter<readonly CorpusRow[]>();
  readonly #contentChanged = new vscode.EventEmitter<void>();
  readonly #subscriptions: readonly vscode.Disposable[];
  #timer: NodeJS.Timeout | undefined;

  /** Any change of state, progress or counts. */
  readonly onDidChange = this.#changed.event;
  /** Corpora or their counts changed: lists are out of date. Comes at most twice a second. */
  readonly onDidChangeContent = this.#contentChanged.event;

  constructor(client: LanguageClient, source: CorpusSource) {
    this.#source = source;
    this.#subscriptions = [
      client.onNotification(METHODS.status, (row: CorpusRow) => {
        this.#take(row);
      }),
      client.onNotification(METHODS.corporaChanged, () => void this.#reload()),
    ];
  }

  list(): readonly CorpusRow[] {
    return [...this.#rows.values()];
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
    this.#contentChanged.dispose();
  }

  #take(row: CorpusRow): void {
    const before = this.#rows.get(row.corpus);
    this.#rows.set(row.corpus, row);
    this.#tell();
    if (before === undefined || hasOtherContent(before, row)) this.#refreshSoon();
  }

  async #reload(): Promise<void> {
    const corpora = await this.#source.listCorpora();
    this.#rows.clear();
    for (const row of corpora) this.#rows.set(row.corpus, row);
    this.#tell();
    this.#refreshSoon();
  }

  #tell(): void {
    this.#changed.fire(this.list());
    void setContext('fundstelle.state', this.#rows.size === 0 ? 'none' : 'ready');
    void setContext(
      'fundstelle.isIndexing',
      this.list().some(({ state }) => state === 'indexing'),
    );
    if (this.#rows.size === 0) void offerFolder();
  }

  #refreshSoon(): void {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#contentChanged.fire();
    }, REFRESH_MS);
  }
}

function hasOtherContent(a: CorpusRow, b: CorpusRow): boolean {
  return a.articles !== b.articles || a.actors !== b.actors || a.events !== b.events || a.state !== b.state;
}

/** A bare `corpus/` is offered in the welcome view, not taken. */
async function offerFolder(): Promise<void> {
  await setContext('fundstelle.hasCorpusFolder', (await findBareCorpusFolder()) !== undefined);
}

/** The first `corpus/` of a workspace folder. */
export async function findBareCorpusFolder(): Promise<vscode.Uri | undefined> {
  for (const { uri } of vscode.workspace.workspaceFolders ?? []) {
    const folder = vscode.Uri.joinPath(uri, 'corpus');
    const found = await Promise.resolve(vscode.workspace.fs.stat(folder)).catch(() => undefined);
    if (found?.type === vscode.FileType.Directory) return folder;
  }
  return undefined;
}

function setContext(key: string, value: unknown): Thenable<unknown> {
  return vscode.commands.executeCommand('setContext', key, value);
}
