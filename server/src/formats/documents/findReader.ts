import { readDocx } from './docx.js';
import { readEml } from './eml.js';
import { readEpub } from './epub.js';
import { readCsv } from './exports/csv.js';
import type { ExportReader } from './exports/exportReader.js';
import { readJsonLines } from './exports/jsonLines.js';
import { createReader, type DocumentReader, isUnreadable } from './extracted.js';
import { readNewsFile } from './newsFile.js';
import { readOdt } from './odt.js';
import { isOldOffice } from './oldOffice.js';
import { readPdf } from './pdf/readPdf.js';
import { openZip } from './zip.js';

const BY_EXTENSION: ReadonlyMap<string, DocumentReader> = new Map([
  ['pdf', readPdf],
  ['docx', readDocx],
  ['doc', readDocx],
  ['odt', readOdt],
  ['epub', readEpub],
  ['eml', readEml],
  ['xml', readNewsFile],
  ['rss', readNewsFile],
  ['atom', readNewsFile],
  ['nitf', readNewsFile],
]);

const EXPORTS: ReadonlyMap<string, ExportReader> = new Map([
  ['jsonl', readJsonLines],
  ['ndjson', readJsonLines],
  ['csv', readCsv],
  ['tsv', readCsv],
]);

/** The reader of a document, by its first bytes, else by its extension; undefined for what is no document. */
export function findDocumentReader(path: string, bytes: Uint8Array): DocumentReader | undefined {
  const byExtension = BY_EXTENSION.get(extensionOf(path));
  if (holds(bytes.subarray(0, HEAD), PDF)) return readPdf;
  if (isOldOffice(bytes)) return readDocx;
  if (holds(bytes.subarray(0, ZIP.length), ZIP)) return readZipped;
  return byExtension;
}

/** The reader of an export of many articles, by extension: such files may be of any size, so they are read as streams. */
export function findExportReader(path: string): ExportReader | undefined {
  return EXPORTS.get(extensionOf(path));
}

/** PDF writers may put something before the mark (ISO 32000 H.3). */
const HEAD = 1024;
const PDF = '%PDF-';
const ZIP = 'PK\u0003\u0004';

/** Whether the bytes have an ASCII text in them. */
function holds(bytes: Uint8Array, text: string): boolean {
  for (let at = bytes.indexOf(text.charCodeAt(0)); at !== -1; at = bytes.indexOf(text.charCodeAt(0), at + 1)) {
    if ([...text].every((letter, i) => bytes[at + i] === letter.charCodeAt(0))) return true;
  }
  return false;
}

/** Reads an archive by what is in it: files get wrong names, and these formats look alike from outside. */
const readZipped = createReader(async (bytes, options) => {
  const archive = await openZip(bytes);
  if (isUnreadable(archive)) return archive;
  if (archive.has('META-INF/container.xml')) return readEpub(bytes, options);
  if (archive.has('[Content_Types].xml')) return readDocx(bytes, options);
  if (archive.has('content.xml')) return readOdt(bytes, options);
  return { reason: 'the archive holds no DOCX, ODT or EPUB' };
});

function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
