import type { CalendarUnit } from '../../events/dates/calendar.js';
import {
  type DateExpression,
  type DateParser,
  type DateReading,
  type DateText,
  expression,
} from '../../events/dates/dateReading.js';
import { isCapitalised } from '../../text/tokens.js';
import { wordSet } from '../wordSet.js';
import { decade, isNoun, monthAndYear, year } from './absoluteDates.js';
import * as german from './dateWords.js';

/** „Mittwoch", „Sonntagabend", „Mittwoch vergangener Woche". */
export const weekday: DateParser = (text, at) => {
  const number = isNoun(text, at) ? german.WEEKDAYS.get(text.words[at] ?? '') : undefined;
  if (number === undefined) return undefined;
  const weekShift = text.words[at + 2] === 'woche' ? german.SHIFTS.get(text.words[at + 1] ?? '') : undefined;
  if (weekShift === undefined) return expression(at, at + 1, { kind: 'weekday', weekday: number }, 'weekday');
  return expression(at, at + 3, { kind: 'weekday', weekday: number, weekShift }, 'weekday');
};

/** „vergangenes Jahr", „dieser Woche", „kommenden Mittwoch", „vorigen Herbst", „letzten zwei Wochen". */
export const shifted: DateParser = (text, at) => {
  const shift = german.SHIFTS.get(text.words[at] ?? '');
  if (shift === undefined) return undefined;
  const found = readShifted(text, at + 1, shift);
  return found && expression(at, found.end, found.reading, 'relative');
};

function readShifted(text: DateText, at: number, shift: number): { end: number; reading: DateReading } | undefined {
  const word = text.words[at] ?? '';
  const unit = german.UNITS.get(word);
  if (unit !== undefined) return { end: at + 1, reading: shiftUnit(unit, shift, word) };
  const count = german.findNumber(word);
  const counted = german.UNITS.get(text.words[at + 1] ?? '');
  if (count !== undefined && counted && shift !== 0)
    return { end: at + 2, reading: { kind: 'stretch', unit: counted, count: Math.sign(shift) * count } };
  return withDirection(text, at, shift);
}

function shiftUnit(unit: CalendarUnit, shift: number, word: string): DateReading {
  if (german.PLURAL_UNITS.has(word)) return { kind: 'vague' };
  // „am nächsten Tag", „an diesem Tag" count from the day of the story, not from the article's.
  return unit === 'day' ? { kind: 'anchored', unit, shift } : { kind: 'shifted', unit, shift };
}

/** „vergangenen Mittwoch", „kommenden Januar", „diesen Sommer", „dieses Wochenende". */
function withDirection(text: DateText, at: number, shift: number): { end: number; reading: DateReading } | undefined {
  const direction = shift === 0 ? {} : ({ direction: shift < 0 ? 'past' : 'future' } as const);
  const [day, month, first] = [german.WEEKDAYS, german.MONTHS, german.SEASONS].map((map) =>
    map.get(text.words[at] ?? ''),
  );
  const end = at + 1;
  if (/^wochenendes?$/.test(text.words[at] ?? '')) return { end, reading: { kind: 'weekend', ...direction } };
  if (day !== undefined) return { end, reading: { kind: 'weekday', weekday: day, ...direction } };
  if (month !== undefined) return { end, reading: { kind: 'calendar', month, ...direction } };
  if (first === undefined) return undefined;
  return {
    end,
    reading: { kind: 'season', month: first, ...(shift === 0 && first !== 12 ? { yearShift: 0 } : direction) },
  };
}

/** „Wochenende", „Vorjahr", „Jahresbeginn". */
export const relativeNoun: DateParser = (text, at) => {
  const word = text.words[at] ?? '';
  if (word === 'wochenende') return expression(at, at + 1, { kind: 'weekend' }, 'weekend');
  if (word === 'vortag') return expression(at, at + 1, { kind: 'anchored', unit: 'day', shift: -1 }, 'anchored');
  const found = german.SHIFTED_NOUNS.get(word);
  return found && expression(at, at + 1, { kind: 'shifted', unit: found[0], shift: found[1] }, 'relative');
};

/** „Ende April 2019", „Mitte Dezember", „Ende 2001", „Anfang kommender Woche", „Ende des Jahres". */
export const partOf: DateParser = (text, at) => {
  if (!german.PARTS.has(text.words[at] ?? '')) return undefined;
  const inner = at + (ARTICLES.has(text.words[at + 1] ?? '') ? 2 : 1);
  const found = PERIODS.map((parse) => parse(text, inner)).find((own) => own !== undefined);
  if (found) return { ...found, first: at };
  const unit = inner === at + 2 ? german.UNITS.get(text.words[inner] ?? '') : undefined;
  return unit && unit !== 'day'
    ? expression(at, inner + 1, { kind: 'shifted', unit, shift: 0 }, 'relative')
    : undefined;
};
const ARTICLES = wordSet('der des');
const PERIODS: readonly DateParser[] = [monthAndYear, year, shifted, decade];

/** „vor zwei Wochen", „vor rund einem Monat"; „vor einigen Tagen" and „vor Jahren" fix nothing. */
export const ago: DateParser = (text, at) => {
  if (text.words[at] !== 'vor') return undefined;
  let next = at + 1;
  while (german.APPROXIMATIONS.has(text.words[next] ?? '')) next++;
  if (isHalfYear(text, next)) return away(at, next + 3, { unit: 'month', shift: -6 });
  const { end, count } = readCount(text, next);
  const unit = german.UNITS.get(text.words[end] ?? '');
  if (unit === undefined) return undefined;
  if (count !== undefined) return away(at, end + 1, { unit, shift: -count });
  const isVague = end > next || german.PLURAL_UNITS.has(text.words[next] ?? '');
  return isVague ? expression(at, end + 1, { kind: 'vague' }, 'relative') : undefined;
};

