import { LazyOrder, lowerBound } from './lazyOrder.js';
import { compareText } from '../shared/takeBest.js';

/** A word, or the rest of a name from one of its words on, with what bears it. */
export interface PrefixEntry<T> {
  readonly key: string;
  readonly value: T;
}

/** Finds what bears a word by the word's first letters: a sorted list, so a look-up costs its hits and log n. */
export class PrefixIndex<T> {
  readonly #entries = new LazyOrder<PrefixEntry<T>>((a, b) => compareText(a.key, b.key));

  add(entry: PrefixEntry<T>): void {
    this.#entries.add(entry);
  }

  delete(entry: PrefixEntry<T>): void {
    this.#entries.delete(entry);
  }

  /** Entries whose key starts with `prefix`, by key. */
  *find(prefix: string): Generator<PrefixEntry<T>> {
    const entries = this.#entries.list();
    for (let i = lowerBound(entries, (entry) => entry.key < prefix); i < entries.length; i++) {
      const entry = entries[i];
      if (!entry?.key.startsWith(prefix)) return;
      yield entry;
    }
  }
}
