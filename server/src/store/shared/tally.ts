/**
 * Counts how often each value was added. What is added and taken back leaves no trace, which is what makes a fold exact:
 * nothing read from it may depend on the order in which values came.
 */
export class Tally<T> {
  readonly #counts = new Map<T, number>();

  /** Adds `count` (negative: takes back) to the value's sum; a sum of zero is no entry. */
  add(value: T, count: number): void {
    const sum = this.get(value) + count;
    if (sum === 0) this.#counts.delete(value);
    else this.#counts.set(value, sum);
  }

  get(value: T): number {
    return this.#counts.get(value) ?? 0;
  }

  get size(): number {
    return this.#counts.size;
  }

  /** Values with their counts, in no order that may be relied on. */
  entries(): IterableIterator<[T, number]> {
    return this.#counts.entries();
  }

  keys(): IterableIterator<T> {
    return this.#counts.keys();
  }
}
