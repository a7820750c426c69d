import type { Worker } from 'node:worker_threads';
import type { ArticleId, ExtractedInput } from '../../core/article/article.js';
import type { Problem } from '../../core/problem.js';
import type { Progress } from '../../service/answers.js';
import { INDEX_PATH } from '../../service/indexFaults.js';
import type { CorpusIndexer } from '../../service/indexer.js';
import { type IndexOptions, IndexRun } from '../../service/indexerRun.js';
import type { IndexAnswer, IndexRequest } from './messages.js';

/** What takes over where no index can be kept in a file. */
export interface LocalIndex {
  readonly indexer: CorpusIndexer;
  readonly findExtracted: (id: ArticleId) => Promise<ExtractedInput | undefined>;
}

export interface ThreadIndexerOptions {
  /** Starts a thread that runs `serveIndex`. */
  readonly start: () => Worker;
  /** The index is there and may be read. */
  readonly onOpened: () => void;
  /** No index can be kept here: nothing more is asked of the thread. */
  readonly onUnavailable: () => LocalIndex;
  /** The index is damaged and nobody has it open: when this returns, it has been set aside, and the thread is started again. */
  readonly onDamaged: () => void;
  readonly onClosed: () => void;
}

/** A thread that dies so often without having finished anything is not started again. */
const MAX_DEATHS = 3;

type Call = Extract<IndexRequest, { readonly call: number }>;

interface OpenCall {
  readonly request: Call;
  readonly resolve: (input: ExtractedInput | undefined) => void;
  readonly reject: (error: Error) => void;
}

/** The indexer as the thread that answers sees it: the work is done in another one, which is started with the first call. */
export class ThreadIndexer implements CorpusIndexer {
  readonly #options: ThreadIndexerOptions;
  readonly #calls = new Map<number, OpenCall>();
  /** Files that are to be read anew because a question found them changed. */
  readonly #stale = new Set<string>();
  #worker: Worker | undefined;
  #local: LocalIndex | undefined;
  #run: IndexRun | undefined;
  #problems: readonly Problem[] = [];
  #ofIndex: readonly Problem[] = [];
  #preferred: readonly string[] = [];
  #count = 0;
  #deaths = 0;
  #isClosed = false;

  constructor(options: ThreadIndexerOptions) {
    this.#options = options;
  }

  get progress(): Progress | undefined {
    return this.#run?.progress;
  }

