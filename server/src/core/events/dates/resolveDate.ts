import type { TimeInterval } from '../timeInterval.js';
import {
  findCalendarInterval,
  findDays,
  findSeason,
  findShifted,
  findStretch,
  isAtLeast,
  toDayNumber,
  weekdayOf,
} from './calendar.js';
import type { CalendarReading, DateReading, Direction } from './dateReading.js';

/** What fills in the parts that an expression leaves out. */
export interface DateReference {
  /** The article's date, as precise as known. */
  readonly date?: TimeInterval;
  /** What the words around the expression say: past, future, or nothing. */
  readonly direction?: Direction;
  /** The resolved date before the expression in the same paragraph. */
  readonly previous?: TimeInterval;
  /** The same, but of the same sentence. */
  readonly beside?: TimeInterval;
}

/** The interval that a reading means; undefined where text and reference do not fix it. Nothing is forced. */
export function resolveReading(reading: DateReading, reference: DateReference): TimeInterval | undefined {
  const { date } = reference;
  switch (reading.kind) {
    case 'calendar':
      return resolveCalendar(reading, reference);
    case 'season':
      return resolveSeason(reading, reference);
    case 'weekday':
      return resolveWeekday(reading, reference);
    case 'weekend':
      return resolveWeekend(reading.direction, reference);
    case 'shifted':
      return date && findShifted(date, reading.unit, reading.shift);
    case 'stretch':
      return date && findStretch(date, reading.unit, reading.count);
    case 'anchored':
      return reference.previous && findShifted(reference.previous, reading.unit, reading.shift);
    case 'offset':
      return reference.beside && findShifted(reference.beside, reading.unit, reading.shift);
    case 'yearPart':
      return resolveYearPart(reading, reference);
    case 'decade':
      return findYears(reading.year, reading.year + 9);
    case 'century':
      return findYears(100 * reading.number - 99, 100 * reading.number);
    case 'night':
      return resolveNight(reading.day, reference);
    case 'range':
      return resolveRange(reading, reference);
    case 'vague':
      return undefined;
  }
}

/** Whether the text alone gives the date, so that the article's date adds nothing. */
export function isComplete(reading: DateReading): boolean {
  if (reading.kind === 'range') return isComplete(reading.from) && isComplete(reading.to);
  if (reading.kind === 'night') return isComplete(reading.day);
  if (reading.kind === 'calendar' || reading.kind === 'season' || reading.kind === 'yearPart')
    return reading.year !== undefined;
  return reading.kind === 'decade' || reading.kind === 'century';
}

/** „den 21.": a day that takes month and year from the date before it in the sentence, and is none without. */
export function isBareDay(reading: DateReading): boolean {
  return reading.kind === 'calendar' && reading.day !== undefined && reading.month === undefined;
}

function resolveCalendar(reading: CalendarReading, reference: DateReference): TimeInterval | undefined {
  const { month, day } = reading;
  if (isBareDay(reading)) return findDayOfMonth(reference.beside, day);
  const year = findYear(reading, reference);
  if (year !== undefined) return findCalendarInterval(year, month, day);
  if (month === undefined || reading.yearShift !== undefined) return undefined;
  const inYear = (candidate: number): TimeInterval | undefined => findCalendarInterval(candidate, month, day);
  return chooseYear(inYear, reading.direction, reference);
}

function findDayOfMonth(previous: TimeInterval | undefined, day: number | undefined): TimeInterval | undefined {
  if (previous === undefined || !isAtLeast(previous, 'month')) return undefined;
  return findCalendarInterval(Number(previous.from.slice(0, 4)), Number(previous.from.slice(5, 7)), day);
}

function resolveSeason(
  reading: DateReading & { readonly kind: 'season' },
  reference: DateReference,
): TimeInterval | undefined {
  const year = findYear(reading, reference);
  if (year !== undefined) return findSeason(year, reading.month);
  if (reading.yearShift !== undefined) return undefined;
  return chooseYear((candidate) => findSeason(candidate, reading.month), reading.direction, reference);
}

function resolveYearPart(
  { months, index, year }: DateReading & { readonly kind: 'yearPart' },
  reference: DateReference,
): TimeInterval | undefined {
  const inYear = (candidate: number): TimeInterval | undefined => {
    const first = findCalendarInterval(candidate, months * (index - 1) + 1);
    const last = findCalendarInterval(candidate, months * index);
    return join(first, last);
  };
  return year === undefined ? chooseYear(inYear, undefined, reference) : inYear(year);
}

