import type { Problem } from '../core/problem.js';
import type { CorpusStore, IndexedFile } from '../store/ports.js';
import type { Progress } from './answers.js';
import { ChangeBatch } from './indexerBatch.js';
import { toIndexProblem } from './indexFaults.js';
import { IndexedFiles } from './indexedFiles.js';
import { FileQueue } from './indexerQueue.js';
import { type IndexOptions, IndexRun } from './indexerRun.js';
import { FileTaker } from './indexerTake.js';
import { type CorpusFile, type CorpusFolder, type FileAnalysis, type IndexLease, VANISHED } from './ports.js';

/** Keeps an index in step with its corpus folder, here or in another thread. */
export interface CorpusIndexer {
  /** How far a run under way has come. */
  readonly progress: Progress | undefined;
  /** Problems of the index, the folder and its files, by path. */
  listProblems(): readonly Problem[];
  /** Reads what is new or changed and forgets what is gone. A call while a run is under way joins it. */
  index(options: IndexOptions): Promise<void>;
  /** Looks again at single files, or folders of which files were indexed. */
  refresh(paths: readonly string[]): Promise<void>;
  /** Reads and analyses these files anew, although they have not changed: what is stored of them is not what was put. */
  renew(paths: readonly string[]): Promise<void>;
  /** From now on these files are read before all others: their documents are open. */
  prefer(paths: readonly string[]): void;
  /** Ends what is under way; what was read so far stays. */
  close(): Promise<void>;
}

/** What indexing needs: where files come from, how they are read and analysed, and where the facts go. */
export interface IndexerParts {
  readonly store: CorpusStore;
  readonly folder: CorpusFolder;
  readonly analysis: FileAnalysis;
  /** ANALYSIS_VERSION: facts of another one are made anew. */
  readonly version: number;
  /** Lets everything else that waits have its turn; called between files. */
  readonly pause: () => Promise<void>;
  /** Missing: nobody else changes the index. */
  readonly lease?: IndexLease;
}

interface StartedRun {
  readonly run: IndexRun;
  readonly queue: FileQueue;
}