  listProblems(): readonly Problem[] {
    const ofIndex = this.#ofIndex.map((problem) => ({ ...problem, path: INDEX_PATH }));
    return [...ofIndex, ...(this.#local?.indexer.listProblems() ?? this.#problems)];
  }

  index(options: IndexOptions): Promise<void> {
    this.#run ??= this.#startRun();
    return this.#run.join(options);
  }

  async refresh(paths: readonly string[]): Promise<void> {
    await this.#call((call) => ({ kind: 'refresh', call, paths }));
  }

  async renew(paths: readonly string[]): Promise<void> {
    await this.#call((call) => ({ kind: 'renew', call, paths }));
  }

  /** A question found that a file is not what was indexed: it is read anew, soon and once. */
  noteStale(path: string): void {
    if (this.#stale.has(path)) return;
    this.#stale.add(path);
    const forget = (): void => void this.#stale.delete(path);
    this.renew([path]).then(forget, forget);
  }

  /** What the file of an extracted article gives now. */
  findExtracted(id: ArticleId): Promise<ExtractedInput | undefined> {
    return this.#call((call) => ({ kind: 'text', call, id }));
  }

  prefer(paths: readonly string[]): void {
    this.#preferred = paths;
    this.#local?.indexer.prefer(paths);
    this.#worker?.postMessage({ kind: 'prefer', paths } satisfies IndexRequest);
  }

  /** Calls that are open end without an answer. */
  async close(): Promise<void> {
    this.#isClosed = true;
    const worker = this.#worker;
    this.#worker = undefined;
    for (const { resolve } of this.#calls.values()) resolve(undefined);
    this.#calls.clear();
    // The last one to leave tidies up, and only a writer can.
    this.#options.onClosed();
    await this.#local?.indexer.close();
    if (worker !== undefined) {
      const closed = new Promise((resolve) => worker.once('exit', resolve));
      worker.postMessage({ kind: 'close' } satisfies IndexRequest);
      await closed;
    }
  }

  /** The index is damaged: a new one is begun. */
  replace(message: string): void {
    const worker = this.#worker;
    this.#worker = undefined;
    void (worker?.terminate() ?? Promise.resolve()).then(() => {
      this.#options.onDamaged();
      this.#restart(message);
      if (!this.#isClosed) void this.index({}).catch(() => undefined);
    });
  }

  #startRun(): IndexRun {
    const run = new IndexRun();
    const done = this.#call((call) => ({ kind: 'index', call })).finally(() => {
      this.#run = undefined;
    });
    run.settleWith(done.then(() => undefined));
    return run;
  }

  #call(create: (call: number) => Call): Promise<ExtractedInput | undefined> {
    if (this.#isClosed) return Promise.resolve(undefined);
    const request = create(++this.#count);
    return new Promise((resolve, reject) => {
      this.#ask({ request, resolve, reject });
    });
  }

  #ask(open: OpenCall): void {
    if (this.#local !== undefined) {
      askLocal(this.#local, open, this.#run);
      return;
    }
    this.#calls.set(open.request.call, open);
    this.#worker ??= this.#begin();
    this.#worker.postMessage(open.request);
  }

  #begin(): Worker {
    const worker = this.#options.start();
    const isCurrent = (): boolean => this.#worker === worker;
    let reason = 'the index thread has ended';
    worker.on('message', (answer: IndexAnswer) => {
      if (isCurrent()) this.#hear(answer);
    });
    worker.on('error', (error) => {
      reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    });
    worker.on('exit', () => {
      if (isCurrent()) this.#restart(reason);
    });
    worker.postMessage({ kind: 'prefer', paths: this.#preferred } satisfies IndexRequest);
    return worker;
  }

  #hear(answer: IndexAnswer): void {
    switch (answer.kind) {
      case 'opened':
        this.#ofIndex = answer.problems;
        this.#options.onOpened();
        break;
      case 'unavailable':
        this.#takeOver(answer.problems);
        break;
      case 'damaged':
        this.replace(answer.message);
        break;
      case 'state':
        if (answer.progress && this.#run?.goesOn(answer.progress) === false)
          this.#worker?.postMessage({ kind: 'stop' });
        break;
      case 'problems':
        this.#problems = answer.problems;
        break;
      case 'done':
        this.#deaths = 0;
        this.#settle(answer.call, ({ resolve, reject }) => {
          if (answer.error === undefined) resolve(undefined);
          else reject(new Error(answer.error));
        });
        break;
      case 'text':
        this.#settle(answer.call, ({ resolve }) => {
          resolve(answer.input);
        });
        break;
      case 'closed':
        break;
    }
  }

  #settle(call: number, settle: (open: OpenCall) => void): void {
    const open = this.#calls.get(call);
    this.#calls.delete(call);
    if (open) settle(open);
  }

  #takeOver(problems: readonly Problem[]): void {
    this.#ofIndex = problems;
    void this.#worker?.terminate();
    this.#worker = undefined;
    this.#local = this.#options.onUnavailable();
    this.#local.indexer.prefer(this.#preferred);
    this.#askAgain();
  }

  #restart(reason: string): void {
    this.#worker = undefined;
    this.#deaths += 1;
    if (this.#deaths < MAX_DEATHS) this.#askAgain();
    else {
      const open = [...this.#calls.values()];
      this.#calls.clear();
      for (const { reject } of open) reject(new Error(reason));
    }
  }

  /** What was asked and not answered. */
  #askAgain(): void {
    const open = [...this.#calls.values()];
    this.#calls.clear();
    for (const each of open) this.#ask(each);
  }
}

function askLocal(
  { indexer, findExtracted }: LocalIndex,
  { request, resolve, reject }: OpenCall,
  run?: IndexRun,
): void {
  const settled = (done: Promise<unknown>): void => {
    done.then(() => {
      resolve(undefined);
    }, reject);
  };
  const signal = { aborted: false };
  switch (request.kind) {
    case 'index': {
      const onProgress = (progress: Progress): void => {
        signal.aborted = run?.goesOn(progress) === false;
      };
      settled(indexer.index({ onProgress, signal }));
      break;
    }
    case 'refresh':
      settled(indexer.refresh(request.paths));
      break;
    case 'renew':
      settled(indexer.renew(request.paths));
      break;
    case 'text':
      findExtracted(request.id).then(resolve, reject);
      break;
  }
}
