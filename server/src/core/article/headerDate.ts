import { daysInMonth } from '../events/timeInterval.js';
import { fold } from '../text/fold.js';

const MONTHS: readonly (readonly string[])[] = [
  ['januar', 'janner', 'jan', 'january'],
  ['februar', 'feber', 'feb', 'february'],
  ['marz', 'maerz', 'mrz', 'mar', 'march'],
  ['april', 'apr'],
  ['mai', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['august', 'aug'],
  ['september', 'sept', 'sep'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov'],
  ['dezember', 'dez', 'dec', 'december'],
];
const MONTH_NUMBER = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));

const NUMERIC = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)/;
const SHORT_YEAR = /(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{2})(?![\d.:])/;
const SLASHED = /(?<![\d/])(\d{1,2})\/(\d{1,2})\/(\d{4})(?![\d/])/;
const ISO = /(?<![\d-])(\d{4})-(\d{2})-(\d{2})(?!\d)/;
const DAY_FIRST = /(?<![\d.,])(\d{1,2})(?:\.|st|nd|rd|th)?\s(?:of\s)?(\p{L}{3,9})\.?,?\s(\d{4})(?!\d)/u;
const MONTH_FIRST = /(?<!\p{L})(\p{L}{3,9})\.?\s(\d{1,2})(?:st|nd|rd|th)?,\s?(\d{4})(?!\d)/u;

/**
 * Finds the day a header, caption or time-stamp line states: `17:28 17 Februar 2020`, `13.01.2022`, `13.01.22`, `2022-01-13`,
 * `January 13, 2022`, `19/01/2021`. Gives ISO `YYYY-MM-DD`; undefined when no valid day with a year is there, or when the order of day and
 * month is not certain (`03/04/2021`).
 */
export function findHeaderDate(line: string): string | undefined {
  return /\d{4}/.test(line) ? findFullDate(line) : findShortDate(line);
}

function findFullDate(line: string): string | undefined {
  const iso = ISO.exec(line);
  if (iso) return toIso(iso[1], iso[2], iso[3]);
  const numeric = NUMERIC.exec(line);
  if (numeric) return toIso(numeric[3], numeric[2], numeric[1]);
  const dayFirst = DAY_FIRST.exec(line);
  if (dayFirst) return toIso(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1]);
  const monthFirst = MONTH_FIRST.exec(line);
  if (monthFirst) return toIso(monthFirst[3], monthNumber(monthFirst[1]), monthFirst[2]);
  if (SHORT_YEAR.test(line)) return findShortDate(line);
  const [, first, second, year] = SLASHED.exec(line) ?? [];
  if (Number(first) > 12 || first === second) return toIso(year, second, first);
  return Number(second) > 12 ? toIso(year, first, second) : undefined;
}

function findShortDate(line: string): string | undefined {
  const [, day, month, year = ''] = SHORT_YEAR.exec(line) ?? [];
  return day === undefined ? undefined : toIso(`20${year}`, month, day);
}

function monthNumber(name: string | undefined): string | undefined {
  return MONTH_NUMBER.get(fold(name ?? ''))?.toString();
}

function toIso(year: string | undefined, month: string | undefined, day: string | undefined): string | undefined {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  if (!(y >= 1600 && m >= 1 && m <= 12 && d >= 1 && d <= daysInMonth(y, m))) return undefined;
  return `${String(y)}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
