import { daysInMonth, findInterval, type TimeInterval } from '../timeInterval.js';

/** The stretches of the calendar that expressions count in. */
export type CalendarUnit = 'day' | 'week' | 'weekend' | 'month' | 'year';

const DAY_MS = 86_400_000;

/** Days since 1970-01-01 of an ISO day. */
export function toDayNumber(iso: string): number {
  return Date.parse(iso) / DAY_MS;
}

/** The ISO day of a day number; years outside 0001–9999 give undefined. */
export function findDay(dayNumber: number): string | undefined {
  const inRange = dayNumber > -719_000 && dayNumber < 2_932_000;
  return inRange ? new Date(dayNumber * DAY_MS).toISOString().slice(0, 10) : undefined;
}

/** Monday is 0, Sunday 6. */
export function weekdayOf(dayNumber: number): number {
  return (((dayNumber + 3) % 7) + 7) % 7;
}

/** The interval of a year, month or day given as numbers; undefined where the calendar has none. */
export function findCalendarInterval(year: number, month?: number, day?: number): TimeInterval | undefined {
  const digits = (value: number, length: number): string => String(value).padStart(length, '0');
  const parts = [digits(year, 4)];
  if (month !== undefined) parts.push(digits(month, 2));
  if (month !== undefined && day !== undefined) parts.push(digits(day, 2));
  return findInterval(parts.join('-'));
}

/** The days from `first` to `last` by day number, as one interval. */
export function findDays(
  first: number,
  last: number,
  granularity: TimeInterval['granularity'],
): TimeInterval | undefined {
  const from = findDay(first);
  const to = findDay(last);
  return from === undefined || to === undefined ? undefined : { from, to, granularity };
}

/** The three months that start with `month`, as one season; winter reaches into the next year. */
export function findSeason(year: number, month: number): TimeInterval | undefined {
  const first = findCalendarInterval(year, month);
  const last = month + 2 > 12 ? findCalendarInterval(year + 1, month - 10) : findCalendarInterval(year, month + 2);
  return first && last && { from: first.from, to: last.to, granularity: 'season' };
}

/**
 * The unit that lies `shift` units from the one around `base` („vor zwei Wochen": the week 14 days back).
 * Undefined where `base` is less precise than the unit.
 */
export function findShifted(base: TimeInterval, unit: CalendarUnit, shift: number): TimeInterval | undefined {
  const year = Number(base.from.slice(0, 4));
  if (unit === 'year') return isAtLeast(base, 'year') ? findCalendarInterval(year + shift) : undefined;
  if (unit === 'month') {
    const months = year * 12 + Number(base.from.slice(5, 7)) - 1 + shift;
    return isAtLeast(base, 'month')
      ? findCalendarInterval(Math.floor(months / 12), (((months % 12) + 12) % 12) + 1)
      : undefined;
  }
  if (base.granularity !== 'day') return undefined;
  const day = toDayNumber(base.from);
  if (unit === 'day') return findDays(day + shift, day + shift, 'day');
  const monday = day - weekdayOf(day) + 7 * shift;
  return unit === 'week' ? findDays(monday, monday + 6, 'week') : findDays(monday + 5, monday + 6, 'interval');
}

/** The stretch of `count` units that ends (negative) or starts (positive) with `base`: „in den letzten zwei Wochen". */
export function findStretch(base: TimeInterval, unit: CalendarUnit, count: number): TimeInterval | undefined {
  const other =
    unit === 'week' || unit === 'weekend' ? findShifted(base, 'day', 7 * count) : findSameDay(base, unit, count);
  if (other === undefined) return undefined;
  const [first, last] = count < 0 ? [other, base] : [base, other];
  return { from: first.from, to: last.to, granularity: 'interval' };
}

/** Whether the interval is a day, or a month or year where `unit` allows one. */
export function isAtLeast(base: TimeInterval, unit: 'day' | 'month' | 'year'): boolean {
  if (base.granularity === 'day') return true;
  if (base.granularity === 'month') return unit !== 'day';
  return base.granularity === 'year' && unit === 'year';
}

function findSameDay(base: TimeInterval, unit: 'day' | 'month' | 'year', count: number): TimeInterval | undefined {
  const shifted = findShifted(base, unit, count);
  if (shifted === undefined || unit === 'day' || base.granularity !== 'day') return shifted;
  const year = Number(shifted.from.slice(0, 4));
  const month = Number((unit === 'month' ? shifted : base).from.slice(5, 7));
  return findCalendarInterval(year, month, Math.min(Number(base.from.slice(8)), daysInMonth(year, month)));
}
