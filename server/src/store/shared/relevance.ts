import type { Span } from '../../core/text/span.js';
import type { Phrase } from './textMatch.js';

/** Where each phrase of a query stands in a passage. */
export type PhrasePlaces = ReadonlyMap<Phrase, readonly Span[]>;

// The usual constants of BM25: how soon more of the same word tells nothing more, and how much length counts.
const SATURATION = 1.2;
const LENGTH_WEIGHT = 0.75;

/** The inverse document frequency of what stands in `holding` of `count` passages, never below zero. */
export function weighRarity(holding: number, count: number): number {
  return Math.log(1 + (count - holding + 0.5) / (holding + 0.5));
}

/**
 * Okapi BM25 (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009) of a passage that is `relativeLength` times as long
 * as the mean of all.
 */
export function scorePlaces(
  places: PhrasePlaces,
  weights: ReadonlyMap<Phrase, number>,
  relativeLength: number,
): number {
  const damping = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * relativeLength);
  return [...places].reduce((sum, [phrase, { length }]) => {
    return sum + ((weights.get(phrase) ?? 0) * length * (SATURATION + 1)) / (length + damping);
  }, 0);
}

/** Ascending, each once; what overlaps is one. */
export function joinSpans(spans: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = joined.at(-1);
    if (last === undefined || last.end <= span.start) joined.push(span);
    else joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
  }
  return joined;
}
