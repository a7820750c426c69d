import { findDay, toDayNumber } from '../../core/events/dates/calendar.js';
import { findInterval, type TimeInterval } from '../../core/events/timeInterval.js';

/** Days, inclusive; a missing end is open. */
export interface Days {
  readonly from?: string;
  readonly to?: string;
}

export type DatesField = 'date' | 'from' | 'to' | 'before' | 'after';

/**
 * The days that a field of dates means: `2022`, `2022-01`, `2022-01-13`, `13.1.2022` or `1.2022`; for `date` also ranges `2022-01..2022-03`,
 * open ones too. Undefined when the value is none of them.
 */
export function findDays(field: DatesField, value: string): Days | undefined {
  if (field === 'date') return findRange(value);
  const interval = findDate(value);
  if (interval === undefined) return undefined;
  switch (field) {
    case 'from':
      return { from: interval.from };
    case 'to':
      return { to: interval.to };
    case 'before':
      return shift(interval.from, -1, 'to');
    case 'after':
      return shift(interval.to, 1, 'from');
  }
}

/** What lies in both. */
export function intersect(a: Days, b: Days): Days {
  const [from] = [a.from, b.from].filter((day) => day !== undefined).sort((one, other) => (one < other ? 1 : -1));
  const [to] = [a.to, b.to].filter((day) => day !== undefined).sort((one, other) => (one < other ? -1 : 1));
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}

export function isEmptyRange({ from, to }: Days): boolean {
  return from !== undefined && to !== undefined && from > to;
}

function findRange(value: string): Days | undefined {
  const [first = '', last = first, ...more] = value.split('..').map((part) => part.trim());
  if (more.length > 0 || (first === '' && last === '')) return undefined;
  const [from, to] = [findDate(first), findDate(last)];
  if ((first !== '' && from === undefined) || (last !== '' && to === undefined)) return undefined;
  return { ...(from && { from: from.from }), ...(to && { to: to.to }) };
}

function findDate(text: string): TimeInterval | undefined {
  const [, day, month = '', year = ''] = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  if (year === '') return findInterval(text);
  return findInterval(
    [year, month, ...(day === undefined ? [] : [day])].map((part) => part.padStart(2, '0')).join('-'),
  );
}

function shift(day: string, days: number, end: 'from' | 'to'): Days | undefined {
  const shifted = findDay(toDayNumber(day) + days);
  return shifted === undefined ? undefined : { [end]: shifted };
}
