import { hashWord, mixBits } from '../duplicates/hash.js';
import { fold } from '../text/fold.js';
import { hashNumber } from '../text/hashText.js';
import { isPlain } from './words.js';

/** A line without case, diacritics and figures, as a number below 2^53: „3 Kommentare" and „12 Kommentare" are one. */
export type LineKey = number;

/** What an article tells of the lines of its outlet's pages, whatever has been learnt of them before (see `LineCounts`). */
export interface CountedLines {
  /** Its lines that may be furniture, each once, ascending. */
  readonly keys: readonly LineKey[];
  /**
   * What tells its text from others: `SKETCH` numbers, of which near-duplicates share most. Several versions of one text must not make its
   * sentences furniture.
   */
  readonly sketch: readonly number[];
}

/** A line as it is counted. */
export interface CountableLine {
  readonly text: string;
  /** `fold(text)`, where it is known. */
  readonly folded?: string | undefined;
  readonly words: number;
  readonly kind: 'title' | 'prose' | 'other';
}

export const SKETCH = 3;

/** A longer line is text. */
const MOST_WORDS = 30;
/** Sentences count in the first and last lines of a page; elsewhere only beside a line that is none. */
const EDGE = 2;

/** The lines of an article that may be furniture: not too long, not its title, and no sentence amid others. */
export function countLines(lines: readonly CountableLine[]): CountedLines {
  const isCounted = lines.map((_, i) => mayBeFurniture(lines, i));
  const keys = lines.filter((_, i) => isCounted[i]).map(({ text, folded }) => keyOf(text, folded));
  const own = lines.filter(({ kind }, i) => kind === 'prose' && !isCounted[i]);
  // A short text has no line that is surely its own, but a title.
  const telling = own.length > 0 ? own : lines.filter(({ kind }) => kind === 'title');
  return { keys: [...new Set(keys)].sort((a, b) => a - b), sketch: sketchOf(telling.length > 0 ? telling : lines) };
}

/** Figures change from page to page. `folded` is `fold(line)`, where it is known. */
export function keyOf(line: string, folded = fold(line)): LineKey {
  return hashNumber(folded.replace(isPlain(folded) ? /[0-9]+/g : /\p{N}+/gu, '0'));
}

function mayBeFurniture(lines: readonly CountableLine[], i: number): boolean {
  const line = lines[i];
  if (line === undefined || line.kind === 'title' || line.words > MOST_WORDS) return false;
  if (line.kind === 'other' || i < EDGE || i >= lines.length - EDGE) return true;
  return lines[i - 1]?.kind !== 'prose' || lines[i + 1]?.kind !== 'prose';
}

const SEEDS = Array.from({ length: SKETCH }, (_, index) => mixBits(index + 1));

/** For each of some hash functions the smallest hash of any line: texts share it as often as they share lines. */
function sketchOf(lines: readonly CountableLine[]): readonly number[] {
  const hashes = lines.slice(0, MOST_HASHES).map(({ text }) => hashWord(text));
  return SEEDS.map((seed) => Math.min(0xffffffff, ...hashes.map((hash) => mixBits(hash ^ seed))));
}

const MOST_HASHES = 1_000;
