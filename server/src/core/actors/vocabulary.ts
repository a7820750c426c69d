import type { PlacedParagraph } from '../text/prose.js';
import type { Keeps } from '../text/slices.js';
import type { Reading } from './reading.js';

/** The folded words of a text, kept in step with its versions. */
export class Vocabulary {
  readonly #counts = new Map<string, number>();
  readonly #keeps: Keeps;
  #last: readonly Reading[] = [];

  constructor(keeps: Keeps) {
    this.#keeps = keeps;
  }

  has(folded: string): boolean {
    return this.#counts.has(folded);
  }

  /** Takes the next version; gives the words that are new in the text or gone from it. Only paragraphs that have changed are looked at. */
  update(paragraphs: readonly PlacedParagraph[], readings: readonly Reading[]): ReadonlySet<string> {
    const changed = new Set<string>();
    const kept = new Set(paragraphs.map(({ before }) => before));
    readings.forEach(({ words }, i) => {
      if (paragraphs[i]?.before === -1) for (const { folded } of words) if (this.#add(folded)) changed.add(folded);
    });
    this.#last.forEach(({ words }, i) => {
      // A word that only moved is in `changed` for nothing, which costs little.
      if (!kept.has(i)) for (const { folded } of words) if (this.#remove(folded)) changed.add(folded);
    });
    if (this.#keeps === 'version') this.#last = readings;
    return changed;
  }

  /** Whether the word is new. */
  #add(folded: string): boolean {
    const count = this.#counts.get(folded) ?? 0;
    this.#counts.set(folded, count + 1);
    return count === 0;
  }

  /** Whether the word is gone. */
  #remove(folded: string): boolean {
    const count = this.#counts.get(folded) ?? 0;
    if (count <= 1) return this.#counts.delete(folded);
    this.#counts.set(folded, count - 1);
    return false;
  }
}
