import { mixBits } from './hash.js';
import { MINIMA } from './fingerprint.js';

/**
 * So much of the shorter text must stand in the longer one. Found with the pairs in test/unit/duplicates: reprints that were cut and
 * edited lie above 0.7, reports of one event by two reporters and issues of a serial text below 0.5.
 */
const MIN_CONTAINED = 0.6;

/** So much must be common to both: a review of the day that prints whole reports would else make one story of all. */
const MIN_SHARED = 0.4;

/** Minima a band: texts are looked at together when all of one band agree. Three find 99 of 100 pairs that share half of their text. */
const BAND = 3;

/** Whether two fingerprints are of the same text, but for cuts and small edits. */
export function isSameText(a: readonly number[], b: readonly number[]): boolean {
  const shared = estimateShared(a, b);
  return shared >= MIN_SHARED && estimateContained(a, b) >= MIN_CONTAINED;
}

/** How much of the shorter text stands in the longer one, 0 to 1, by their fingerprints. */
export function estimateContained(a: readonly number[], b: readonly number[]): number {
  const [sizeOfA = 0, sizeOfB = 0] = [a[0], b[0]];
  const shared = estimateShared(a, b);
  const common = (shared * (sizeOfA + sizeOfB)) / (1 + shared);
  return Math.min(1, common / Math.max(1, Math.min(sizeOfA, sizeOfB)));
}

/**
 * The keys under which an article is filed to find its copies: texts with a key in common may be the same, texts without are not taken
 * to be. Locality-sensitive hashing: Leskovec, Rajaraman and Ullman, "Mining of Massive Datasets", section 3.4.
 */
export function listBands(fingerprint: readonly number[]): readonly number[] {
  const bands: number[] = [];
  for (let start = 1; start + BAND <= fingerprint.length; start += BAND)
    bands.push(
      fingerprint.slice(start, start + BAND).reduce((sum, minimum) => mixBits(Math.imul(sum, 31) ^ minimum), start),
    );
  return bands;
}

/** Jaccard's index of the two sets of shingles. */
function estimateShared(a: readonly number[], b: readonly number[]): number {
  if (a.length === 0 || b.length === 0) return 0;
  let same = 0;
  for (let i = 1; i <= MINIMA; i++) if (a[i] === b[i]) same += 1;
  return same / MINIMA;
}
