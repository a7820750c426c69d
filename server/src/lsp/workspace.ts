import { type Connection, MessageType, ShowMessageNotification, type WorkspaceFolder } from 'vscode-languageserver';
import type { Problem } from '../core/problem.js';
import { METHODS } from '../protocol/protocol.js';
import type { Corpora } from './corpora.js';
import { type Log, printError } from './guard.js';
import type { CorpusHost, IndexSettings, OpenCorpus, WantedCorpus } from './host.js';
import type { Indexer } from './indexing.js';
import type { Locale } from '../service/messages/messages.js';
import type { SettingsSource } from './settingsSource.js';
import type { Status } from './status.js';

export interface WorkspaceOptions {
  readonly connection: Connection;
  readonly host: CorpusHost;
  readonly settings: SettingsSource;
  readonly corpora: Corpora;
  readonly indexer: Indexer;
  readonly status: Status;
  readonly log: Log;
  readonly locale: Locale;
  readonly index: IndexSettings;
  /** Called when corpora were opened or closed. */
  readonly onChange: () => void;
}

/** What the folders and settings ask for: the wanted corpora, and which folder each belongs to. */
interface Wishes {
  readonly corpora: ReadonlyMap<string, WantedCorpus>;
  readonly ofFolder: ReadonlyMap<string, string>;
  readonly fallback?: string;
}

/** The workspace folders and their corpora: opens, closes and indexes what folders and settings ask for, one change at a time. */
export class Workspace {
  readonly #options: WorkspaceOptions;
  #folders: readonly string[];
  /** What each open corpus was opened with: when that changes it is opened anew. */
  readonly #openedWith = new Map<OpenCorpus, string>();
  readonly #told = new Set<string>();
  #updating: Promise<void> = Promise.resolve();

  constructor(options: WorkspaceOptions, folders: readonly string[]) {
    this.#options = options;
    this.#folders = folders;
  }

  /** Resolves when the corpora that are wanted now are open; they may still be indexing. */
  get ready(): Promise<void> {
    return this.#updating;
  }

  /** Looks again at what folders and settings ask for; never rejects. Corpora in `stale` are opened anew in any case. */
  update(stale: readonly OpenCorpus[] = []): Promise<void> {
    this.#updating = this.#updating.then(async () => {
      try {
        await this.#update(stale);
      } catch (error) {
        this.#options.log(`opening corpora: ${printError(error)}`);
      }
    });
    return this.#updating;
  }

  changeFolders(added: readonly WorkspaceFolder[], removed: readonly WorkspaceFolder[]): Promise<void> {
    const gone = new Set(removed.map(({ uri }) => uri));
    this.#folders = [...this.#folders.filter((folder) => !gone.has(folder)), ...added.map(({ uri }) => uri)];
    return this.update();
  }

  async #update(stale: readonly OpenCorpus[]): Promise<void> {
    const { corpora, onChange, indexer, connection } = this.#options;
    const wishes = await this.#listWishes();
    const before = corpora.list();
    const kept = before.filter((corpus) => !stale.includes(corpus) && this.#isStillWanted(corpus, wishes));
    const fresh = await this.#openAll(
      [...wishes.corpora.values()].filter(({ uri }) => !kept.some((each) => each.uri === uri)),
    );
    corpora.set([...kept, ...fresh], wishes.ofFolder, wishes.fallback);
    await Promise.all(before.filter((each) => !kept.includes(each)).map((corpus) => this.#close(corpus)));
    await connection.sendNotification(METHODS.corporaChanged);
    onChange();
    for (const corpus of fresh) void indexer.run(corpus);
  }

  #isStillWanted(corpus: OpenCorpus, { corpora }: Wishes): boolean {
    const wanted = corpora.get(corpus.uri);
    return wanted !== undefined && this.#openedWith.get(corpus) === JSON.stringify(wanted);
  }

  /** Lets go of all corpora: the server shuts down. */
  async close(): Promise<void> {
    await this.#updating;
    await Promise.all(this.#options.corpora.list().map((corpus) => corpus.service.close()));
  }

  async #close(corpus: OpenCorpus): Promise<void> {
    this.#options.indexer.stop(corpus);
    this.#options.status.forget(corpus);
    this.#openedWith.delete(corpus);
    await corpus.service.close();
  }

  async #openAll(wanted: readonly WantedCorpus[]): Promise<readonly OpenCorpus[]> {
    const opened = await Promise.all(wanted.map((each) => this.#open(each)));
    return opened.filter((corpus) => corpus !== undefined);
  }

  async #open(wanted: WantedCorpus): Promise<OpenCorpus | undefined> {
    try {
      const corpus = await this.#options.host.open(wanted);
      this.#openedWith.set(corpus, JSON.stringify(wanted));
      return corpus;
    } catch (error) {
      this.#options.log(`opening ${wanted.uri}: ${printError(error)}`);
      return undefined;
    }
  }

  async #listWishes(): Promise<Wishes> {
    const { settings, host, locale, index } = this.#options;
    const corpora = new Map<string, WantedCorpus>();
    const ofFolder = new Map<string, string>();
    for (const folder of this.#folders) {
      const { drafts, hidden } = await settings.get(folder);
      const corpus = await this.#discover(folder);
      if (corpus === undefined) continue;
      ofFolder.set(folder, corpus);
      // Of two folders with the same corpus the first one says what its drafts are.
      if (!corpora.has(corpus)) corpora.set(corpus, { uri: corpus, folder, drafts, hidden, locale, index });
    }
    const { fallback } = host;
    if (fallback === undefined) return { corpora, ofFolder };
    if (!corpora.has(fallback)) {
      const { drafts, hidden } = await settings.get();
      corpora.set(fallback, { uri: fallback, drafts, hidden, locale, index });
    }
    return { corpora, ofFolder, fallback };
  }

  async #discover(folder: string): Promise<string | undefined> {
    const { settings, host, connection } = this.#options;
    const { corpus, offer, problem } = await host.discover(folder, (await settings.get(folder)).corpus);
    if (problem !== undefined) this.#tell(problem);
    if (offer !== undefined) connection.console.info(`${offer} would be a corpus if it held a corpus.yaml`);
    return corpus;
  }

  /** A setting that cannot be followed is told once: the user would wait in vain for the corpus. */
  #tell({ path, message }: Problem): void {
    const text = `Fundstelle: ${message} (${path})`;
    if (this.#told.has(text)) return;
    this.#told.add(text);
    void this.#options.connection.sendNotification(ShowMessageNotification.type, {
      type: MessageType.Warning,
      message: text,
    });
  }
}
