import type { Problem } from '../problem.js';

/** One row of a data table: its cells by column name. A missing cell is ''. */
export type Row = Readonly<Record<string, string>>;

/**
 * Parses a tab-separated data table: `#` lines are comments, the one starting with `#columns` names the columns.
 * Gives the rows, and a problem for each row that has more cells than there are columns.
 */
export function parseTable(path: string, text: string): { rows: readonly Row[]; problems: readonly Problem[] } {
  const rows: Row[] = [];
  const problems: Problem[] = [];
  let columns: readonly string[] = [];
  text.split('\n').forEach((line, index) => {
    if (line.startsWith('#columns')) columns = line.trimEnd().split('\t').slice(1);
    if (line.startsWith('#') || line.trim() === '') return;
    const cells = line.split('\t');
    if (cells.length > columns.length) {
      problems.push({
        path,
        severity: 'warning',
        code: 'data-row',
        message: `line ${String(index + 1)} has ${String(cells.length)} cells, but the table has ${String(columns.length)} columns`,
      });
      return;
    }
    const row: Record<string, string> = {};
    columns.forEach((column, i) => (row[column] = (cells[i] ?? '').trim()));
    rows.push(row);
  });
  return { rows, problems };
}

/** The values of a cell: separated by `|`, trimmed, without empty ones. */
export function listValues(cell: string | undefined): readonly string[] {
  return (cell ?? '')
    .split('|')
    .map((value) => value.trim())
    .filter((value) => value !== '');
}
