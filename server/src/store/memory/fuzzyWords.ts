import { listTrigrams, MAX_CANDIDATES, type NearWord, pickNearest } from '../shared/nearWords.js';
import { Tally } from '../shared/tally.js';
import { compareText, takeBest } from '../shared/takeBest.js';

/** Finds words that are written almost like what was typed: candidates by shared trigrams, then by edit distance. */
export class FuzzyWords {
  readonly #uses = new Tally<string>();
  readonly #words = new Map<string, Set<string>>();

  add(word: string): void {
    this.#uses.add(word, 1);
    if (this.#uses.get(word) > 1) return;
    for (const gram of listTrigrams(word)) {
      const words = this.#words.get(gram) ?? new Set();
      this.#words.set(gram, words.add(word));
    }
  }

  delete(word: string): void {
    this.#uses.add(word, -1);
    if (this.#uses.get(word) > 0) return;
    for (const gram of listTrigrams(word)) {
      const words = this.#words.get(gram);
      words?.delete(word);
      if (words?.size === 0) this.#words.delete(gram);
    }
  }

  /** Words that start almost like `typed`, nearest first. */
  find(typed: string): readonly NearWord[] {
    return pickNearest(typed, () => this.#listCandidates(typed));
  }

  #listCandidates(typed: string): readonly string[] {
    const shared = new Tally<string>();
    for (const gram of listTrigrams(typed)) for (const word of this.#words.get(gram) ?? []) shared.add(word, 1);
    const best = takeBest(shared.entries(), MAX_CANDIDATES, (a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    return best.map(([word]) => word);
  }
}
