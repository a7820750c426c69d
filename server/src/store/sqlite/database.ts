import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { IndexBusy, IndexDamaged, toIndexError } from './errors.js';

/** How long SQLite itself waits for a lock, in milliseconds, and how often it is tried anew after that. */
const BUSY_TIMEOUT = 2000;
const MAX_TRIES = 5;

export type Value = SQLInputValue;

/** A connection: every statement is compiled once, and every error that a caller can act on is one of errors.ts. */
export class Database {
  readonly #raw: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(raw: DatabaseSync) {
    this.#raw = raw;
    raw.exec(`PRAGMA busy_timeout = ${String(BUSY_TIMEOUT)}`);
  }

  // The type of a row is known to whoever writes the statement, and to nobody else.
  /* eslint-disable @typescript-eslint/no-unnecessary-type-parameters */
  /** All rows; `T` says which columns the statement gives. */
  all<T>(sql: string, ...values: readonly Value[]): readonly T[] {
    return this.#guard(() => this.#prepare(sql).all(...values) as T[]);
  }

  get<T>(sql: string, ...values: readonly Value[]): T | undefined {
    return this.#guard(() => this.#prepare(sql).get(...values) as T | undefined);
  }

  /* eslint-enable @typescript-eslint/no-unnecessary-type-parameters */

  /** Gives the number of rows that were changed. */
  run(sql: string, ...values: readonly Value[]): number {
    return this.#guard(() => Number(this.#prepare(sql).run(...values).changes));
  }

  /** Inserts a row and gives its id. */
  insert(sql: string, ...values: readonly Value[]): number {
    return this.#guard(() => Number(this.#prepare(sql).run(...values).lastInsertRowid));
  }

  /** Statements without values and rows. */
  exec(sql: string): void {
    this.#guard(() => {
      this.#raw.exec(sql);
    });
  }

  /** All that `work` reads is of one moment, whatever others write meanwhile; it may be called again when the file was locked. */
  read<T>(work: () => T): T {
    if (this.#raw.isTransaction) return work();
    return retry(() => {
      this.run('BEGIN');
      return this.#finish(work);
    });
  }

  /** All that `work` writes is kept, or nothing. Waits for others who write; rejects with `IndexBusy` when they do not end. */
  write<T>(work: () => T): T {
    retry(() => this.run('BEGIN IMMEDIATE'));
    return this.#finish(work);
  }

  close(): void {
    this.#statements.clear();
    this.#raw.close();
  }

  #finish<T>(work: () => T): T {
    try {
      const result = work();
      this.run('COMMIT');
      return result;
    } catch (error) {
      // A full disk or a broken page may have ended the transaction already.
      if (this.#raw.isTransaction) this.#raw.exec('ROLLBACK');
      throw error;
    }
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.#compile(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #compile(sql: string): StatementSync {
    try {
      return this.#raw.prepare(sql);
    } catch (error) {
      const known = toIndexError(error);
      // Every statement fits a sound schema: what does not compile misses a table.
      throw known === error ? new IndexDamaged('a table of the index is missing', { cause: error }) : known;
    }
  }

  #guard<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw toIndexError(error);
    }
  }
}

function retry<T>(work: () => T, tried = 1): T {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof IndexBusy) || tried >= MAX_TRIES) throw error;
    return retry(work, tried + 1);
  }
}
