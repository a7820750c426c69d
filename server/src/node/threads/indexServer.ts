import type { MessagePort } from 'node:worker_threads';
import type { ArticleId } from '../../core/article/article.js';
import { pathOf } from '../../core/article/articleId.js';
import type { Indexer } from '../../service/indexer.js';
import type { AnalysisPool } from './analysisPool.js';
import type { IndexAnswer, IndexRequest } from './messages.js';

/** The parts of a store in a file that its thread looks after; see store/sqlite. */
export interface KeptStore {
  readonly wasUnclean: boolean;
  verify(articles: number): Promise<{ readonly isDone: boolean; readonly damaged: readonly ArticleId[] }>;
  close(): void;
}

export interface IndexServerParts {
  readonly indexer: Indexer;
  readonly pool: AnalysisPool;
  readonly store: KeptStore;
  /** The index is damaged: the next one to open it begins anew. */
  readonly setAside: () => void;
}

/** The user sees the bar move, and nobody is kept busy by it. */
const TELL_MS = 50;
/** An unclean end is looked into when nothing else has been asked for so long, slice by slice. */
const IDLE_MS = 5000;
const SLICE = 200;

/** Answers for the index thread until it is closed. */
export function serveIndex(port: MessagePort, parts: IndexServerParts): void {
  const server = new IndexServer(port, parts);
  port.on('message', (request: IndexRequest) => {
    server.answer(request);
  });
}

class IndexServer {
  readonly #port: MessagePort;
  readonly #parts: IndexServerParts;
  #signal = { aborted: false };
  #told = 0;
  #toldProblems = '';
  #idle: NodeJS.Timeout | undefined;
  #isVerified: boolean;
  #isClosing = false;

  constructor(port: MessagePort, parts: IndexServerParts) {
    this.#port = port;
    this.#parts = parts;
    this.#isVerified = !parts.store.wasUnclean;
  }

  answer(request: IndexRequest): void {
    clearTimeout(this.#idle);
    const { indexer, pool } = this.#parts;
    switch (request.kind) {
      case 'index':
        this.#signal = { aborted: false };
        void this.#do(request.call, () => this.#index());
        break;
      case 'refresh':
        void this.#do(request.call, () => indexer.refresh(request.paths));
        break;
      case 'renew':
        void this.#do(request.call, () => indexer.renew(request.paths));
        break;
      case 'text':
        void pool.findExtracted(request.id).then((input) => {
          this.#send({ kind: 'text', call: request.call, input });
        });
        break;
      case 'prefer':
        indexer.prefer(request.paths);
        break;
      case 'stop':
        this.#signal.aborted = true;
        break;
      case 'close':
        void this.#close();
        break;
    }
  }

  async #index(): Promise<void> {
    const signal = this.#signal;
    const onProgress = ({ done, total }: { readonly done: number; readonly total: number }): void => {
      const now = Date.now();
      if (now - this.#told < TELL_MS && done < total) return;
      this.#told = now;
      this.#send({ kind: 'state', progress: { done, total } });
    };
    // Nobody here has to be told why.
    await this.#parts.indexer.index({ onProgress, signal }).catch((error: unknown) => {
      if (!signal.aborted) throw error;
    });
  }

  async #do(call: number, work: () => Promise<void>): Promise<void> {
    try {
      await work();
      this.#finish(call);
    } catch (error) {
      if (error instanceof Error && error.name === 'IndexDamaged') {
        this.#parts.setAside();
        this.#send({ kind: 'damaged', message: error.message });
      } else this.#finish(call, error instanceof Error ? (error.stack ?? error.message) : String(error));
    }
  }

  #finish(call: number, error?: string): void {
    const problems = this.#parts.indexer.listProblems();
    const printed = JSON.stringify(problems);
    if (printed !== this.#toldProblems) this.#send({ kind: 'problems', problems });
    this.#toldProblems = printed;
    if (this.#parts.indexer.progress === undefined) this.#send({ kind: 'state', progress: undefined });
    this.#send({ kind: 'done', call, ...(error !== undefined && { error }) });
    // A timer would keep the thread alive.
    if (!this.#isVerified && !this.#isClosing) this.#idle = setTimeout(() => void this.#verify(), IDLE_MS);
  }

  /** Goes on for as long as nothing else is asked. */
  async #verify(): Promise<void> {
    await this.#do(-1, async () => {
      const { isDone, damaged } = await this.#parts.store.verify(SLICE);
      this.#isVerified = isDone;
      if (damaged.length > 0) await this.#parts.indexer.renew(damaged.map(pathOf));
    });
  }

  async #close(): Promise<void> {
    this.#isClosing = true;
    this.#signal.aborted = true;
    const { indexer, pool, store } = this.#parts;
    const closed = indexer.close();
    await pool.close();
    await closed;
    store.close();
    this.#send({ kind: 'closed' });
    this.#port.close();
  }

  #send(answer: IndexAnswer): void {
    this.#port.postMessage(answer);
  }
}
