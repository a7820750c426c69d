import type { AbortSignalLike, Progress } from './answers.js';

export interface IndexOptions {
  readonly onProgress?: (progress: Progress) => void;
  readonly signal?: AbortSignalLike;
}

interface Waiting {
  readonly options: IndexOptions;
  readonly giveUp: (reason: unknown) => void;
  /** The number of files that it was told of last. */
  told: number | undefined;
}

/** The rate is that of the last while: files differ, and other programs want the machine too. */
const WHILE_MS = 10_000;

/** One run of indexing and all who wait for it: it goes on until it is done or nobody waits any more. */
export class IndexRun {
  progress: Progress = { done: 0, total: 0 };
  readonly #waiting = new Set<Waiting>();
  #total = 0;
  readonly #marks: { readonly time: number; readonly done: number }[] = [];
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
    const waiting: Waiting = { options, giveUp, told: undefined };
    this.#waiting.add(waiting);
    return Promise.race([this.#done, aborted]).finally(() => this.#waiting.delete(waiting));
  }

  /** Tells how far it is to all who wait, lets go those who have given up, and says whether anybody is left. */
  goesOn({ done, total }: { readonly done: number; readonly total: number }): boolean {
    this.progress = { done, total, ...this.#estimate(done, total) };
    for (const waiting of this.#waiting) {
      const { options, giveUp } = waiting;
      if (options.signal?.aborted === true) giveUp(options.signal.reason ?? new Error('indexing was aborted'));
      else if (waiting.told !== done || total !== this.#total) options.onProgress?.(this.progress);
      waiting.told = done;
    }
    this.#total = total;
    return [...this.#waiting].some(({ options }) => options.signal?.aborted !== true);
  }

  #estimate(done: number, total: number): Pick<Progress, 'rate' | 'secondsLeft'> {
    const now = Date.now();
    const last = this.#marks.at(-1);
    if (last === undefined || now - last.time > WHILE_MS / 20) this.#marks.push({ time: now, done });
    while ((this.#marks[1]?.time ?? now) < now - WHILE_MS) this.#marks.shift();
    const [first] = this.#marks;
    if (first === undefined || done <= first.done || now - first.time < 1000) return {};
    const rate = ((done - first.done) / (now - first.time)) * 1000;
    return { rate: Math.round(rate * 10) / 10, secondsLeft: Math.ceil((total - done) / rate) };
  }
}
