import type { Extracted } from './documents/extracted.js';
import { findDocumentReader, findExportReader } from './documents/findReader.js';
import { toReadFile } from './extractedInput.js';
import { createUnreadable, type LoadFormat } from './format.js';

/** PDF, DOCX, ODT, EPUB, mail and news files: what a file is, its first bytes say. */
export const loadDocument: LoadFormat = () =>
  Promise.resolve(async ({ path, bytes }) => {
    const read = findDocumentReader(path, bytes);
    if (read === undefined) return createUnreadable(path, 'it is not what its name says');
    return toReadFile(path, await read(bytes, { path }));
  });

/** Exports of databases (JSON Lines, CSV, TSV): many articles in a file. */
export const loadExport: LoadFormat = ({ columns }) =>
  Promise.resolve(async ({ path, bytes }) => {
    const read = findExportReader(path);
    if (read === undefined) return createUnreadable(path, 'it is not what its name says');
    const extracted: Extracted[] = [];
    for await (const article of read([bytes], { path, ...(columns && { columns }) })) extracted.push(article);
    return toReadFile(path, extracted);
  });
