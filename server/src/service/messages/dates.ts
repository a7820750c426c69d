import type { TimeInterval } from '../../core/events/timeInterval.js';

/** How a language writes a day, a month and a stretch of days. `month` counts from 1. */
export interface DateStyle {
  day(day: number, month: number, year: string): string;
  month(month: number, year: string): string;
}

/** An interval in words, as precise as it is: a day, a month, a year, or first and last day. */
export function printInterval({ from, to, granularity }: TimeInterval, style: DateStyle): string {
  if (granularity === 'month') return printIso(from.slice(0, 7), style);
  if (granularity === 'year') return from.slice(0, 4);
  return from === to ? printIso(from, style) : `${printIso(from, style)} – ${printIso(to, style)}`;
}

/** An ISO date (`YYYY`, `YYYY-MM`, `YYYY-MM-DD`) in words; anything else as it stands. */
export function printIso(iso: string, style: DateStyle): string {
  const match = /^(\d{4})-(\d{2})(?:-(\d{2}))?$/.exec(iso);
  if (match?.[1] === undefined) return iso;
  const [, year, month, day] = match;
  if (day === undefined) return style.month(Number(month), year);
  return style.day(Number(day), Number(month), year);
}
