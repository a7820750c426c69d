import type { TimeInterval } from '../../events/timeInterval.js';

const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const SEASONS: Readonly<Record<string, string>> = { '03': 'spring', '06': 'summer', '09': 'autumn', '12': 'winter' };

/** A date as British text writes it: „13 January 2022", „9–10 January 2022", „January 2022", „spring 2023", „2014". */
export function printEnglishInterval(value: TimeInterval): string {
  const { from, to } = value;
  switch (value.granularity) {
    case 'day':
      return printDay(from);
    case 'month':
      return `${monthOf(from)} ${yearOf(from)}`;
    case 'season':
      return `${SEASONS[from.slice(5, 7)] ?? ''} ${yearOf(from)}`.trim();
    case 'year':
      return yearOf(from);
    case 'week':
    case 'interval':
      return printStretch(from, to);
  }
}

function printStretch(from: string, to: string): string {
  if (from.endsWith('-01-01') && to.endsWith('-12-31')) return `${yearOf(from)}–${yearOf(to)}`;
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayOf(from)}–${printDay(to)}`;
  if (yearOf(from) === yearOf(to)) return `${dayOf(from)} ${monthOf(from)} – ${printDay(to)}`;
  return `${printDay(from)} – ${printDay(to)}`;
}

function printDay(iso: string): string {
  return `${dayOf(iso)} ${monthOf(iso)} ${yearOf(iso)}`;
}

function dayOf(iso: string): string {
  return String(Number(iso.slice(8)));
}

function monthOf(iso: string): string {
  return MONTHS[Number(iso.slice(5, 7)) - 1] ?? '';
}

function yearOf(iso: string): string {
  return iso.slice(0, 4);
}
