import type { ArticleId } from '../../core/article/article.js';
import type { CorpusStore } from '../ports.js';

/** How far the window that indexes has come; other windows read it. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** What a slice of `verify` found. */
export interface Verification {
  readonly isDone: boolean;
  /** Articles whose facts are not what was written: they want to be indexed again. */
  readonly damaged: readonly ArticleId[];
}

/**
 * A corpus store in a file. Every call may reject with `IndexDamaged`, `IndexFull`, `IndexBusy` or `IndexReadOnly` (errors.ts): then
 * nothing of a change was kept. All calls but those that read texts run to their end at once: bulk work, search and checks belong
 * into a worker with a store of its own.
 */
export interface SqliteStore extends CorpusStore {
  /** Which index of the folder this is: what `setAsideIndex` wants to know. */
  readonly generation: number;
  /** Whether the index was left without `close` (a crash): `verify` should run when there is time. */
  readonly wasUnclean: boolean;
  /** Whether somebody else (another thread or window) has changed the index since this was asked last. */
  hasChanged(): boolean;
  /**
   * What waits for idle time: copies the write-ahead log into the file as far as no reader is in the way. A writer calls it between batches
   * every few seconds and when it has finished.
   */
  tidy(): void;
  /**
   * Checks one slice of the index: first its structure, then the facts of about `articles` articles by their checksums. Called again and
   * again in idle time until `isDone`; the structure check of 100,000 articles takes seconds, so only in a worker. Rejects with
   * `IndexDamaged` when the structure is broken.
   */
  verify(articles: number): Promise<Verification>;
  /** Who may index: one owner at a time, taken over when it has not been heard of for a while. See lease.ts. */
  readonly lease: IndexLease;
  /** Leaves the file clean; calls after that reject. */
  close(): void;
}

/** The right to change the index, among windows and processes. */
export interface IndexLease {
  /**
   * Takes or renews the lease for `owner` (any text that no other window has); false when somebody else holds it. Call it every
   * `LEASE_SECONDS / 3`: an owner that has not for `LEASE_SECONDS`, or whose process is gone, has lost it.
   */
  take(owner: string): boolean;
  release(owner: string): void;
  /** Tells all windows how far indexing has come; undefined when it is done. Only the holder may. */
  setProgress(owner: string, progress: IndexProgress | undefined): void;
  /** What the present holder has told; undefined when nobody indexes. */
  findProgress(): IndexProgress | undefined;
}
