import type { TimeInterval } from '../../events/timeInterval.js';

const MONTHS = 'Januar Februar März April Mai Juni Juli August September Oktober November Dezember'.split(' ');
const SEASONS: Readonly<Record<string, string>> = { '03': 'Frühjahr', '06': 'Sommer', '09': 'Herbst', '12': 'Winter' };

/** A date as German text writes it: „13. Januar 2022", „9.–10. Januar 2022", „Januar 2022", „Frühjahr 2023", „2014". */
export function printGermanInterval(value: TimeInterval): string {
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
  if (from.slice(0, 7) === to.slice(0, 7)) return `${dayOf(from)}.–${printDay(to)}`;
  if (yearOf(from) === yearOf(to)) return `${dayOf(from)}. ${monthOf(from)} – ${printDay(to)}`;
  return `${printDay(from)} – ${printDay(to)}`;
}

function printDay(iso: string): string {
  return `${dayOf(iso)}. ${monthOf(iso)} ${yearOf(iso)}`;
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
