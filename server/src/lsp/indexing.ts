import { type Connection, MessageType, ShowMessageNotification, type TextDocuments } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Progress } from '../service/answers.js';
import { INDEX_PATH } from '../service/indexFaults.js';
import { type Log, printError } from './guard.js';
import type { OpenCorpus } from './host.js';
import type { Status } from './status.js';
import type { Strings } from './strings.js';
import { findPathBelow } from './uris.js';

export interface IndexerOptions {
  readonly connection: Connection;
  readonly status: Status;
  readonly strings: Strings;
  readonly documents: TextDocuments<TextDocument>;
  readonly log: Log;
  /** Called after every run: the corpus may have other problems now. */
  readonly onDone: () => void;
}

/** Runs the indexing of corpora with progress that the user can cancel. */
export class Indexer {
  readonly #options: IndexerOptions;
  /** What was wrong with indexes is told once. */
  readonly #told = new Set<string>();
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
      corpus.service.prefer(this.#listOpenPaths(corpus));
      await corpus.service.index({ onProgress, signal: controller.signal });
    } catch (error) {
      if (!controller.signal.aborted) log(`indexing ${corpus.uri}: ${printError(error)}`);
    } finally {
      this.#running.delete(corpus);
      report.end();
      this.#tellFaults(corpus);
      status.note(corpus);
      onDone();
    }
  }

  #listOpenPaths({ uri }: OpenCorpus): readonly string[] {
    return this.#options.documents.keys().flatMap((document) => findPathBelow(uri, document) ?? []);
  }

  #tellFaults({ uri, service }: OpenCorpus): void {
    for (const { path, code, message } of service.listProblems()) {
      if (path !== INDEX_PATH || this.#told.has(uri + code)) continue;
      this.#told.add(uri + code);
      const type = MessageType.Warning;
      void this.#options.connection.sendNotification(ShowMessageNotification.type, {
        type,
        message: `Fundstelle: ${message}`,
      });
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
      tell: (progress) =>
        reporter?.report(Math.floor((100 * progress.done) / Math.max(1, progress.total)), strings.progress(progress)),
      end: () => reporter?.done(),
    };
  }
}
