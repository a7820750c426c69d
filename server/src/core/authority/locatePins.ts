import type { Article } from '../article/article.js';
import type { Span } from '../text/span.js';
import type { Authority, Pin } from './authority.js';

/** A pin at its place in a text. */
export interface PlacedPin extends Span {
  readonly pin: Pin;
}

/** So many pins of one text are looked for: each costs a search through the text. */
const MAX_PINS = 1000;
/** So much of the text around a mention tells its place. */
const CONTEXT = 60;

/**
 * Where the pins of an article or draft stand in its text, ascending and disjoint. Of several places with the same words the one counts
 * around which most of the pin's context still stands; when two are alike, or nothing of the context is left at either, none does.
 */
export function locatePins({ id, text }: Pick<Article, 'id' | 'text'>, authority?: Authority): readonly PlacedPin[] {
  const pins = authority === undefined ? [] : (getPinsByPath(authority).get(id) ?? []);
  const placed = pins.slice(0, MAX_PINS).flatMap((pin) => {
    const span = locate(text, pin);
    return span === undefined ? [] : [{ ...span, pin }];
  });
  const sorted = placed.sort((a, b) => a.start - b.start);
  return sorted.filter((each, i) => each.start >= (sorted[i - 1]?.end ?? 0));
}

/** The words of a mention with as much of the text around them as finds the place again. */
export function quoteMention(text: string, { start, end }: Span): Pick<Pin, 'before' | 'quote' | 'after'> {
  const quote = squeeze(text.slice(start, end));
  const [before, after] = [takeBefore(text, start), takeAfter(text, end)];
  for (const words of [3, 6]) {
    const short = { quote, before: lastWords(before, words), after: firstWords(after, words) };
    const found = locate(text, short);
    if (found?.start === start) return short;
  }
  return { quote, before, after };
}

// The same authority serves every article and every keystroke.
const byPath = new WeakMap<Authority, ReadonlyMap<string, readonly Pin[]>>();

function getPinsByPath(authority: Authority): ReadonlyMap<string, readonly Pin[]> {
  const known = byPath.get(authority);
  if (known) return known;
  const pins = new Map<string, Pin[]>();
  for (const pin of authority.pins) pins.set(pin.path, [...(pins.get(pin.path) ?? []), pin]);
  byPath.set(authority, pins);
  return pins;
}

function locate(text: string, { quote, before, after }: Pick<Pin, 'quote' | 'before' | 'after'>): Span | undefined {
  const [context, behind] = [squeeze(before), squeeze(after)];
  const places = [...findQuotes(text, quote)].map((span) => ({
    span,
    score: agreeBefore(text, span.start, context) + agreeAfter(text, span.end, behind),
  }));
  const [best, second] = places.sort((a, b) => b.score - a.score);
  if (best === undefined) return undefined;
  // Alone with its words, or clearly at the place that was meant.
  const isAlike =
    second !== undefined && (second.score === best.score || best.score * 3 < context.length + behind.length);
  return isAlike ? undefined : best.span;
}

/** All places of the words as words of their own, whatever white space parts them. */
function* findQuotes(text: string, quote: string): Generator<Span> {
  const words = quote.trim().split(/\s+/u);
  const pattern = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('\\s{1,9}');
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}])`, 'gu')))
    yield { start: match.index, end: match.index + match[0].length };
}

function takeBefore(text: string, start: number): string {
  return squeeze(text.slice(Math.max(0, start - CONTEXT), start)).replace(/^\S+ (?=\S)/u, '');
}

function takeAfter(text: string, end: number): string {
  return squeeze(text.slice(end, end + CONTEXT)).replace(/(?<=\S) \S+$/u, '');
}

function lastWords(text: string, count: number): string {
  return text.match(new RegExp(`(?:\\S+\\s*){0,${String(count)}}$`, 'u'))?.[0] ?? text;
}

function firstWords(text: string, count: number): string {
  return text.match(new RegExp(`^(?:\\s*\\S+){0,${String(count)}}`, 'u'))?.[0] ?? text;
}

/** How many characters right before `start` are those at the end of `context`. */
function agreeBefore(text: string, start: number, context: string): number {
  const own = squeeze(text.slice(Math.max(0, start - 2 * CONTEXT), start));
  let count = 0;
  while (count < context.length && count < own.length && own.at(-1 - count) === context.at(-1 - count)) count++;
  return count;
}

function agreeAfter(text: string, end: number, context: string): number {
  const own = squeeze(text.slice(end, end + 2 * CONTEXT));
  let count = 0;
  while (count < context.length && count < own.length && own[count] === context[count]) count++;
  return count;
}

/** White space is one space: paragraphs are wrapped anew. */
function squeeze(text: string): string {
  return text.replace(/\s+/gu, ' ');
}
