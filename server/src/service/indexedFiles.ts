import type { Problem } from '../core/problem.js';
import type { CorpusStore, IndexedFile } from '../store/ports.js';

/** What the store knows of the files of the corpus, at hand; changes are noted here when they are on their way to the store. */
export class IndexedFiles {
  readonly #store: CorpusStore;
  #files = new Map<string, IndexedFile>();
  readonly #problems = new Map<string, readonly Problem[]>();
  #state: 'loaded' | 'doubtful' = 'doubtful';

  constructor(store: CorpusStore) {
    this.#store = store;
  }

  /** Takes over what the store says, when that is not known already. */
  async load(): Promise<void> {
    if (this.#state === 'loaded') return;
    const files = await this.#store.listFiles();
    this.#files = new Map();
    this.#problems.clear();
    for (const file of files) this.set(file);
    this.#state = 'loaded';
  }

  /** The store may say something else by now. */
  doubt(): void {
    this.#state = 'doubtful';
  }

  find(path: string): IndexedFile | undefined {
    return this.#files.get(path);
  }

  set(file: IndexedFile): void {
    this.#files.set(file.path, file);
    if (file.problems.length > 0) this.#problems.set(file.path, file.problems);
    else this.#problems.delete(file.path);
  }

  /** Whatever the file's hash is, it is not the one that was indexed. */
  distrust(path: string): void {
    const file = this.#files.get(path);
    if (file) this.#files.set(path, { ...file, stamp: '', hash: '' });
  }

  delete(path: string): void {
    this.#files.delete(path);
    this.#problems.delete(path);
  }

  listPaths(): readonly string[] {
    return [...this.#files.keys()];
  }

  listProblems(): readonly Problem[] {
    return [...this.#problems.values()].flat();
  }

  /** A folder that was moved or deleted is told as one path: all that was indexed below it is meant. */
  expand(paths: readonly string[]): ReadonlySet<string> {
    const folders = paths.filter((path) => !this.#files.has(path)).map((path) => `${path}/`);
    if (folders.length === 0) return new Set(paths);
    const below = this.listPaths().filter((known) => folders.some((folder) => known.startsWith(folder)));
    return new Set([...paths, ...below]);
  }
}
