import type { Worker } from 'node:worker_threads';
import type { ArticleId, ExtractedInput } from '../../core/article/article.js';
import type { AnalysedPart } from '../../service/ports.js';
import type { Channel } from './channel.js';
import type { AnalysisAnswer, AnalysisRequest } from './messages.js';

/** A file on its way through a thread. */
export interface PoolJob {
  readonly path: string;
  readonly known: string | undefined;
  readonly parts: Channel<AnalysedPart>;
  /** How often a thread has died with this file in hand. */
  crashes: number;
  /** Lets the thread that has it send more; a thread sets it. */
  more: (count: number) => void;
  /** Nobody reads the parts any more. */
  cancel: () => void;
}

export interface AnalysisThreadOptions {
  readonly start: () => Worker;
  readonly limitMs: number;
  /** The thread has died with these files, the one in hand first. */
  readonly onLost: (jobs: readonly PoolJob[], reason: 'crash' | 'timeout') => void;
}

/** One thread and the files that it has been given; started with the first one, and again after it has died. */
export class AnalysisThread {
  readonly #options: AnalysisThreadOptions;
  readonly #jobs = new Map<number, PoolJob>();
  readonly #texts = new Map<number, (input: ExtractedInput | undefined) => void>();
  #worker: Worker | undefined;
  #watch: NodeJS.Timeout | undefined;
  #count = 0;
  #heard = 0;

  constructor(options: AnalysisThreadOptions) {
    this.#options = options;
  }

  /** How many files it has. */
  get load(): number {
    return this.#jobs.size;
  }

  take(job: PoolJob): void {
    const number = ++this.#count;
    if (this.#jobs.size === 0) this.#heard = Date.now();
    this.#jobs.set(number, job);
    job.more = (count) => {
      this.#heard = Date.now();
      this.#send({ kind: 'more', job: number, count });
    };
    job.cancel = () => {
      if (this.#jobs.has(number)) this.#send({ kind: 'cancel', job: number });
    };
    this.#send({ kind: 'analyse', job: number, path: job.path, known: job.known });
  }

  /** What the file of an extracted article gives now; undefined too when the thread dies of it. */
  findExtracted(id: ArticleId): Promise<ExtractedInput | undefined> {
    const call = ++this.#count;
    return new Promise((resolve) => {
      const giveUp = setTimeout(() => {
        this.#die('timeout');
      }, this.#options.limitMs);
      this.#texts.set(call, (input) => {
        clearTimeout(giveUp);
        resolve(input);
      });
      this.#send({ kind: 'text', call, id });
    });
  }

  async close(): Promise<void> {
    clearInterval(this.#watch);
    const worker = this.#worker;
    this.#worker = undefined;
    for (const job of this.#jobs.values()) job.parts.end();
    this.#jobs.clear();
    await worker?.terminate();
  }

  #send(request: AnalysisRequest): void {
    this.#worker ??= this.#begin();
    this.#worker.postMessage(request);
  }

  #begin(): Worker {
    const worker = this.#options.start();
    const isCurrent = (): boolean => this.#worker === worker;
    worker.on('message', (answer: AnalysisAnswer) => {
      if (isCurrent()) this.#hear(answer);
    });
    // An error comes before the exit, which says the rest.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (isCurrent()) this.#die('crash');
    });
    clearInterval(this.#watch);
    this.#watch = setInterval(
      () => {
        this.#look();
      },
      Math.min(1000, this.#options.limitMs / 4),
    ).unref();
    this.#heard = Date.now();
    return worker;
  }

  #hear(answer: AnalysisAnswer): void {
    this.#heard = Date.now();
    switch (answer.kind) {
      case 'part':
        this.#jobs.get(answer.job)?.parts.push(answer.part);
        break;
      case 'end': {
        const job = this.#jobs.get(answer.job);
        this.#jobs.delete(answer.job);
        job?.parts.end();
        break;
      }
      case 'text':
        this.#texts.get(answer.call)?.(answer.input);
        this.#texts.delete(answer.call);
        break;
      case 'ready':
        break;
    }
  }

  /** A thread that waits until its parts are taken does not hang. */
  #look(): void {
    const [head] = this.#jobs.values();
    if (head?.parts.isWaitedFor === true && Date.now() - this.#heard > this.#options.limitMs) this.#die('timeout');
  }

  #die(reason: 'crash' | 'timeout'): void {
    const worker = this.#worker;
    this.#worker = undefined;
    clearInterval(this.#watch);
    void worker?.terminate();
    for (const resolve of this.#texts.values()) resolve(undefined);
    this.#texts.clear();
    const lost = [...this.#jobs.values()];
    this.#jobs.clear();
    this.#options.onLost(lost, reason);
  }
}
