import { fold } from '../text/fold.js';
import type { Span } from '../text/span.js';

/** A line of a scrape with its trimmed text and number of words. */
export interface ScrapeLine extends Span {
  readonly text: string;
  readonly words: number;
  /** Whether blank lines stand above and below. */
  readonly isolated: boolean;
}

/** Running text: a sentence that ends or goes on with a mark, or a long line. */
export function looksLikeProse(line: ScrapeLine): boolean {
  if (line.words >= 26) return true;
  if (line.words < 4) return false;
  return (
    /[.,;!?…:]["“”»«'’)\]]*$|[.!?…,]?["“”»«]$/u.test(line.text) &&
    !isQuotedHeading(line.text) &&
    /\p{Ll}/u.test(line.text)
  );
}

/** „Wir bleiben“: a whole line in marks without an end inside is a heading, not a sentence. */
function isQuotedHeading(text: string): boolean {
  return /^[„“"»«][^.!?]*["“”»«]$/u.test(text) && text.length < 80;
}

/** A heading: two to twenty-five words that start with a capital, mark or number and do not end like a sentence. */
export function looksLikeHeading(line: ScrapeLine): boolean {
  return line.words >= 2 && line.words <= 25 && /^["„“»«'(\p{Lu}\p{N}]/u.test(line.text) && /\p{Ll}/u.test(line.text);
}

/** Whether a heading may be the article's title: four words or more, no navigation, no byline. */
export function isTitleLike(line: ScrapeLine): boolean {
  return line.words >= 4 && !isNavigation(line.text) && !BYLINE.test(line.text);
}
const BYLINE = /^(?:von|by)\s\p{Lu}[\p{L}.'-]*(?:\s(?:\p{Lu}[\p{L}.'-]*|und|and|von|de|van)){0,5}(?:,.{0,40})?$/iu;

/** „Startseite | Politik", „Home > World": a row of links. */
export function isNavigation(text: string): boolean {
  return /\s[|>›»·•]\s/u.test(text) || (text.match(/\S\s{2,}(?=\S)/gu)?.length ?? 0) >= 2;
}

/** Whether the line repeats the title, cut or without its punctuation, as many pages do. */
export function isTitleOf(line: string, title: string): boolean {
  const words = listWords(line);
  if (words.length < 3) return false;
  const known = new Set(listWords(title));
  const shared = words.filter((word) => known.has(word)).length;
  return shared >= words.length * 0.9 && words.length <= known.size + 2;
}

function listWords(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
