import type { ArticleId } from '../../core/article/article.js';
import { checksumOf } from './checksum.js';
import type { Database } from './database.js';
import { IndexDamaged } from './errors.js';
import type { Names } from './names.js';
import type { Verification } from './sqliteTypes.js';

const CHECK = 'PRAGMA quick_check(1)';
const NEXT = 'SELECT key, id, about, lines, facts, checksum FROM articles WHERE key > ? ORDER BY key LIMIT ?';

interface CheckedRow {
  readonly key: number;
  readonly id: ArticleId;
  readonly about: string;
  readonly lines: Uint8Array;
  readonly facts: Uint8Array;
  readonly checksum: number;
}

/** Checks the whole index, a slice at a time. */
export class Verifier {
  readonly #database: Database;
  readonly #names: Names;
  #isStructureChecked = false;
  #last = 0;

  constructor(database: Database, names: Names) {
    this.#database = database;
    this.#names = names;
  }

  /** First the structure, then about `count` articles; behind the last it starts anew. */
  check(count: number): Verification {
    if (!this.#isStructureChecked) {
      this.#checkStructure();
      return { isDone: false, damaged: [] };
    }
    const rows = this.#database.all<CheckedRow>(NEXT, this.#last, count);
    const isDone = rows.length < count;
    this.#last = isDone ? 0 : (rows.at(-1)?.key ?? 0);
    this.#isStructureChecked = !isDone;
    const damaged = rows.filter((row) => checksumOf({ ...row, names: this.#names }) !== row.checksum);
    return { isDone, damaged: damaged.map(({ id }) => id) };
  }

  #checkStructure(): void {
    const result = this.#database.get<{ quick_check: string }>(CHECK)?.quick_check;
    if (result !== 'ok') throw new IndexDamaged(result ?? 'quick_check gave no answer');
    this.#isStructureChecked = true;
  }
}
