import type { ArticleId, ArticleInput } from '../core/article/article.js';
import type { Facts } from '../core/facts.js';
import type { Problem } from '../core/problem.js';
import type { ArticleReader } from '../formats/articleReader.js';
import type { CorpusStore } from '../store/ports.js';
import type { AbortSignalLike, Progress } from './answers.js';
import type { CorpusFile, CorpusFolder } from './ports.js';

/** What indexing needs: where files come from, how they are read and analysed, and where the facts go. */
export interface IndexerParts {
  readonly store: CorpusStore;
  readonly folder: CorpusFolder;
  readonly readArticles: ArticleReader;
  readonly analyse: (input: ArticleInput) => Facts;
  /** Lets everything else that waits have its turn; called between files. */
  readonly pause: () => Promise<void>;
}

export interface IndexOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignalLike;
}

/** The code of the problem that `CorpusFolder.read` gives for a file that is not there. */
const VANISHED = 'vanished-file';

/** Keeps the store in step with the corpus folder: a file is analysed anew only when its stamp has changed. */
export class Indexer {
  readonly #parts: IndexerParts;
  /** Stamp by path of all files that were read; empty for a file that could not be. */
  readonly #stamps = new Map<string, string>();
  /** Articles by path of the files that hold any: what a file gave is what goes when it changes. */
  readonly #articles = new Map<string, Set<ArticleId>>();
  readonly #problems = new Map<string, readonly Problem[]>();
  #folderProblems: readonly Problem[] = [];
  #run: Run | undefined;
  /** Ends when all changes of the store that were asked for are done: one at a time. */
  #turn: Promise<void> = Promise.resolve();

  constructor(parts: IndexerParts) {
    this.#parts = parts;
  }

  /** How far a run under way has come. */
  get progress(): Progress | undefined {
    return this.#run?.progress;
  }

  /** Problems of the folder and its files, by path. */
  listProblems(): readonly Problem[] {
    const all = [...this.#folderProblems, ...[...this.#problems.values()].flat()];
    return all.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
  }

  /** Reads what is new or changed and forgets what is gone. A call while a run is under way joins it. */
  index(options: IndexOptions): Promise<void> {
    const run = this.#run ?? this.#start();
    return run.join(options);
  }

  /** Looks again at single files, or folders of which files were indexed. */
  refresh(paths: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      for (const path of this.#expand(paths)) {
        await (this.#parts.folder.includes(path) ? this.#take({ path, stamp: '' }) : this.#forget(path));
        await this.#parts.pause();
      }
    });
  }

  #start(): Run {
    const run = new Run();
    this.#run = run;
    const done = this.#inTurn(() => this.#bringUpToDate(run)).finally(() => {
      this.#run = undefined;
    });
    run.settleWith(done);
    return run;
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work);
    this.#turn = done.catch(() => undefined);
    return done;
  }

  async #bringUpToDate(run: Run): Promise<void> {
    const { files, problems } = await this.#parts.folder.list();
    this.#folderProblems = problems;
    await this.#forgetOthers(files);
    const changed = files.filter(({ path, stamp }) => this.#stamps.get(path) !== stamp);
    for (const [done, file] of changed.entries()) {
      if (!run.goesOn({ done, total: changed.length })) return;
      await this.#take(file);
      await this.#parts.pause();
    }
    run.goesOn({ done: changed.length, total: changed.length });
  }

  async #forgetOthers(files: readonly CorpusFile[]): Promise<void> {
    const listed = new Set(files.map(({ path }) => path));
    for (const path of this.#stamps.keys()) if (!listed.has(path)) await this.#forget(path);
  }

  /** Whatever is wrong with one file is a problem of that file: the others must not suffer from it. */
  async #take(file: CorpusFile): Promise<void> {
    try {
      await this.#read(file);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      await this.#fail(file, { path: file.path, severity: 'error', code: 'analysis-failed', message });
    }
  }

  async #read({ path }: CorpusFile): Promise<void> {
    const { folder, readArticles } = this.#parts;
    const read = await folder.read(path);
    // Without a stamp it is tried again next time: permissions change without the content.
    if ('code' in read) return this.#fail({ path, stamp: '' }, read);
    if (this.#stamps.get(path) === read.stamp) return;
    const { articles, problems } = await readArticles(path, read.bytes);
    await this.#replace(path, articles);
    this.#stamps.set(path, read.stamp);
    this.#note(path, problems);
  }

  /** Puts the articles of a file, and removes exactly those that it gave before and no longer holds. */
  async #replace(path: string, articles: readonly ArticleInput[]): Promise<void> {
    const { store, analyse, pause } = this.#parts;
    const held = this.#articles.get(path) ?? new Set();
    // Noted at once: should the analysis of one fail, those before it are forgotten with their file.
    this.#articles.set(path, held);
    for (const input of articles) {
      held.add(input.id);
      await store.put(analyse(input));
      if (articles.length > 1) await pause();
    }
    const kept = new Set(articles.map(({ id }) => id));
    for (const id of [...held].filter((each) => !kept.has(each))) await store.remove(id);
    if (kept.size > 0) this.#articles.set(path, kept);
    else this.#articles.delete(path);
  }

  async #fail({ path, stamp }: CorpusFile, problem: Problem): Promise<void> {
    await this.#forget(path);
    if (problem.code === VANISHED) return;
    this.#stamps.set(path, stamp);
    this.#note(path, [problem]);
  }

  async #forget(path: string): Promise<void> {
    this.#stamps.delete(path);
    this.#problems.delete(path);
    for (const id of this.#articles.get(path) ?? []) await this.#parts.store.remove(id);
    this.#articles.delete(path);
  }

  #note(path: string, problems: readonly Problem[]): void {
    if (problems.length > 0) this.#problems.set(path, problems);
    else this.#problems.delete(path);
  }

  /** A folder that was moved or deleted is told as one path: all that was indexed below it is meant. */
  #expand(paths: readonly string[]): ReadonlySet<string> {
    const below = [...this.#stamps.keys()].filter((known) => paths.some((path) => known.startsWith(`${path}/`)));
    return new Set([...paths, ...below]);
  }
}

/** One run of indexing and all who wait for it: it goes on until it is done or nobody waits any more. */
class Run {
  progress: Progress = { done: 0, total: 0 };
  readonly #waiting = new Set<{ readonly options: IndexOptions; readonly giveUp: (reason: unknown) => void }>();
  #done: Promise<void> = Promise.resolve();

  settleWith(done: Promise<void>): void {
    this.#done = done;
    // Every caller has the outcome through its own promise; with no caller left, nobody is there to be told.
    done.catch(() => undefined);
  }

  join(options: IndexOptions): Promise<void> {
    let giveUp: (reason: unknown) => void = () => undefined;
    const aborted = new Promise<never>((_, reject) => {
      giveUp = reject;
    });
    const waiting = { options, giveUp };
    this.#waiting.add(waiting);
    return Promise.race([this.#done, aborted]).finally(() => this.#waiting.delete(waiting));
  }

  /** Tells the progress to all who wait, lets go those who have given up, and says whether anybody is left. */
  goesOn(progress: Progress): boolean {
    this.progress = progress;
    for (const { options, giveUp } of this.#waiting) {
      if (options.signal?.aborted === true) giveUp(options.signal.reason ?? new Error('indexing was aborted'));
      else options.onProgress?.(progress);
    }
    return [...this.#waiting].some(({ options }) => options.signal?.aborted !== true);
  }
}