/** The stretch of years from `first` to `last`. */
function findYears(first: number, last: number): TimeInterval | undefined {
  return join(findCalendarInterval(first), findCalendarInterval(last));
}

function resolveNight(day: DateReading, reference: DateReference): TimeInterval | undefined {
  const morning = resolveReading(day, reference);
  return morning?.granularity === 'day' ? join(findShifted(morning, 'day', -1), morning) : undefined;
}

function findYear(reading: { year?: number; yearShift?: number }, reference: DateReference): number | undefined {
  if (reading.year !== undefined) return reading.year;
  if (reading.yearShift === undefined || reference.date === undefined) return undefined;
  return Number(reference.date.from.slice(0, 4)) + reading.yearShift;
}

/**
 * The year of a date without one. News looks back unless a word looks ahead; where nothing speaks for either, the coming date
 * is meant only when it is four times nearer than the past one („am 13. Januar" in a report of the 10th).
 */
function chooseYear(
  inYear: (year: number) => TimeInterval | undefined,
  spelt: Direction | undefined,
  reference: DateReference,
): TimeInterval | undefined {
  const { date } = reference;
  if (date === undefined || !isAtLeast(date, 'month')) return undefined;
  const year = Number(date.from.slice(0, 4));
  const candidates = [year - 1, year, year + 1].map(inYear);
  const isPast = (value: TimeInterval): boolean => (spelt ? value.to < date.from : value.from <= date.to);
  const isFuture = (value: TimeInterval): boolean => (spelt ? value.from > date.to : value.to >= date.from);
  const past = candidates.findLast((value) => value !== undefined && isPast(value));
  const future = candidates.find((value) => value !== undefined && isFuture(value));
  const direction = spelt ?? reference.direction;
  if (direction !== undefined) return direction === 'past' ? past : future;
  if (past === undefined || future === undefined) return past ?? future;
  return 4 * gap(date, future) < gap(past, date) ? future : past;
}

function gap(earlier: TimeInterval, later: TimeInterval): number {
  return Math.max(0, toDayNumber(later.from) - toDayNumber(earlier.to));
}

function resolveWeekday(
  reading: DateReading & { readonly kind: 'weekday' },
  reference: DateReference,
): TimeInterval | undefined {
  if (reference.date?.granularity !== 'day') return undefined;
  const today = toDayNumber(reference.date.from);
  const offset = reading.weekday - weekdayOf(today);
  const day = today + offset + 7 * (reading.weekShift ?? weeksAway(offset, reading.direction, reference.direction));
  return findDays(day, day, 'day');
}

/** Weeks to add to this week's weekday, `offset` days from today, so that it lies in the wanted direction. */
function weeksAway(offset: number, spelt: Direction | undefined, cued: Direction | undefined): number {
  if (spelt === 'past') return offset < 0 ? 0 : -1;
  if (spelt === 'future') return offset > 0 ? 0 : 1;
  if (cued === 'future') return offset >= 0 ? 0 : 1;
  return offset <= 0 ? 0 : -1;
}

function resolveWeekend(spelt: Direction | undefined, reference: DateReference): TimeInterval | undefined {
  if (reference.date?.granularity !== 'day') return undefined;
  const isWeekend = weekdayOf(toDayNumber(reference.date.from)) >= 5;
  const looksAhead = (spelt ?? reference.direction) === 'future';
  if (looksAhead) return findShifted(reference.date, 'weekend', spelt && isWeekend ? 1 : 0);
  return findShifted(reference.date, 'weekend', isWeekend && !spelt ? 0 : -1);
}

/** One end fixes what the other leaves out: „vom 28. Dezember bis 3. Januar", „am Sonntag und Montag". */
function resolveRange(
  reading: DateReading & { readonly kind: 'range' },
  reference: DateReference,
): TimeInterval | undefined {
  if (isComplete(reading.from)) {
    const from = resolveReading(reading.from, reference);
    return from && join(from, resolveReading(reading.to, { date: from, direction: 'future' }));
  }
  const to = resolveReading(reading.to, reference);
  return to && join(resolveReading(reading.from, { date: to, direction: 'past' }), to);
}

function join(from: TimeInterval | undefined, to: TimeInterval | undefined): TimeInterval | undefined {
  if (from === undefined || to === undefined || to.to < from.from) return undefined;
  return { from: from.from, to: to.to, granularity: 'interval' };
}
