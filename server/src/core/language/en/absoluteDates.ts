import {
  type DateExpression,
  type DateParser,
  type DateReading,
  type DateText,
  expression,
} from '../../events/dates/dateReading.js';
import { findDayAt, findYearAt } from '../../events/dates/numericDates.js';
import { isCapitalised } from '../../text/tokens.js';
import { wordSet } from '../wordSet.js';
import * as english from './dateWords.js';

/** „13 January 2022", „13th of January". */
export const dayAndMonth: DateParser = (text, at) => {
  const day = readDay(text, at);
  if (day === undefined) return undefined;
  const month = readMonth(text, text.words[day.end] === 'of' ? day.end + 1 : day.end);
  return month && withYear(text, { at, end: month.end, month: month.value, day: day.value });
};

/** „January 13, 2022", „Jan. 13". */
export const monthAndDay: DateParser = (text, at) => {
  const month = readMonth(text, at);
  const day = month && readDay(text, month.end);
  return day && withYear(text, { at, end: day.end, month: month.value, day: day.value });
};

/** „9–10 January", „9 and 10 January 2022", „from 9 to 10 January". */
export const daysAndMonth: DateParser = (text, at) => {
  const first = readDay(text, at);
  const second = first && RANGE_MARKS.has(text.words[first.end] ?? '') ? dayAndMonth(text, first.end + 1) : undefined;
  return first && second && daysRange(at, first.value, second);
};

/** „January 9–10, 2022", „January 9 and 10". */
export const monthAndDays: DateParser = (text, at) => {
  const month = readMonth(text, at);
  const first = month && readDay(text, month.end);
  const second = first && RANGE_MARKS.has(text.words[first.end] ?? '') ? readDay(text, first.end + 1) : undefined;
  if (first === undefined || second === undefined) return undefined;
  return daysRange(
    at,
    first.value,
    withYear(text, { at, end: second.end, month: month?.value ?? 0, day: second.value }),
  );
};
const RANGE_MARKS = wordSet('to and until – — - /');

/** „January 2022", „December". „May" and „March" only where a date word stands beside them. */
export const monthAndYear: DateParser = (text, at) => {
  const month = readMonth(text, at);
  if (month === undefined) return undefined;
  const found = withYear(text, { at, end: month.end, month: month.value });
  const isVerb = text.words[at] === 'may' || text.words[at] === 'march';
  return isVerb && found.end === month.end && !MONTH_CUES.has(text.words[at - 1] ?? '') ? undefined : found;
};
const MONTH_CUES = wordSet('in of since until by early late mid - last next this and from to between');

/** „spring 2023", „in the spring", „the winter of 2021". */
export const season: DateParser = (text, at) => {
  const month = english.SEASONS.get(text.words[at] ?? '');
  if (month === undefined) return undefined;
  const year = readYear(text, text.words[at + 1] === 'of' ? at + 2 : at + 1);
  if (year) return expression(at, year.end, { kind: 'season', month, ...year.reading }, 'season');
  const before = text.words[at - 1] === 'the' ? text.words[at - 2] : text.words[at - 1];
  const isFall = text.words[at] === 'fall';
  const isSeason = !isFall || (text.words[at - 1] === 'the' && before === 'in' && text.words[at + 1] !== 'of');
  const isCued = SEASON_CUES.has(before ?? '') && isSeason;
  return isCued ? expression(at, at + 1, { kind: 'season', month }, 'season') : undefined;
};
const SEASON_CUES = wordSet('in since until by during');

/** „in 2014", „since 2019": a bare number is a year only behind such a word. */
export const year: DateParser = (text, at) => {
  const value = findYearAt(text, at);
  if (value === undefined || !YEAR_CUES.has(text.words[at - 1] ?? '')) return undefined;
  const next = text.tokens[at + 1];
  const isQuantity =
    next?.kind === 'word' && next.spaced && /^\p{Ll}+s$/u.test(next.text) && !VERBS_IN_S.has(next.text);
  return isQuantity ? undefined : expression(at, at + 1, { kind: 'calendar', year: value }, 'year');
};
const YEAR_CUES = wordSet('in since until by from of to early late mid before after between and ( during -');
const VERBS_IN_S = wordSet('was is has as its does');

/** „the 1990s". */
export const decade: DateParser = (text, at) => {
  const number = /^(?:19|20)\d0$/.test(text.words[at] ?? '') ? Number(text.words[at]) : undefined;
  const plural = text.tokens[at + 1];
  if (number === undefined || plural?.text !== 's' || plural.spaced) return undefined;
  return expression(at, at + 2, { kind: 'decade', year: number }, 'decade');
};

interface Found {
  readonly end: number;
  readonly value: number;
}

/** „13", „13th"; the ending is a token of its own. */
function readDay(text: DateText, at: number): Found | undefined {
  const value = findDayAt(text, at);
  if (value === undefined) return undefined;
  const hasEnding = /^(?:st|nd|rd|th)$/.test(text.words[at + 1] ?? '') && text.tokens[at + 1]?.spaced === false;
  return { value, end: hasEnding ? at + 2 : at + 1 };
}

/** A month with its capital letter, written out or short. */
export function readMonth(text: DateText, at: number): Found | undefined {
  if (!isCapitalised(text.tokens[at]?.text ?? '')) return undefined;
  const word = text.words[at] ?? '';
  const full = english.MONTHS.get(word);
  if (full !== undefined) return { value: full, end: at + 1 };
  const short = english.MONTH_ABBREVIATIONS.get(word);
  return short === undefined ? undefined : { value: short, end: text.words[at + 1] === '.' ? at + 2 : at + 1 };
}

interface MonthAt {
  readonly at: number;
  readonly end: number;
  readonly month: number;
  readonly day?: number;
}

function withYear(text: DateText, { at, end, month, day }: MonthAt): DateExpression {
  const hasComma = day !== undefined && text.words[end] === ',';
  const found = readYear(text, hasComma || text.words[end] === 'of' ? end + 1 : end);
  const reading: DateReading = { kind: 'calendar', month, ...(day !== undefined && { day }), ...found?.reading };
  return expression(at, found?.end ?? end, reading, day === undefined ? 'month' : 'day+month');
}

/** „2022", „last year", „this year". */
function readYear(
  text: DateText,
  at: number,
): { end: number; reading: { year?: number; yearShift?: number } } | undefined {
  const named = findYearAt(text, at);
  if (named !== undefined) return { end: at + 1, reading: { year: named } };
  const shift = english.SHIFTS.get(text.words[at] ?? '');
  return shift === undefined || text.words[at + 1] !== 'year'
    ? undefined
    : { end: at + 2, reading: { yearShift: shift } };
}

function daysRange(at: number, first: number, second: DateExpression): DateExpression | undefined {
  const { reading } = second;
  if (reading.kind !== 'calendar' || (reading.day ?? 0) <= first) return undefined;
  return expression(at, second.end, { kind: 'range', from: { ...reading, day: first }, to: reading }, 'range');
}
