import type papaparse from 'papaparse';
import type { Unreadable } from '../extracted.js';
import { LIMITS } from '../limits.js';
import { areUsable, type ColumnMapping, type ColumnNames, type ExportRecord, foldName } from './columns.js';
import type { Chunks } from '../../format.js';
import { decodeChunks } from './decodeChunks.js';
import { createExportReader, type ExportOptions, type ExportPart } from './exportReader.js';

/**
 * Reads tables as text (CSV, TSV; RFC 4180 and what goes by that name): the separator is that by which the first
 * rows have known column names, the header the first row that has one.
 */
export const readCsv = createExportReader(listParts);

interface Row {
  /** Line where it starts, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** Preambles (name of the database, date of the search) stand above the header. */
const HEADER_ROWS = 20;

async function* listParts(
  chunks: Chunks,
  options: ExportOptions & { readonly names: ColumnNames },
): AsyncGenerator<ExportPart> {
  let header: readonly string[] | undefined;
  let skipped = 0;
  for await (const row of listRows(chunks, options.names)) {
    if ('reason' in row) {
      yield { kind: 'end', reason: row.reason };
      return;
    }
    if (header) yield { kind: 'record', line: row.line, record: toRecord(header, row.cells) };
    else if (areUsable(row.cells.map(foldName), options.names)) {
      header = row.cells.map(foldName);
      yield* listUnknownColumns(header, options.columns ?? {});
    } else if (++skipped > HEADER_ROWS) break;
  }
  if (!header) yield { kind: 'end', reason: NO_HEADER };
}

const NO_HEADER = 'no column is known as title or text: name them under "columns" in corpus.yaml';

/** A column that the writer named and the file does not have is most likely a mistake. */
function* listUnknownColumns(header: readonly string[], mapping: ColumnMapping): Generator<ExportPart> {
  for (const name of Object.values(mapping).flat()) {
    if (!header.includes(foldName(name)))
      yield { kind: 'warning', code: 'unknown-column', message: `has no column "${name}"` };
  }
}

function toRecord(header: readonly string[], cells: readonly string[]): ExportRecord {
  return new Map(header.map((name, i) => [name, [cells[i] ?? '']]));
}

/** The rows of a table; the last one is the reason why reading stops, where it does. */
async function* listRows(chunks: Chunks, columns: ColumnNames): AsyncGenerator<Row | Unreadable> {
  const { default: papa } = await import('papaparse');
  let delimiter: string | undefined;
  let text = '';
  let line = 1;
  let needed = 0;
  for await (const piece of decodeChunks(chunks)) {
    if (typeof piece !== 'string') {
      yield piece;
      return;
    }
    text += piece.replaceAll('\r\n', '\n');
    if (text.length < needed) continue;
    delimiter ??= findDelimiter(papa, text, columns);
    const { rows, rest, endLine } = parseRows(papa, text, { delimiter, line, ending: 'open' });
    yield* rows;
    text = rest;
    line = endLine;
    // The rest is parsed anew with what follows: only when it has doubled, so that the work stays linear.
    needed = rest.length * 2;
    if (rest.length > LIMITS.recordLength) {
      yield { reason: `a quotation mark in line ${String(line)} is never closed` };
      return;
    }
  }
  yield* parseRows(papa, text, { delimiter: delimiter ?? findDelimiter(papa, text, columns), line, ending: 'final' })
    .rows;
}

type Papa = typeof papaparse;

const SAMPLE = 100_000;

const DELIMITERS = [',', ';', '\t', '|'];

/** „Story;Text“ is no name, whatever its letters make. */
function isName(cell: string): boolean {
  return !DELIMITERS.some((delimiter) => cell.includes(delimiter));
}

/** The separator by which the first rows have the most known columns. */
function findDelimiter(papa: Papa, text: string, columns: ColumnNames): string {
  const known = new Set(Object.values(columns).flat());
  const scores = DELIMITERS.map((delimiter) => {
    const { data } = papa.parse(text.slice(0, SAMPLE), { delimiter, newline: '\n', preview: HEADER_ROWS });
    const counts = data.map((cells) => cells.filter((cell) => isName(cell) && known.has(foldName(cell))).length);
    return { delimiter, score: Math.max(0, ...counts) };
  });
  return scores.reduce((best, each) => (each.score > best.score ? each : best)).delimiter;
}

interface RowsContext {
  readonly delimiter: string;
  readonly line: number;
  /** Whether text may follow, so that an open quotation mark may still be closed. */
  readonly ending: 'open' | 'final';
}

interface ParsedRows {
  readonly rows: readonly Row[];
  /** What is left: a row whose quotation mark is open. */
  readonly rest: string;
  readonly endLine: number;
}

function parseRows(papa: Papa, text: string, { delimiter, line, ending }: RowsContext): ParsedRows {
  const rows: Row[] = [];
  let at = 0;
  let endLine = line;
  papa.parse(text, {
    delimiter,
    newline: '\n',
    step: ({ data, errors, meta }) => {
      if (ending === 'open' && errors.some(({ code }) => code === 'MissingQuotes')) return;
      if (data.some((cell) => cell.trim() !== '')) rows.push({ line: endLine, cells: data });
      endLine += countLines(text, at, meta.cursor);
      at = meta.cursor;
    },
  });
  return { rows, rest: text.slice(at), endLine };
}

function countLines(text: string, start: number, end: number): number {
  let count = 0;
  for (let i = text.indexOf('\n', start); i !== -1 && i < end; i = text.indexOf('\n', i + 1)) count++;
  return count;
}
