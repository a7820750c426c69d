/** ISO dates as precise as given, inclusive. */
export interface DateRange {
  readonly from?: string;
  readonly to?: string;
}

/** Whether an article of this date lies in the range; a date without day or month counts as its first day. */
export function liesIn(date: string | undefined, { from, to }: DateRange): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === undefined) return false;
  const day = firstDayOf(date);
  return (from === undefined || firstDayOf(from) <= day) && (to === undefined || day <= lastDayOf(to));
}

/** `2024` is `2024-01-01`. */
export function firstDayOf(date: string): string {
  return date + '0000-01-01'.slice(date.length);
}

/** `2024` is `2024-12-31`; a month has 31 days here, which compares as its real end does. */
export function lastDayOf(date: string): string {
  return date + '0000-12-31'.slice(date.length);
}
