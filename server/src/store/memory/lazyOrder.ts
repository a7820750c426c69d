import type { Compare } from '../shared/takeBest.js';

/** Up to this share of new rows, merging them in is quicker than sorting all. */
const MERGED_SHARE = 1 / 8;

/**
 * Rows in an order that is worked out only when somebody looks: while a corpus is indexed nothing is sorted, and after few changes
 * only those are. A row whose place may have changed must be deleted and added again.
 */
export class LazyOrder<T> {
  readonly #compare: Compare<T>;
  readonly #gone = new Set<T>();
  readonly #added = new Set<T>();
  #rows: readonly T[] = [];

  constructor(compare: Compare<T>) {
    this.#compare = compare;
  }

  get size(): number {
    return this.#rows.length - this.#gone.size + this.#added.size;
  }

  /** Adds a row that is not in it. */
  add(row: T): void {
    this.#added.add(row);
  }

  /** Deletes a row that is in it. */
  delete(row: T): void {
    if (!this.#added.delete(row)) this.#gone.add(row);
  }

  /** All rows in order. */
  list(): readonly T[] {
    if (this.#gone.size > 0) this.#rows = this.#rows.filter((row) => !this.#gone.has(row));
    if (this.#added.size > 0) this.#rows = this.#merge([...this.#added].sort(this.#compare));
    this.#gone.clear();
    this.#added.clear();
    return this.#rows;
  }

  #merge(added: readonly T[]): readonly T[] {
    if (added.length > this.#rows.length * MERGED_SHARE) return [...this.#rows, ...added].sort(this.#compare);
    const merged: T[] = [];
    let taken = 0;
    for (const row of added) {
      const place = lowerBound(this.#rows, (other) => this.#compare(other, row) < 0);
      while (taken < place) merged.push(this.#rows[taken++] as T);
      merged.push(row);
    }
    while (taken < this.#rows.length) merged.push(this.#rows[taken++] as T);
    return merged;
  }
}

/** Index of the first of the ordered rows for which `isBefore` is false; `rows.length` when there is none. */
export function lowerBound<T>(rows: readonly T[], isBefore: (row: T) => boolean): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(rows[middle] as T)) low = middle + 1;
    else high = middle;
  }
  return low;
}
