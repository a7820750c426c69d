/** Negative when `a` comes before `b`. */
export type Compare<T> = (a: T, b: T) => number;

/** The first `limit` rows in the order of `compare`, without sorting the rest: linear in the rows for a small limit. */
export function takeBest<T>(rows: Iterable<T>, limit: number, compare: Compare<T>): readonly T[] {
  const best: T[] = [];
  for (const row of rows) {
    const last = best.at(-1);
    if (best.length >= limit && (last === undefined || compare(row, last) >= 0)) continue;
    let place = best.length;
    while (place > 0 && compare(row, best[place - 1] as T) < 0) place--;
    best.splice(place, 0, row);
    if (best.length > limit) best.pop();
  }
  return best;
}

/** Order of texts by UTF-16 code units: the same on every machine, unlike a locale's. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
