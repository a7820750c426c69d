import { createUnreadable, createWarning, type DocumentOptions, type Extracted } from '../extracted.js';
import { LIMITS } from '../limits.js';
import { type ColumnMapping, type ColumnNames, createColumnNames, type ExportRecord } from './columns.js';
import type { Chunks } from '../../format.js';
import { readRecord } from './readRecord.js';

export interface ExportOptions extends DocumentOptions {
  /** `columns` of `corpus.yaml`. */
  readonly columns?: ColumnMapping;
}

/**
 * Reads an export of any size article by article, with memory for a few only. What cannot be read is an article without blocks whose
 * problem says why; never throws, unless the stream itself does.
 */
export type ExportReader = (chunks: Chunks, options: ExportOptions) => AsyncGenerator<Extracted>;

/** What a format finds in an export: a record, something broken, or the reason why nothing more can be read. */
export type ExportPart =
  | { readonly kind: 'record'; readonly line: number; readonly record: ExportRecord }
  | { readonly kind: 'broken'; readonly line: number; readonly reason: string }
  | { readonly kind: 'warning'; readonly code: string; readonly message: string }
  | { readonly kind: 'end'; readonly reason: string };

/** Makes a reader from what finds the parts of a format: turns records into articles, and bounds the number of problems. */
export function createExportReader(
  listParts: (chunks: Chunks, options: ExportOptions & { readonly names: ColumnNames }) => AsyncGenerator<ExportPart>,
): ExportReader {
  return async function* (chunks, options) {
    const columns = createColumnNames(options.columns);
    const counts = { articles: 0, broken: 0, empty: 0 };
    for await (const part of listParts(chunks, { ...options, names: columns })) {
      const article = await readPart(part, { path: options.path, columns, mapping: options.columns ?? {} });
      if (part.kind === 'broken') counts.broken++;
      else if (part.kind === 'record') counts[article ? 'articles' : 'empty']++;
      if (article && !(part.kind === 'broken' && counts.broken > LIMITS.recordProblems)) yield article;
      if (part.kind === 'end') return;
    }
    yield* listFinalProblems(options.path, counts);
  };
}

async function readPart(
  part: ExportPart,
  { path, columns, mapping }: { readonly path: string; readonly columns: ColumnNames; readonly mapping: ColumnMapping },
): Promise<Extracted | undefined> {
  switch (part.kind) {
    case 'record':
      return readRecord(part.record, { columns, mapping, line: part.line });
    case 'broken':
      return problemOnly(path, 'unreadable-record', `line ${String(part.line)} cannot be read: ${part.reason}`);
    case 'warning':
      return problemOnly(path, part.code, part.message);
    case 'end':
      return createUnreadable(path, part.reason);
  }
}

function* listFinalProblems(
  path: string,
  counts: { readonly articles: number; readonly broken: number; readonly empty: number },
): Generator<Extracted> {
  const unnamed = counts.broken - LIMITS.recordProblems;
  if (unnamed > 0) yield problemOnly(path, 'unreadable-record', `${String(unnamed)} more articles cannot be read`);
  if (counts.articles === 0)
    yield createUnreadable(path, 'it holds no articles: none of its records has a title or a text');
  else if (counts.empty > 0) {
    const records = String(counts.articles + counts.empty);
    yield problemOnly(
      path,
      'empty-record',
      `${String(counts.empty)} of ${records} records have neither title nor text`,
    );
  }
}

function problemOnly(path: string, code: string, message: string): Extracted {
  return { metadata: {}, blocks: [], problems: [createWarning(path, code, message)] };
}
