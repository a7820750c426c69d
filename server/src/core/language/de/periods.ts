import { type DateParser, type DateReading, type DateText, expression } from '../../events/dates/dateReading.js';
import { dottedDate, findDayAt, findYearAt } from '../../events/dates/numericDates.js';
import { dayAndMonth, isNoun } from './absoluteDates.js';
import * as german from './dateWords.js';
import { weekday } from './relativeDates.js';

/** „im ersten Quartal 2023", „2. Quartal", „in der zweiten Jahreshälfte", „im zweiten Halbjahr". */
export const partOfYear: DateParser = (text, at) => {
  const ordinal = readOrdinal(text, at);
  const months = ordinal && german.YEAR_PARTS.get(text.words[ordinal.end] ?? '');
  if (!ordinal || !months || ordinal.value > 12 / months) return undefined;
  const end = ordinal.end + 1;
  const year = findYearAt(text, end);
  const reading: DateReading = { kind: 'yearPart', months, index: ordinal.value, ...(year !== undefined && { year }) };
  return expression(at, year === undefined ? end : end + 1, reading, 'quarter');
};

/** „19. Jahrhundert", „zwanzigsten Jahrhundert". */
export const century: DateParser = (text, at) => {
  const ordinal = readOrdinal(text, at);
  const isCentury = ordinal && /^jahrhunderts?$/.test(text.words[ordinal.end] ?? '') && ordinal.value <= 21;
  return isCentury ? expression(at, ordinal.end + 1, { kind: 'century', number: ordinal.value }, 'century') : undefined;
};

function readOrdinal(text: DateText, at: number): { value: number; end: number } | undefined {
  const day = text.words[at + 1] === '.' ? findDayAt(text, at) : undefined;
  if (day !== undefined) return { value: day, end: at + 2 };
  const value = german.ORDINALS.get(text.words[at] ?? '');
  return value === undefined ? undefined : { value, end: at + 1 };
}

/** „neunziger Jahre", „Siebzigerjahren". */
export const decadeInWords: DateParser = (text, at) => {
  const joined = /^(.+?)jahren?$/.exec(text.words[at] ?? '')?.[1];
  const year = german.DECADES.get(joined ?? text.words[at] ?? '');
  const end = joined === undefined ? at + 2 : at + 1;
  if (year === undefined || (joined === undefined && !/^jahren?$/.test(text.words[at + 1] ?? ''))) return undefined;
  return expression(at, end, { kind: 'decade', year }, 'decade');
};

/** „Nacht zum Dienstag", „Nacht auf den 8. Mai", „Nacht von Montag auf Dienstag": the evening before and the day. */
export const night: DateParser = (text, at) => {
  if (text.words[at] !== 'nacht') return undefined;
  const start = readDay(text, skipLink(text, at + 1, FROM));
  const day = readDay(text, skipLink(text, start?.end ?? at + 1, TOWARDS));
  return day && expression(at, day.end, { kind: 'night', day: day.reading }, 'night');
};
const FROM = /^vo[nm]$/;
const TOWARDS = /^(?:zum|auf|zu)$/;

/** One behind the preposition and its article; a token that is no date where the preposition is missing. */
function skipLink(text: DateText, at: number, preposition: RegExp): number {
  if (!preposition.test(text.words[at] ?? '')) return -1;
  return /^de[mn]$/.test(text.words[at + 1] ?? '') ? at + 2 : at + 1;
}

function readDay(text: DateText, at: number): { reading: DateReading; end: number } | undefined {
  return at < 0 ? undefined : (dottedDate(text, at) ?? dayAndMonth(text, at) ?? weekday(text, at));
}

/** „Silvester", „Neujahr 2025": feasts of a fixed day. */
export const feast: DateParser = (text, at) => {
  const found = isNoun(text, at) ? german.FEASTS.get(text.words[at] ?? '') : undefined;
  if (found === undefined) return undefined;
  const year = findYearAt(text, at + 1);
  const [month, day] = found;
  const reading: DateReading = { kind: 'calendar', month, day, ...(year !== undefined && { year }) };
  return expression(at, year === undefined ? at + 1 : at + 2, reading, 'feast');
};
