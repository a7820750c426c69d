import type { CorpusFile } from './ports.js';

/** A file that waits for its turn; `settle` is called when it has been taken, or will not be. */
interface UrgentFile {
  readonly path: string;
  readonly settle: (outcome: 'done' | 'left') => void;
}

/** The files of a run in the order in which they are taken: urgent ones first, then open documents, then what changed last. */
export class FileQueue {
  readonly #urgent: UrgentFile[] = [];
  #files: readonly CorpusFile[] = [];
  #next = 0;
  #taken = 0;
  #isClosed = false;

  /** How many files were taken, and how many there are in all. */
  get progress(): { readonly done: number; readonly total: number } {
    return { done: this.#taken, total: this.#files.length };
  }

  get isEmpty(): boolean {
    return this.#urgent.length === 0 && this.#next === this.#files.length;
  }

  /** The files to take, those with a path in `first` before all others. */
  fill(files: readonly CorpusFile[], first: ReadonlySet<string>): void {
    const rank = ({ path }: CorpusFile): number => (first.has(path) ? 0 : 1);
    this.#files = [...files].sort((a, b) => rank(a) - rank(b) || (b.changedAt ?? 0) - (a.changedAt ?? 0));
  }

  /** Takes these files before all others. Resolves when they have been taken; `left`: the run ends without them. */
  hasten(paths: Iterable<string>): Promise<'done' | 'left'> {
    if (this.#isClosed) return Promise.resolve('left');
    const waiting = [...paths].map(
      (path) => new Promise<'done' | 'left'>((settle) => this.#urgent.push({ path, settle })),
    );
    return Promise.all(waiting).then((outcomes) => (outcomes.includes('left') ? 'left' : 'done'));
  }

  /** Gives the next file to `work`; false when there is none. */
  async take(work: (path: string, urgency: 'urgent' | 'normal') => Promise<void>): Promise<boolean> {
    const urgent = this.#urgent.shift();
    if (urgent !== undefined) {
      try {
        await work(urgent.path, 'urgent');
        urgent.settle('done');
      } finally {
        urgent.settle('left');
      }
      return true;
    }
    const file = this.#files[this.#next];
    if (file === undefined) return false;
    this.#next += 1;
    await work(file.path, 'normal');
    this.#taken += 1;
    return true;
  }

  /** Nothing is taken any more: who waits is told. */
  close(): void {
    this.#isClosed = true;
    for (const { settle } of this.#urgent.splice(0)) settle('left');
  }
}
