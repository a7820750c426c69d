import { findDocumentReader, findExportReader } from './documents/findReader.js';
import { listParts, toReadFile } from './extractedInput.js';
import { createUnreadable, createUnreadableProblem, type LoadFormat, type LoadStream } from './format.js';

/** PDF, DOCX, ODT, EPUB, mail and news files: what a file is, its first bytes say. */
export const loadDocument: LoadFormat = () =>
  Promise.resolve(async ({ path, bytes }) => {
    const read = findDocumentReader(path, bytes);
    if (read === undefined) return createUnreadable(path, 'it is not what its name says');
    return toReadFile(path, await read(bytes, { path }));
  });

/** Exports of databases (JSON Lines, CSV, TSV): many articles in a file, which may be of any size. */
export const loadExport: LoadStream = ({ columns }) =>
  Promise.resolve(async function* (path, chunks) {
    const read = findExportReader(path);
    if (read === undefined) yield createUnreadableProblem(path, 'it is not what its name says');
    else yield* listParts(path, read(chunks, { path, ...(columns && { columns }) }));
  });
