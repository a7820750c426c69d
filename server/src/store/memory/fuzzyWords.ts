import { Tally } from './tally.js';
import { compareText, takeBest } from './takeBest.js';

/** Words that share most trigrams are compared letter by letter; more would cost time and find nothing better. */
const MAX_CANDIDATES = 60;
/** Shorter words have too many neighbours one letter away. */
const MIN_LENGTH = 4;
/** Nobody mistypes more than this: it bounds the comparison. */
const MAX_LENGTH = 40;

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

  /** Words that start almost like `typed` (one slip, two from seven letters on), nearest first. */
  find(typed: string): readonly { readonly word: string; readonly distance: number }[] {
    if (typed.length < MIN_LENGTH || typed.length > MAX_LENGTH) return [];
    const bound = typed.length < 7 ? 1 : 2;
    return this.#listCandidates(typed)
      .map((word) => ({ word, distance: measurePrefixDistance(typed, word) }))
      .filter(({ distance }) => distance <= bound)
      .sort((a, b) => a.distance - b.distance || compareText(a.word, b.word));
  }

  #listCandidates(typed: string): readonly string[] {
    const shared = new Tally<string>();
    for (const gram of listTrigrams(typed)) for (const word of this.#words.get(gram) ?? []) shared.add(word, 1);
    const best = takeBest(shared.entries(), MAX_CANDIDATES, (a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    return best.map(([word]) => word);
  }
}

/** The first letters count as trigrams of their own: words mostly agree in how they start. */
function listTrigrams(word: string): ReadonlySet<string> {
  const padded = `  ${word}`;
  const grams = new Set<string>();
  for (let i = 0; i + 3 <= padded.length; i++) grams.add(padded.slice(i, i + 3));
  return grams;
}

/**
 * Edit distance (insert, delete, replace, swap of neighbours: optimal string alignment) between `typed` and that start of `word`
 * which is nearest to it.
 */
export function measurePrefixDistance(typed: string, word: string): number {
  const stretch = word.slice(0, typed.length + 2);
  let beforeLast: number[] = [];
  let last = Array.from({ length: stretch.length + 1 }, (_, column) => column);
  for (let row = 1; row <= typed.length; row++) {
    const current = [row];
    for (let column = 1; column <= stretch.length; column++) {
      const isSame = typed[row - 1] === stretch[column - 1];
      const isSwap = row > 1 && typed[row - 1] === stretch[column - 2] && typed[row - 2] === stretch[column - 1];
      current.push(
        Math.min(
          at(last, column) + 1,
          at(current, column - 1) + 1,
          at(last, column - 1) + (isSame ? 0 : 1),
          isSwap ? at(beforeLast, column - 2) + 1 : Infinity,
        ),
      );
    }
    [beforeLast, last] = [last, current];
  }
  return Math.min(...last);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
