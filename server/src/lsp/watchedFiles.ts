import {
  type Connection,
  DidChangeWatchedFilesNotification,
  type Disposable,
  type FileSystemWatcher,
  type TextDocuments,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { pathOf } from '../core/article/articleId.js';
import { findVirtualArticle } from './articleUri.js';
import type { ClientAbilities } from './clientAbilities.js';
import type { Corpora } from './corpora.js';
import { findPathBelow, toComparable, toUri } from './uris.js';
import type { Diagnostics } from './diagnostics.js';
import { guardQuietly, type Log } from './guard.js';
import type { OpenCorpus } from './host.js';
import type { Indexer } from './indexing.js';
import type { Status } from './status.js';
import type { Workspace } from './workspace.js';

/** A checkout changes thousands of files: what comes within this time is handled at once. */
const GATHER_MS = 30;

export interface WatchedFilesOptions {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly corpora: Corpora;
  readonly documents: TextDocuments<TextDocument>;
  readonly workspace: Workspace;
  readonly indexer: Indexer;
  readonly diagnostics: Diagnostics;
  readonly status: Status;
  readonly log: Log;
}

/** Follows what happens to files on disk: the client tells, in batches the corpora are brought up to date. */
export class WatchedFiles {
  readonly #options: WatchedFilesOptions;
  readonly #changed = new Set<string>();
  readonly #flush: () => void;
  readonly #register: () => void;
  /** What ends the watching of each corpus, where the client does not watch. */
  readonly #watched = new Map<OpenCorpus, () => void>();
  #isGathering = false;
  #registration: Disposable | undefined;

  constructor(options: WatchedFilesOptions) {
    this.#options = options;
    this.#flush = guardQuietly('watched files', options.log, () => this.#apply());
    this.#register = guardQuietly('watching files', options.log, () => this.#registerNow());
  }

  /** Files were created, changed, deleted or saved. */
  note(uris: readonly string[]): void {
    for (const uri of uris) this.#changed.add(uri);
    if (this.#isGathering) return;
    this.#isGathering = true;
    setTimeout(this.#flush, GATHER_MS);
  }

  /** Watches the corpora that are open now, or asks the client to where it can. */
  watch(): void {
    if (this.#options.client.watchesFiles) this.#register();
    else this.#watchOurselves(this.#options.corpora.list());
  }

  /** Ends our own watching. */
  close(): void {
    this.#watchOurselves([]);
  }

  #watchOurselves(corpora: readonly OpenCorpus[]): void {
    for (const [corpus, stop] of this.#watched) {
      if (corpora.includes(corpus)) continue;
      stop();
      this.#watched.delete(corpus);
    }
    for (const corpus of corpora.filter((each) => !this.#watched.has(each))) {
      const tell = (paths: readonly string[]): void => {
        this.note(paths.map((path) => (path === '' ? corpus.uri : toUri(corpus.uri, path))));
      };
      this.#watched.set(corpus, corpus.watch(tell));
    }
  }

  async #registerNow(): Promise<void> {
    const { client, connection, corpora } = this.#options;
    // Without relative patterns everything in the workspace is watched once and for all.
    if (this.#registration !== undefined && !client.watchesRelativePatterns) return;
    const before = this.#registration;
    const watchers = client.watchesRelativePatterns ? listWatchers(corpora.list()) : [{ globPattern: '**/*' }];
    this.#registration = await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    before?.dispose();
  }

  async #apply(): Promise<void> {
    const { corpora, workspace } = this.#options;
    this.#isGathering = false;
    const uris = [...this.#changed];
    this.#changed.clear();
    const stale = corpora
      .list()
      .filter((corpus) => listPaths(corpus, uris).some((path) => corpus.ownFiles.includes(path)));
    if (stale.length > 0 || uris.some(mayMakeCorpus)) await workspace.update(stale);
    for (const corpus of corpora.list().filter((each) => !stale.includes(each))) {
      await this.#refresh(corpus, listPaths(corpus, uris));
      if (uris.some((uri) => wantsListing(corpus, uri))) await this.#options.indexer.run(corpus);
    }
  }

  async #refresh(corpus: OpenCorpus, paths: readonly string[]): Promise<void> {
    const { indexer, status, diagnostics } = this.#options;
    const articles = paths.filter((path) => corpus.includes(path));
    if (articles.length > 0) await corpus.service.refresh(articles);
    await this.#refreshTexts(corpus, articles);
    // What is no article may be a folder that came or went with its articles: the listing tells.
    if (paths.some((path) => mayBeFolder(corpus, path))) await indexer.run(corpus);
    if (articles.length === 0) return;
    status.note(corpus);
    diagnostics.note();
  }

  /** Virtual documents that are open show what their files now give. */
  async #refreshTexts(corpus: OpenCorpus, paths: readonly string[]): Promise<void> {
    const { client, connection, corpora, documents } = this.#options;
    if (!client.refreshesTexts) return;
    for (const uri of documents.keys()) {
      const shown = findVirtualArticle(uri);
      if (shown === undefined || corpora.findAlike(shown.corpus) !== corpus) continue;
      if (paths.includes(pathOf(shown.id))) await connection.workspace.textDocumentContent.refresh(uri);
    }
  }
}

function listWatchers(corpora: readonly OpenCorpus[]): FileSystemWatcher[] {
  const own = corpora.map(({ uri }) => ({ globPattern: { baseUri: uri, pattern: '**/*' } }));
  return [{ globPattern: '**/corpus.yaml' }, ...own];
}

function listPaths(corpus: OpenCorpus, uris: readonly string[]): readonly string[] {
  return uris.flatMap((uri) => findPathBelow(corpus.uri, uri) ?? []);
}

/** The corpus folder as a whole is meant, or what of it is no article has changed. */
function wantsListing({ uri: corpus }: OpenCorpus, uri: string): boolean {
  return (
    toComparable(uri) === toComparable(corpus) ||
    (uri.endsWith('/.gitignore') && findPathBelow(corpus, uri) !== undefined)
  );
}

function mayMakeCorpus(uri: string): boolean {
  return uri.endsWith('/corpus.yaml');
}

function mayBeFolder(corpus: OpenCorpus, path: string): boolean {
  return !corpus.includes(path) && !/(?:^|\/)(?:\.|node_modules\/)|\.[A-Za-z]{1,5}$/.test(path);
}
