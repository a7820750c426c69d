import { cleanLine } from '../cleanText.js';
import { createExtracted, type DocumentBlock, type Extracted } from '../extracted.js';
import { readPlainText, readTextOrHtml } from '../markup/htmlBlocks.js';
import { createMetadata } from '../metadata.js';
import type { Column, ColumnMapping, ColumnNames, ExportRecord } from './columns.js';

/** What a record is read with. */
export interface RecordContext {
  readonly columns: ColumnNames;
  /** What the writer named: several columns of text are all read, one after the other. */
  readonly mapping: ColumnMapping;
  /** Line where the record starts, from 1. */
  readonly line: number;
}

/** Reads a record of an export as an article; undefined when it has neither title nor text. */
export async function readRecord(record: ExportRecord, context: RecordContext): Promise<Extracted | undefined> {
  const find = (column: Column): string | undefined => listValues(record, context.columns[column])[0]?.[0];
  const title = await readPlainText(find('title') ?? '');
  const blocks = await readBody(record, context, find('lead'));
  if (title === '' && blocks.length === 0) return undefined;
  const metadata = createMetadata({
    title,
    date: find('date'),
    source: find('source'),
    url: find('url'),
    authors: listValues(record, context.columns.authors)[0],
    language: find('language'),
  });
  const subtitle = cleanLine(find('subtitle') ?? '');
  const subhead: readonly DocumentBlock[] = subtitle === '' ? [] : [{ text: subtitle, role: 'subhead' }];
  const key = find('id') ?? `line-${String(context.line)}`;
  return createExtracted({ metadata, blocks: [...subhead, ...blocks], key });
}

/** The values of all columns that have any, in the order of the names. */
function listValues(record: ExportRecord, names: readonly string[]): readonly (readonly string[])[] {
  return names.flatMap((name) => {
    const values = (record.get(name) ?? []).filter((value) => value.trim() !== '');
    return values.length > 0 ? [values] : [];
  });
}

async function readBody(
  record: ExportRecord,
  context: RecordContext,
  lead: string | undefined,
): Promise<readonly DocumentBlock[]> {
  const columns = listValues(record, context.columns.text);
  const texts = (context.mapping.text === undefined ? columns.slice(0, 1) : columns).map((values) =>
    values.join('\n\n'),
  );
  const blocks = (await Promise.all(texts.map(readTextOrHtml))).flat();
  const before = lead === undefined ? [] : await readTextOrHtml(lead);
  // Many exports have the lead in the text as well.
  const isRepeated = before[0] !== undefined && blocks[0]?.text.startsWith(before[0].text.slice(0, 80));
  return isRepeated ? blocks : [...before, ...blocks];
}