/** „in zehn Tagen", „in einem Monat"; „in eine Woche" is no date. */
export const ahead: DateParser = (text, at) => {
  if (text.words[at] === 'in' && isHalfYear(text, at + 1)) return away(at, at + 4, { unit: 'month', shift: 6 });
  const { end, count } = text.words[at] === 'in' ? readCount(text, at + 1) : { end: at, count: undefined };
  const unit = german.UNITS.get(text.words[end] ?? '');
  if (unit === undefined || count === undefined || ACCUSATIVES.has(text.words[at + 1] ?? '')) return undefined;
  return away(at, end + 1, { unit, shift: count });
};
const ACCUSATIVES = wordSet('ein eine einen');

/** „einem halben Jahr" */
function isHalfYear({ words }: DateText, at: number): boolean {
  return words[at] === 'einem' && words[at + 1] === 'halben' && words[at + 2] === 'jahr';
}

function away(first: number, end: number, distance: { unit: CalendarUnit; shift: number }): DateExpression {
  return expression(first, end, { kind: 'shifted', ...distance }, 'relative');
}

function readCount(text: DateText, at: number): { end: number; count?: number } {
  const word = text.words[at] ?? '';
  const count = german.findNumber(word);
  if (word === 'ein' && text.words[at + 1] === 'paar') return { end: at + 2 };
  if (count !== undefined) return { end: at + 1, count };
  return { end: german.VAGUE_COUNTS.has(word) ? at + 1 : at };
}

/** „gestern", „heute früh", „gestern Abend". */
export const dayAdverb: DateParser = (text, at) => {
  const shift = german.DAY_ADVERBS.get(text.words[at] ?? '');
  if (shift === undefined || isOtherSense(text, at)) return undefined;
  const end = german.DAY_PART_WORDS.has(text.words[at + 1] ?? '') ? at + 2 : at + 1;
  return expression(at, end, { kind: 'shifted', unit: 'day', shift }, 'relative');
};

/** „der Morgen" is no day, „wie heute" and „bis heute" mean our time, „am Mittwoch morgen" is a part of the day. */
function isOtherSense(text: DateText, at: number): boolean {
  const before = text.words[at - 1] ?? '';
  if (text.words[at] === 'heute') return NOWADAYS.has(before) || text.words[at + 1] === 'noch';
  if (text.words[at] !== 'morgen') return false;
  const isNamed = isCapitalised(text.tokens[at]?.text ?? '') && !isSentenceStart(text, at);
  return isNamed || before === 'von' || german.WEEKDAYS.has(before) || german.DAY_ADVERBS.has(before);
}

/** „Morgen fliegt er", but not „Morgen für Morgen". */
function isSentenceStart({ tokens, words }: DateText, at: number): boolean {
  const before = tokens[at - 1];
  return (before === undefined || /^[.!?:“”"»]$/u.test(before.text)) && words[at + 1] !== 'für';
}
const NOWADAYS = wordSet('wie bis von noch als');

/** „zwei Tage zuvor", „tags darauf", „am Tag danach", „am selben Tag", „im Jahr zuvor". */
export const anchored: DateParser = (text, at) => {
  const word = text.words[at] ?? '';
  if (SAME.has(word) && text.words[at + 1] === 'tag') return anchor(at, at + 2, { unit: 'day', shift: 0 });
  if (FOLLOWING.has(word) && text.words[at + 1] === 'tag') return anchor(at, at + 2, { unit: 'day', shift: 1 });
  const count = german.findNumber(word);
  if (count === undefined && !UNCOUNTED.has(text.words[at - 1] ?? '') && word !== 'tags') return undefined;
  const unitAt = count === undefined ? at : at + 1;
  const unit = word === 'tags' ? 'day' : german.UNITS.get(text.words[unitAt] ?? '');
  const sign = signOf(text.words[unitAt + 1] ?? '');
  return unit && sign ? anchor(at, unitAt + 2, { unit, shift: sign * (count ?? 1) }) : undefined;
};
const UNCOUNTED = wordSet('am im der');
const SAME = wordSet('selben gleichen');
const FOLLOWING = wordSet('folgenden darauffolgenden');

/** „zwei Monate nach dem Gipfel", „wenige Wochen vor der Wahl": says when that was, or that the words do not tell. */
export const offset: DateParser = (text, at) => {
  const { end, count } = readCount(text, at);
  const unit = end > at ? german.UNITS.get(text.words[end] ?? '') : undefined;
  const sign = unit === undefined ? undefined : OFFSETS.get(text.words[end + 1] ?? '');
  if (unit === undefined || sign === undefined || !EVENT_ARTICLES.has(text.words[end + 2] ?? '')) return undefined;
  const reading =
    count === undefined ? ({ kind: 'vague' } as const) : ({ kind: 'offset', unit, shift: sign * count } as const);
  return expression(at, end + 2, reading, 'offset');
};
const OFFSETS: ReadonlyMap<string, 1 | -1> = new Map([
  ['nach', -1],
  ['vor', 1],
]);
const EVENT_ARTICLES = wordSet('dem der den einem einer seinem seiner ihrem ihrer');

function anchor(first: number, end: number, distance: { unit: CalendarUnit; shift: number }): DateExpression {
  return expression(first, end, { kind: 'anchored', ...distance }, 'anchored');
}

function signOf(word: string): -1 | 0 | 1 {
  if (german.BEFORE.has(word)) return -1;
  return german.AFTER.has(word) ? 1 : 0;
}
