import type { Connection } from 'vscode-languageserver';
import type { Progress } from '../service/answers.js';
import { type Log, printError } from './guard.js';
import type { OpenCorpus } from './host.js';
import type { Status } from './status.js';
import type { Strings } from './strings.js';

export interface IndexerOptions {
  readonly connection: Connection;
  readonly status: Status;
  readonly strings: Strings;
  readonly log: Log;
  /** Called after every run: the corpus may have other problems now. */
  readonly onDone: () => void;
}

/** Runs the indexing of corpora with progress that the user can cancel. */
export class Indexer {
  readonly #options: IndexerOptions;
  readonly #running = new Map<OpenCorpus, { readonly controller: AbortController; readonly done: Promise<void> }>();

  constructor(options: IndexerOptions) {
    this.#options = options;
  }

  /** Brings the corpus up to date; joins a run under way. Never rejects: what fails is logged. */
  run(corpus: OpenCorpus): Promise<void> {
    const running = this.#running.get(corpus);
    if (running !== undefined) return running.done;
    const controller = new AbortController();
    const done = this.#run(corpus, controller);
    this.#running.set(corpus, { controller, done });
    return done;
  }

  /** Stops a run under way; what it has read so far stays. */
  stop(corpus: OpenCorpus): void {
    this.#running.get(corpus)?.controller.abort();
  }

  stopAll(): void {
    for (const { controller } of this.#running.values()) controller.abort();
  }

  async #run(corpus: OpenCorpus, controller: AbortController): Promise<void> {
    const { status, log, onDone } = this.#options;
    const report = await this.#begin(controller);
    try {
      const onProgress = (progress: Progress): void => {
        report.tell(progress);
        status.note(corpus);
      };
      await corpus.service.index({ onProgress, signal: controller.signal });
    } catch (error) {
      if (!controller.signal.aborted) log(`indexing ${corpus.uri}: ${printError(error)}`);
    } finally {
      this.#running.delete(corpus);
      report.end();
      status.note(corpus);
      onDone();
    }
  }

  /** Shows progress where the client can; its cancel button aborts the run. */
  async #begin(controller: AbortController): Promise<{ tell(progress: Progress): void; end(): void }> {
    const { connection, strings, log } = this.#options;
    const reporter = await connection.window.createWorkDoneProgress().catch((error: unknown) => {
      log(`progress: ${printError(error)}`);
      return undefined;
    });
    reporter?.begin(strings.indexing, 0, '', true);
    reporter?.token.onCancellationRequested(() => {
      controller.abort();
    });
    return {
      tell: ({ done, total }) =>
        reporter?.report(Math.floor((100 * done) / Math.max(1, total)), `${String(done)}/${String(total)}`),
      end: () => reporter?.done(),
    };
  }
}
