import type { Page, PageRequest } from '../ports.js';
import { lowerBound } from './lazyOrder.js';
import type { Compare } from '../shared/takeBest.js';

/** How a list is cut in pages: its order, the row that a cursor names, and the cursor that names a row. */
export interface Paging<T> {
  readonly compare: Compare<T>;
  readonly findRow: (cursor: string) => T | undefined;
  readonly cursorOf: (row: T) => string;
}

/** One page of ordered rows: it goes on behind the row that the cursor names, or starts anew when that row is gone. */
export function cutPage<T>(rows: readonly T[], request: PageRequest, paging: Paging<T>): Page<T> {
  const last = request.cursor === undefined ? undefined : paging.findRow(request.cursor);
  const start = last === undefined ? 0 : lowerBound(rows, (row) => paging.compare(row, last) <= 0);
  const page = rows.slice(start, start + Math.max(0, request.limit));
  const end = page.at(-1);
  const isLast = end === undefined || start + page.length >= rows.length;
  return { rows: page, total: rows.length, ...(!isLast && { next: paging.cursorOf(end) }) };
}

/** The same page with other rows. */
export function mapPage<T, U>(page: Page<T>, change: (row: T) => U): Page<U> {
  return { ...page, rows: page.rows.map(change) };
}
