import type { CalendarUnit } from '../../events/dates/calendar.js';
import {
  type DateExpression,
  type DateParser,
  type DateReading,
  type DateText,
  expression,
} from '../../events/dates/dateReading.js';
import { findYearAt } from '../../events/dates/numericDates.js';
import { isCapitalised } from '../../text/tokens.js';
import { decade, monthAndYear, readMonth } from './absoluteDates.js';
import * as english from './dateWords.js';

/** „Wednesday", „Sunday evening", „Wednesday last week". */
export const weekday: DateParser = (text, at) => {
  const number = isCapitalised(text.tokens[at]?.text ?? '') ? english.WEEKDAYS.get(text.words[at] ?? '') : undefined;
  if (number === undefined) return undefined;
  const end = english.DAY_PARTS.has(text.words[at + 1] ?? '') ? at + 2 : at + 1;
  const weekShift = text.words[end + 1] === 'week' ? english.SHIFTS.get(text.words[end] ?? '') : undefined;
  if (weekShift === undefined) return expression(at, end, { kind: 'weekday', weekday: number }, 'weekday');
  return expression(at, end + 2, { kind: 'weekday', weekday: number, weekShift }, 'weekday');
};

/** „last week", „earlier this year", „next Wednesday", „last June", „this spring", „the past two weeks". */
export const shifted: DateParser = (text, at) => {
  const start = english.EARLIER_LATER.has(text.words[at] ?? '') ? at + 1 : at;
  const shift = english.SHIFTS.get(text.words[start] ?? '');
  if (shift === undefined) return undefined;
  const found = readUnit(text, start + 1, shift) ?? readDirected(text, start + 1, shift);
  return found && expression(at, found.end, found.reading, 'relative');
};

function readUnit(text: DateText, at: number, shift: number): { end: number; reading: DateReading } | undefined {
  const word = text.words[at] ?? '';
  const unit = english.UNITS.get(word);
  if (unit === 'day') return undefined;
  if (unit) return { end: at + 1, reading: word.endsWith('s') ? { kind: 'vague' } : { kind: 'shifted', unit, shift } };
  const counted = english.UNITS.get(text.words[at + 1] ?? '');
  if (counted === undefined || shift === 0) return undefined;
  if (english.VAGUE_COUNTS.has(word)) return { end: at + 2, reading: { kind: 'vague' } };
  const count = english.findNumber(word);
  return count === undefined
    ? undefined
    : { end: at + 2, reading: { kind: 'stretch', unit: counted, count: shift * count } };
}

function readDirected(text: DateText, at: number, shift: number): { end: number; reading: DateReading } | undefined {
  const direction = shift === 0 ? {} : ({ direction: shift < 0 ? 'past' : 'future' } as const);
  const word = text.words[at] ?? '';
  if (word === 'weekend') return { end: at + 1, reading: { kind: 'weekend', ...direction } };
  const day = english.WEEKDAYS.get(word);
  if (day !== undefined) return { end: at + 1, reading: { kind: 'weekday', weekday: day, ...direction } };
  const month = readMonth(text, at);
  if (month) return { end: month.end, reading: { kind: 'calendar', month: month.value, ...direction } };
  const first = english.SEASONS.get(word);
  if (first === undefined) return undefined;
  return {
    end: at + 1,
    reading: { kind: 'season', month: first, ...(shift === 0 && first !== 12 ? { yearShift: 0 } : direction) },
  };
}

/** „early January", „mid-December", „late 2021", „the end of April", „the end of the year", „the end of last week". */
export const partOf: DateParser = (text, at) => {
  if (!english.PARTS.has(text.words[at] ?? '')) return undefined;
  let inner = at + 1;
  while (text.words[inner] === '-' || text.words[inner] === 'of' || text.words[inner] === 'the') inner++;
  const found = monthAndYear(text, inner) ?? decade(text, inner) ?? shifted(text, inner);
  if (found) return { ...found, first: at };
  const year = findYearAt(text, inner);
  if (year !== undefined) return expression(at, inner + 1, { kind: 'calendar', year }, 'year');
  const unit = inner === at + 3 ? english.UNITS.get(text.words[inner] ?? '') : undefined;
  return unit && unit !== 'day'
    ? expression(at, inner + 1, { kind: 'shifted', unit, shift: 0 }, 'relative')
    : undefined;
};

