import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Article, ArticleId } from '../../core/article/article.js';
import { eventKey } from '../../core/events/identity.js';
import type { Event } from '../../core/facts.js';
import type { Problem } from '../../core/problem.js';
import { connect, leave, type Connection } from './connect.js';
import { IndexBusy, IndexDamaged, IndexFull, IndexReadOnly, toIndexError } from './errors.js';
import { dropOldIndexes, findGeneration, nameIndex, nextGeneration, pointTo } from './generations.js';
import { loadSqlite, type SqliteModule } from './loadSqlite.js';
import { SqliteCorpusStore } from './sqliteStore.js';
import type { SqliteStore } from './sqliteTypes.js';

/** How a store is opened. */
export interface SqliteStoreOptions {
  /**
   * `write` makes the index where it is missing and rebuilds beside where it is damaged; `read` never changes anything but the lease
   * and needs an index that a writer has made. Both may be open on one index at once, in one process or several.
   */
  readonly mode: 'write' | 'read';
  /**
   * The text of an article as its file gives it now; undefined when the file is gone. Asked only for text files of one article: the
   * text of all others is kept in the index.
   */
  readonly findText: (article: ArticleId) => Promise<string | undefined> | string | undefined;
  /** Told when a passage is not what was indexed: it is not shown, and its file wants to be indexed again. */
  readonly onStale?: (article: ArticleId) => void;
  /** What makes events of different articles one; `eventKey` where not given. */
  readonly identify?: (event: Event, article: Pick<Article, 'id'>) => string;
  /** Pages of 4 kB that the file may have: what a test says instead of filling a disk. */
  readonly maxPages?: number;
}

/**
 * What came of opening. Without a `store` none can be kept here (no SQLite with full text search, a folder that cannot be written,
 * nothing there to read): small corpora are served from memory. `problems` are told once: what was damaged has been set aside.
 */
export interface OpenedStore {
  readonly store?: SqliteStore;
  readonly problems: readonly Problem[];
}

/**
 * Opens the index in `folder` (made where it is missing), which holds `index-GENERATION.db` and the pointer file `current`. What cannot be
 * trusted (truncated, no database, another schema, damaged) or not be used (read-only, locked by another program) is left where it
 * is, told as a problem, and a new empty generation is begun beside it.
 */
export function openSqliteStore(folder: string, options: SqliteStoreOptions): OpenedStore {
  const sqlite = loadSqlite();
  if ('reason' in sqlite) return { problems: [toProblem(folder, 'index-unavailable', sqlite.reason)] };
  const opened = options.mode === 'read' ? openPresent(sqlite, folder, options) : openOrBegin(sqlite, folder, options);
  return opened;
}

/**
 * Turns from a damaged index to a new one, unless another window has done so: the next `openSqliteStore` begins an empty generation. The
 * store that found the damage must be closed.
 */
export function setAsideIndex(folder: string, generation: number): void {
  if (findGeneration(folder) === generation) pointTo(folder, nextGeneration(folder));
}

function openPresent(sqlite: SqliteModule, folder: string, options: SqliteStoreOptions): OpenedStore {
  const generation = findGeneration(folder);
  if (generation === undefined) return { problems: [] };
  const opened = tryOpen(sqlite, { folder, generation }, options);
  return 'code' in opened ? { problems: [opened] } : { store: opened, problems: [] };
}

function openOrBegin(sqlite: SqliteModule, folder: string, options: SqliteStoreOptions): OpenedStore {
  const problems: Problem[] = [];
  try {
    mkdirSync(folder, { recursive: true });
    const known = findGeneration(folder);
    const present = known === undefined ? undefined : tryOpen(sqlite, { folder, generation: known }, options);
    if (present && !('code' in present)) {
      dropOldIndexes(folder, present.generation);
      return { store: present, problems };
    }
    if (present) problems.push(present);
    const generation = nextGeneration(folder);
    const begun = tryOpen(sqlite, { folder, generation }, options);
    if ('code' in begun) return { problems: [...problems, begun] };
    pointTo(folder, generation);
    dropOldIndexes(folder, generation);
    return { store: begun, problems };
  } catch (error) {
    return { problems: [...problems, toProblem(folder, 'index-unwritable', messageOf(error))] };
  }
}

function tryOpen(
  sqlite: SqliteModule,
  { folder, generation }: { readonly folder: string; readonly generation: number },
  options: SqliteStoreOptions,
): SqliteStore | Problem {
  const path = join(folder, nameIndex(generation));
  const { mode, findText, onStale, identify = eventKey, maxPages } = options;
  try {
    const connection: Connection = connect(sqlite, path, { mode, ...(maxPages !== undefined && { maxPages }) });
    const { database, wasUnclean } = connection;
    const source = { findText, ...(onStale && { onStale }) };
    const leaveIndex =
      mode === 'write'
        ? () => {
            leave(database);
          }
        : () => undefined;
    return new SqliteCorpusStore({ database, generation, source, identify, wasUnclean, leave: leaveIndex });
  } catch (error) {
    return describe(path, toIndexError(error));
  }
}

function describe(path: string, error: unknown): Problem {
  if (error instanceof IndexDamaged)
    return toProblem(path, 'index-damaged', `The index is damaged and is built anew: ${error.message}.`);
  if (error instanceof IndexBusy)
    return toProblem(path, 'index-locked', 'Another program has locked the index: a new one is built beside it.');
  if (error instanceof IndexReadOnly)
    return toProblem(path, 'index-read-only', 'The index cannot be written: a new one is built beside it.');
  if (error instanceof IndexFull)
    return toProblem(path, 'index-full', 'There is no room for an index: the disk is full.');
  return toProblem(path, 'index-unreadable', `The index cannot be used: ${messageOf(error)}.`);
}

function toProblem(path: string, code: string, message: string): Problem {
  return { path, severity: 'warning', code, message };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
