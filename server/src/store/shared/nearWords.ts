import { compareText } from './takeBest.js';

/** Words that share most trigrams are compared letter by letter; more would cost time and find nothing better. */
export const MAX_CANDIDATES = 60;
/** Shorter words have too many neighbours one letter away. */
const MIN_LENGTH = 4;
/** Nobody mistypes more than this: it bounds the comparison. */
const MAX_LENGTH = 40;

export interface NearWord {
  readonly word: string;
  readonly distance: number;
}

/** Of the candidates those that start almost like `typed` (one slip, two from seven letters on), nearest first. */
export function pickNearest(typed: string, listCandidates: () => readonly string[]): readonly NearWord[] {
  if (typed.length < MIN_LENGTH || typed.length > MAX_LENGTH) return [];
  const bound = maxSlips(typed);
  return listCandidates()
    .map((word) => ({ word, distance: measurePrefixDistance(typed, word) }))
    .filter(({ distance }) => distance <= bound)
    .sort((a, b) => a.distance - b.distance || compareText(a.word, b.word));
}

/**
 * So many trigrams at least a word shares with `typed` when it starts almost like it: a slip takes three, and swapped neighbours four.
 * Others need not be looked at.
 */
export function leastShared(typed: string): number {
  return Math.max(1, listTrigrams(typed).size - 4 * maxSlips(typed));
}

function maxSlips({ length }: string): number {
  return length < 7 ? 1 : 2;
}

/** The first letters count as trigrams of their own: words mostly agree in how they start. */
export function listTrigrams(word: string): ReadonlySet<string> {
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
