import type { Connection } from 'vscode-languageserver';
import { METHODS } from '../protocol/protocol.js';
import { type Log, guardQuietly } from './guard.js';
import type { OpenCorpus } from './host.js';
import { toCorpusRow } from './rows.js';

/** At most ten notifications a second and corpus. */
const INTERVAL_MS = 100;

/** Tells the client how its corpora are. Notes that come too fast are told together, the last state always. */
export class Status {
  readonly #connection: Connection;
  readonly #waiting = new Map<OpenCorpus, NodeJS.Timeout>();
  readonly #send: (corpus: OpenCorpus) => void;

  constructor(connection: Connection, log: Log) {
    this.#connection = connection;
    this.#send = guardQuietly('status', log, (corpus) => this.#sendNow(corpus));
  }

  /** Something about the corpus changed. */
  note(corpus: OpenCorpus): void {
    if (this.#waiting.has(corpus)) return;
    const timer = setTimeout(() => {
      this.#waiting.delete(corpus);
      this.#send(corpus);
    }, INTERVAL_MS);
    this.#waiting.set(corpus, timer);
  }

  /** The corpus is closed: what was to be told of it is not told any more. */
  forget(corpus: OpenCorpus): void {
    clearTimeout(this.#waiting.get(corpus));
    this.#waiting.delete(corpus);
  }

  async #sendNow(corpus: OpenCorpus): Promise<void> {
    const status = await corpus.service.getStatus();
    await this.#connection.sendNotification(METHODS.status, toCorpusRow(corpus.uri, status));
  }
}
