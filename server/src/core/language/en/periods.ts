import { type DateParser, type DateReading, expression } from '../../events/dates/dateReading.js';
import { findYearAt } from '../../events/dates/numericDates.js';
import { wordSet } from '../wordSet.js';
import * as english from './dateWords.js';

/** „the first quarter of 2023", „in the third quarter"; a half only with its year: football has halves, too. */
export const partOfYear: DateParser = (text, at) => {
  const index = english.ORDINALS.get(text.words[at] ?? '');
  const months = english.YEAR_PARTS.get(text.words[at + 1] ?? '');
  if (index === undefined || months === undefined || index > 12 / months) return undefined;
  const yearAt = text.words[at + 2] === 'of' ? at + 3 : at + 2;
  const year = findYearAt(text, yearAt);
  const isCued = months === 3 && text.words[at - 1] === 'the' && QUARTER_CUES.has(text.words[at - 2] ?? '');
  if (year === undefined && !isCued) return undefined;
  const reading: DateReading = { kind: 'yearPart', months, index, ...(year !== undefined && { year }) };
  return expression(at, year === undefined ? at + 2 : yearAt + 1, reading, 'quarter');
};
const QUARTER_CUES = wordSet('in for during of since');

/** „the 19th century"; the ending is a token of its own. */
export const century: DateParser = (text, at) => {
  const number = /^\d{1,2}$/.test(text.words[at] ?? '') ? Number(text.words[at]) : undefined;
  const isOrdinal = /^(?:st|nd|rd|th)$/.test(text.words[at + 1] ?? '');
  const isCentury = isOrdinal && text.words[at + 2] === 'century';
  if (number === undefined || number < 1 || number > 21 || !isCentury) return undefined;
  return expression(at, at + 3, { kind: 'century', number }, 'century');
};

/** „last night", „this morning". */
export const partOfDay: DateParser = (text, at) => {
  const word = text.words[at] ?? '';
  if (!english.DAY_PARTS.has(text.words[at + 1] ?? '') || (word !== 'last' && word !== 'this')) return undefined;
  return expression(at, at + 2, { kind: 'shifted', unit: 'day', shift: word === 'last' ? -1 : 0 }, 'relative');
};

/** „The deadline ends in three days"; „left in three days" says how long it took. */
export const ahead: DateParser = (text, at) => {
  const count = text.words[at] === 'in' ? english.findNumber(text.words[at + 1] ?? '') : undefined;
  const unit = english.UNITS.get(text.words[at + 2] ?? '');
  const before = text.words.slice(Math.max(0, at - LONGEST_CLAUSE), at);
  if (count === undefined || unit === undefined || !before.some((word) => AHEAD.has(word))) return undefined;
  return expression(at, at + 3, { kind: 'shifted', unit, shift: count }, 'relative');
};
const LONGEST_CLAUSE = 10;
const AHEAD = wordSet(
  'will would shall due begins begin ends end starts start opens expires expire expected scheduled',
);
