import type { Fragment } from './fragments.js';
import type { Region } from './readingOrder.js';

/** A line of a column. */
export interface TextLine extends Fragment {
  readonly page: number;
  /** The column that it stands in: equal for its lines, different for others. */
  readonly column: Column;
}

export interface Column {
  readonly left: number;
  readonly right: number;
  /** How many lines it has. */
  readonly lines: number;
}

/** Joins the fragments of a region that stand on one line, from left to right: the cells of a table, words that were set one by one. */
export function listLines(region: Region, page: number): readonly TextLine[] {
  const rows: Fragment[][] = [];
  for (const fragment of region) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    if (last && row && fragment.baseline - last.baseline < 0.4 * Math.min(last.size, fragment.size)) row.push(fragment);
    else rows.push([fragment]);
  }
  for (const row of rows) row.sort((a, b) => a.left - b.left);
  const column = measureColumn(rows);
  return rows.map((row) => ({ ...joinRow(row), page, column }));
}

function joinRow(row: readonly Fragment[]): Fragment {
  const longest = row.reduce((best, fragment) => (fragment.text.length > best.text.length ? fragment : best));
  return {
    text: row.map(({ text }) => text).join(' '),
    left: row[0]?.left ?? 0,
    right: rightOf(row),
    baseline: longest.baseline,
    size: longest.size,
    font: longest.font,
  };
}

function rightOf(row: readonly Fragment[]): number {
  return row.reduce((most, { right }) => Math.max(most, right), Number.NEGATIVE_INFINITY);
}

/** A line or two may stick out of a column. */
function measureColumn(rows: readonly (readonly Fragment[])[]): Column {
  const lefts = rows.map((row) => row[0]?.left ?? 0).sort((a, b) => a - b);
  const rights = rows.map(rightOf).sort((a, b) => b - a);
  const outlier = Math.floor(rows.length / 10);
  return { left: lefts[outlier] ?? 0, right: rights[outlier] ?? 0, lines: rows.length };
}