/** „the weekend". */
export const weekend: DateParser = (text, at) =>
  text.words[at] === 'weekend' ? expression(at, at + 1, { kind: 'weekend' }, 'weekend') : undefined;

/** „yesterday", „tomorrow morning". */
export const dayAdverb: DateParser = (text, at) => {
  const shift = english.DAY_ADVERBS.get(text.words[at] ?? '');
  if (shift === undefined) return undefined;
  const end = english.DAY_PARTS.has(text.words[at + 1] ?? '') ? at + 2 : at + 1;
  return expression(at, end, { kind: 'shifted', unit: 'day', shift }, 'relative');
};

/** „two weeks ago", „years ago"; „two days earlier", „a month later" count from the date before them. */
export const counted: DateParser = (text, at) => {
  const word = text.words[at] ?? '';
  const count = english.findNumber(word);
  const hasCount = count !== undefined || english.VAGUE_COUNTS.has(word);
  const unitAt = hasCount ? at + 1 : at;
  const unit = english.UNITS.get(text.words[unitAt] ?? '');
  const adverb = text.words[unitAt + 1] ?? '';
  if (unit === undefined) return undefined;
  if (isPreposition(text, unitAt + 1))
    return offset(at, unitAt + 2, { unit, count, sign: adverb === 'after' ? -1 : 1 });
  if (adverb === 'ago') return away(at, unitAt + 2, { unit, count });
  const sign = signOf(adverb);
  return sign !== 0 && count !== undefined ? anchor(at, unitAt + 2, { unit, shift: sign * count }) : undefined;
};

/** „two days after the summit" counts from the summit, „two days after" at the end of a clause from the story. */
function isPreposition(text: DateText, at: number): boolean {
  const isEither = text.words[at] === 'before' || text.words[at] === 'after';
  return isEither && text.tokens[at + 1] !== undefined && text.tokens[at + 1]?.kind !== 'mark';
}

/** „two months after the breakdown" says when the breakdown was. */
function offset(
  first: number,
  end: number,
  distance: { unit: CalendarUnit; count: number | undefined; sign: -1 | 1 },
): DateExpression {
  const { unit, count, sign } = distance;
  if (count === undefined) return expression(first, end, { kind: 'vague' }, 'offset');
  return expression(first, end, { kind: 'offset', unit, shift: sign * count }, 'offset');
}

function away(first: number, end: number, distance: { unit: CalendarUnit; count: number | undefined }): DateExpression {
  if (distance.count === undefined) return expression(first, end, { kind: 'vague' }, 'relative');
  return expression(first, end, { kind: 'shifted', unit: distance.unit, shift: -distance.count }, 'relative');
}

/** „the next day", „the following day", „the same day", „the day before". */
export const anchored: DateParser = (text, at) => {
  const shift = ANCHORS.get(text.words[at] ?? '');
  if (shift !== undefined && text.words[at + 1] === 'day') return anchor(at, at + 2, { unit: 'day', shift });
  const isDay = text.words[at] === 'day' && text.words[at - 1] === 'the';
  const sign = isDay ? signOf(text.words[at + 1] ?? '') : 0;
  return sign === 0 ? undefined : anchor(at, at + 2, { unit: 'day', shift: sign });
};
const ANCHORS: ReadonlyMap<string, number> = new Map(Object.entries({ same: 0, next: 1, following: 1, previous: -1 }));

function anchor(first: number, end: number, distance: { unit: CalendarUnit; shift: number }): DateExpression {
  return expression(first, end, { kind: 'anchored', ...distance }, 'anchored');
}

function signOf(word: string): -1 | 0 | 1 {
  if (english.BEFORE.has(word)) return -1;
  return english.AFTER.has(word) ? 1 : 0;
}
