export type Granularity = 'day' | 'week' | 'month' | 'season' | 'year' | 'interval';

/** A stretch of calendar days, both ends included, as ISO `YYYY-MM-DD`; never more precise than its granularity. */
export interface TimeInterval {
  readonly from: string;
  readonly to: string;
  readonly granularity: Granularity;
}

/**
 * The ISO form of the analysis format: `2022-01-13`, `2022-01`, `2022`, or `from/to` for everything else.
 */
export function printTimeInterval(value: TimeInterval): string {
  switch (value.granularity) {
    case 'day':
      return value.from;
    case 'month':
      return value.from.slice(0, 7);
    case 'year':
      return value.from.slice(0, 4);
    case 'week':
    case 'season':
    case 'interval':
      return value.from === value.to ? value.from : `${value.from}/${value.to}`;
  }
}

/** The interval of an ISO date as precise as stated (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`); undefined when it is none. */
export function findInterval(iso: string): TimeInterval | undefined {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(iso);
  if (!match?.[1]) return undefined;
  const [, year, month, day] = match;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31`, granularity: 'year' };
  if (Number(month) < 1 || Number(month) > 12) return undefined;
  const last = daysInMonth(Number(year), Number(month));
  if (day === undefined)
    return { from: `${year}-${month}-01`, to: `${year}-${month}-${String(last)}`, granularity: 'month' };
  if (Number(day) < 1 || Number(day) > last) return undefined;
  return { from: iso, to: iso, granularity: 'day' };
}

/** Whether two intervals share a day: ISO days compare as text. */
export function intersects(a: TimeInterval, b: TimeInterval): boolean {
  return a.from <= b.to && b.from <= a.to;
}

/** Days of a month (1–12) of the proleptic Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
