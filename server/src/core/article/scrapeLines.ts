import type { Span } from '../text/span.js';
import { foldLine, isLongLine } from './furniture.js';
import { isSpace, joinWrappedLines, listContentLines } from './paragraphs.js';

/** A line of a scrape with its trimmed text, in NFC. */
export interface ScrapeLine extends Span {
  readonly text: string;
  /** `foldLine(text)`: much is looked up in it. */
  readonly folded: string;
  /** As `countWords` counts. */
  readonly words: number;
  /** Whether a blank line, or nothing, stands above. */
  readonly isBelowGap: boolean;
  /** Whether blank lines stand above and below. */
  readonly isolated: boolean;
}

/** The lines of a text with content, from `contentStart` on; hard-wrapped ones are joined. Linear in its length. */
export function listScrapeLines(text: string, contentStart: number): readonly ScrapeLine[] {
  const spans = joinWrappedLines(text, listContentLines(text, contentStart));
  const gaps = spans.map(({ start }, i) => hasBlankLine(text.slice(spans[i - 1]?.end ?? 0, start)));
  // Nearly every text is in NFC, and then all its lines are.
  const isComposed = text.normalize('NFC') === text;
  return spans.map((span, i) => {
    const own = text.slice(span.start, span.end);
    const isBelowGap = gaps[i] ?? true;
    const isolated = isBelowGap && (gaps[i + 1] ?? true);
    return toLine(span, isComposed ? own : own.normalize('NFC'), { isBelowGap, isolated });
  });
}

/** The line from the offset `start` on. */
export function cutLine(text: string, line: ScrapeLine, start: number): ScrapeLine {
  const span = { start, end: line.end };
  return toLine(span, text.slice(span.start, span.end).normalize('NFC'), line);
}

function toLine(
  { start, end }: Span,
  text: string,
  { isBelowGap, isolated }: Pick<ScrapeLine, 'isBelowGap' | 'isolated'>,
): ScrapeLine {
  return { start, end, text, folded: foldLine(text), words: countWords(text), isBelowGap, isolated };
}

/** `fold(text)`, where it is known. */
export function foldedWhole({ text, folded }: ScrapeLine): string | undefined {
  return isLongLine(text) ? undefined : folded;
}

/** Nothing asks whether a line has more words. */
const ENOUGH = 60;

/** How many stretches without white space a text has; 60 also where it has more. */
export function countWords(line: string): number {
  const trimmed = line.trim();
  if (trimmed.includes('  ') || /[^\S ]/.test(trimmed)) return countStretches(trimmed);
  let count = trimmed === '' ? 0 : 1;
  for (let i = trimmed.indexOf(' '); i !== -1 && count < ENOUGH; i = trimmed.indexOf(' ', i + 1)) count++;
  return count;
}

function countStretches(line: string): number {
  let count = 0;
  let isInWord = false;
  for (let i = 0; i < line.length && count < ENOUGH; i++) {
    const isWord = !isSpace(line, i);
    if (isWord && !isInWord) count++;
    isInWord = isWord;
  }
  return count;
}

function hasBlankLine(gap: string): boolean {
  return gap.length > 1 && (gap.match(/\n|\r(?!\n)/g)?.length ?? 0) > 1;
}

/** Running text: a sentence that ends or goes on with a mark, or a long line. */
export function looksLikeProse(line: ScrapeLine): boolean {
  if (line.words >= 26) return true;
  if (line.words < 4) return false;
  return endsLikeSentence(line.text) && !isQuotedHeading(line.text) && /\p{Ll}/u.test(line.text);
}

/** With a mark of a sentence before whatever closes, or with a quotation mark. A search from the start would read the whole line. */
function endsLikeSentence(text: string): boolean {
  let last = text.length - 1;
  if (/["“”»«]/.test(text.charAt(last))) return true;
  while (last > 0 && /['’"“”»«)\]]/.test(text.charAt(last))) last--;
  return /[.,;!?…:]/.test(text.charAt(last));
}

/** „Wir bleiben“: a whole line in marks without an end inside is a heading, not a sentence. */
function isQuotedHeading(text: string): boolean {
  return text.length < 80 && /^[„“"»«][^.!?]*["“”»«]$/u.test(text);
}

/** A heading: two to twenty-five words that start with a capital, mark or number and do not end like a sentence. */
export function looksLikeHeading(line: ScrapeLine): boolean {
  return line.words >= 2 && line.words <= 25 && /^["„“»«'(\p{Lu}\p{N}]/u.test(line.text) && /\p{Ll}/u.test(line.text);
}

/** „Von Max Muster und Eva Probe, Hauptstadtstudio", „By Jane Roe": who wrote it, and nothing else. */
export function isByline(text: string): boolean {
  return BYLINE.test(text);
}
const BYLINE =
  /^(?:von|by|text|autor(?:in)?|author|redaktion)[:\s]\s?\p{Lu}[\p{L}.'’-]*(?:,?\s(?:\p{Lu}[\p{L}.'’-]*|und|and|&|von|van|de|der|in)){0,9}$/iu;

/** The names of a byline, without what stands before and behind them. */
export function listBylineNames(text: string): readonly string[] {
  const names = text.replace(/^\p{L}+[:\s]\s?/u, '').split(/,|\s(?:und|and|&)\s/u);
  return names.map((name) => name.trim()).filter((name) => /^\p{Lu}\S*\s\p{Lu}/u.test(name));
}

/** „Startseite | Politik", „Home > World", „Startseite / Welt": a row of links. */
export function isNavigation(text: string): boolean {
  if (!/\s[\s|>›»·•/]/.test(text)) return false;
  return /\s[|>›»·•/]\s/u.test(text) || (text.match(/\S\s{2,}(?=\S)/gu)?.length ?? 0) >= 2;
}
