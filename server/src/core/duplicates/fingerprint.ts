import type { BodySpan } from '../article/article.js';
import { hashWord, mixBits } from './hash.js';

/** How many minima a fingerprint holds: estimates of likeness are off by 0.05 (one standard deviation) at the worst. */
export const MINIMA = 96;

/** Words a shingle: two give away what every text of a language shares, four make a changed word cost too much. */
const SHINGLE = 3;

/** Below this many shingles likeness is chance: a line of a ticker, a picture's caption. */
const MIN_SHINGLES = 30;

/**
 * A shingle with a figure counts so often. Tomorrow's weather and stock prices are today's words with other figures, whereas a reprint
 * keeps them: figures tell the two apart.
 */
const FIGURE_WEIGHT = 6;

/**
 * The number of shingles (runs of three words) of an article's paragraphs, and behind it for each of `MINIMA` hash functions the smallest
 * hash of any shingle: texts share a minimum as often as they share shingles. Of a minimum 16 bits are kept, by which one of 65,536 that
 * differ seems equal: nothing beside the estimate's own error. Empty for texts too short to compare. Titles are left out,
 * every outlet has its own. Linear in the length of the text.
 *
 * MinHash after A. Broder, "On the resemblance and containment of documents", 1997.
 */
export function makeFingerprint(text: string, body: readonly BodySpan[]): readonly number[] {
  const shingles = listShingles(hashWords(text, body));
  if (shingles.size < MIN_SHINGLES) return [];
  const minima = new Uint32Array(MINIMA).fill(0xffffffff);
  for (const shingle of shingles)
    for (let i = 0; i < MINIMA; i++) {
      const hash = mixBits(shingle ^ (SEEDS[i] as number));
      if (hash < (minima[i] as number)) minima[i] = hash;
    }
  return [shingles.size, ...minima.map((minimum) => minimum & 0xffff)];
}

interface HashedWord {
  readonly hash: number;
  readonly isFigure: boolean;
}

/** Words and figures of the paragraphs, in order; marks differ from house to house. */
function hashWords(text: string, body: readonly BodySpan[]): readonly HashedWord[] {
  const paragraphs = body.filter(({ role }) => role === 'paragraph').map(({ start, end }) => text.slice(start, end));
  const words =
    paragraphs
      .join('\n')
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  return words.map((word) => ({ hash: hashWord(word), isFigure: /^\p{N}/u.test(word) }));
}

function listShingles(words: readonly HashedWord[]): ReadonlySet<number> {
  const shingles = new Set<number>();
  for (let i = 0; i + SHINGLE <= words.length; i++) {
    const run = words.slice(i, i + SHINGLE);
    const hash = run.reduce((sum, word) => mixBits(Math.imul(sum, 31) ^ word.hash), SHINGLE);
    const weight = run.some(({ isFigure }) => isFigure) ? FIGURE_WEIGHT : 1;
    for (let copy = 0; copy < weight; copy++) shingles.add(mixBits(hash + copy));
  }
  return shingles;
}

// Any numbers do, as long as they never change: they make the hash functions different.
const SEEDS: readonly number[] = Array.from({ length: MINIMA }, (_, index) => mixBits(index + 1));
