const BARS = '▁▂▃▄▅▆▇█';
/** More columns than this are no line any more: only the last years are drawn. */
const MAX_YEARS = 24;

/** Counts by year as a line of bars, years between them without any included; empty for a single year. */
export function printSparkline(years: readonly { readonly year: string; readonly count: number }[]): string {
  const last = Number(years.at(-1)?.year);
  const first = Math.max(Number(years[0]?.year), last - MAX_YEARS + 1);
  if (!(first < last)) return '';
  const counts = new Map(years.map(({ year, count }) => [Number(year), count]));
  const most = Math.max(...counts.values());
  return Array.from({ length: last - first + 1 }, (_, i) => printBar((counts.get(first + i) ?? 0) / most)).join('');
}

/** The lowest bar stands for none and for few alike: a gap would look like the end of the line. */
function printBar(share: number): string {
  return BARS[Math.min(BARS.length - 1, Math.round(share * (BARS.length - 1)))] ?? '';
}