/** Keeps the store in step with the corpus folder: what has neither another stamp nor another hash is not analysed again. */
export class Indexer implements CorpusIndexer {
  readonly #parts: IndexerParts;
  readonly #files: IndexedFiles;
  #folderProblems: readonly Problem[] = [];
  #fault: Problem | undefined;
  #run: StartedRun | undefined;
  #preferred: ReadonlySet<string> = new Set();
  #isClosed = false;
  /** Ends when all changes of the store that were asked for are done: one at a time. */
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: IndexerParts) {
    this.#parts = parts;
    this.#files = new IndexedFiles(parts.store);
  }

  get progress(): Progress | undefined {
    return this.#run?.run.progress;
  }

  listProblems(): readonly Problem[] {
    const all = [...(this.#fault ? [this.#fault] : []), ...this.#folderProblems, ...this.#files.listProblems()];
    return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  index(options: IndexOptions): Promise<void> {
    const { run } = this.#run ?? this.#start();
    return run.join(options);
  }

  async refresh(paths: readonly string[]): Promise<void> {
    const queue = this.#run?.queue;
    if (queue !== undefined && (await queue.hasten(this.#files.expand(paths))) === 'done') return;
    await this.#inTurn(
      () => !this.#isClosed,
      (batch) => this.#refresh(paths, batch),
    );
  }

  renew(paths: readonly string[]): Promise<void> {
    return this.#inTurn(
      () => !this.#isClosed,
      async (batch) => {
        for (const path of paths) this.#files.distrust(path);
        await this.#refresh(paths, batch);
      },
    );
  }

  prefer(paths: readonly string[]): void {
    this.#preferred = new Set(paths);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#turn;
  }

  #start(): StartedRun {
    const started = { run: new IndexRun(), queue: new FileQueue() };
    const { run, queue } = started;
    this.#run = started;
    const done = this.#inTurn(
      (other) => this.#goesOn(run, other),
      (batch) => this.#bringUpToDate(started, batch),
    ).finally(() => {
      queue.close();
      this.#run = undefined;
    });
    run.settleWith(done);
    return started;
  }

  /** Does the work when all before it is done and no other window changes the index; what it has gathered is put in any case. */
  #inTurn(goesOn: (other: Progress) => boolean, work: (batch: ChangeBatch) => Promise<void>): Promise<void> {
    const { lease, store } = this.#parts;
    const done = this.#turn.then(async () => {
      if (lease && !(await lease.take((other) => goesOn(other ?? { done: 0, total: 0 })))) return;
      const batch = new ChangeBatch(store);
      try {
        this.#fault = undefined;
        if (lease?.hasChanged() === true) this.#files.doubt();
        await this.#files.load();
        await work(batch).finally(() => batch.flush());
      } catch (error) {
        this.#note(error);
      } finally {
        lease?.release();
      }
    });
    this.#turn = done.catch(() => undefined);
    return done;
  }

  /** What is wrong with the index itself is told like a problem of a file. The store may not hold what was to be put. */
  #note(error: unknown): void {
    this.#files.doubt();
    this.#fault = toIndexProblem(error);
    if (this.#fault === undefined) throw error;
  }

  async #bringUpToDate({ run, queue }: StartedRun, batch: ChangeBatch): Promise<void> {
    const { folder, analysis, version } = this.#parts;
    const taker = new FileTaker({ ...this.#parts, files: this.#files, batch });
    const { files, problems } = await folder.list();
    this.#folderProblems = problems;
    const listed = new Set(files.map(({ path }) => path));
    const gone = this.#files.listPaths().filter((path) => !listed.has(path));
    await taker.follow(gone, files);
    const isCurrent = ({ path, stamp }: CorpusFile): boolean => {
      const known = this.#files.find(path);
      return known?.stamp === stamp && known.version === version && isMadeFrom(known, analysis.basis);
    };
    queue.fill(
      files.filter((file) => !isCurrent(file)),
      this.#preferred,
    );
    await this.#drain(queue, taker, () => this.#goesOn(run, queue.progress));
  }

  async #drain(queue: FileQueue, taker: FileTaker, goesOn: () => boolean): Promise<void> {
    const state: { isStopped: boolean } = { isStopped: false };
    const mayTake = (): boolean => {
      state.isStopped ||= !goesOn();
      return !state.isStopped;
    };
    const takeNext = (): Promise<boolean> => queue.take((path, urgency) => taker.take(path, urgency));
    const lane = async (): Promise<void> => {
      try {
        while (mayTake() && (await takeNext())) await this.#parts.pause();
      } catch (error) {
        state.isStopped = true;
        throw error;
      }
    };
    // What came while the last lane was at its end is taken all the same.
    do {
      const outcomes = await Promise.allSettled(Array.from({ length: this.#parts.analysis.width }, lane));
      for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
    } while (!queue.isEmpty && !state.isStopped);
  }

  async #refresh(paths: readonly string[], batch: ChangeBatch): Promise<void> {
    const { folder, pause } = this.#parts;
    const taker = new FileTaker({ ...this.#parts, files: this.#files, batch });
    const named = [...this.#files.expand(paths)];
    const added = named.filter((path) => this.#files.find(path) === undefined && folder.includes(path));
    const gone = added.length === 0 ? [] : await this.#listVanished(named);
    await taker.follow(
      gone,
      added.map((path) => ({ path, stamp: '' })),
    );
    for (const path of named.filter((each) => !gone.includes(each))) {
      await taker.take(path, 'normal');
      await pause();
    }
  }

  async #listVanished(paths: readonly string[]): Promise<readonly string[]> {
    const known = paths.filter((path) => this.#files.find(path) !== undefined);
    const reads = await Promise.all(known.map((path) => this.#parts.folder.read(path)));
    return known.filter((_, i) => {
      const read = reads[i];
      return read !== undefined && 'code' in read && read.code === VANISHED;
    });
  }

  #goesOn(run: IndexRun, progress: Progress): boolean {
    this.#parts.lease?.tell(progress);
    return run.goesOn(progress) && !this.#isClosed;
  }
}

/** An unreadable file has no hash; it is tried again when its stamp changes. */
function isMadeFrom({ hash }: IndexedFile, basis: string): boolean {
  return hash === '' || hash.endsWith(basis);
}
