import type { LoadFormat, LoadStream } from './format.js';
import { readMarkdownFile } from './markdown.js';
import { createTextFormat } from './textFormat.js';
import { readTextFile } from './txt.js';
import { readWhole } from './wholeFile.js';

const text = createTextFormat(readTextFile);
const markdown = createTextFormat(readMarkdownFile);
const page: LoadFormat = async (options) => (await import('./html.js')).loadHtml(options);
const archive: LoadFormat = async (options) => (await import('./html.js')).loadWebArchive(options);
const document: LoadFormat = async (options) => (await import('./documents.js')).loadDocument(options);
const exported: LoadStream = async (options) => (await import('./documents.js')).loadExport(options);

/** All formats, by the extensions of their files. */
export const FORMATS: ReadonlyMap<string, LoadStream> = new Map([
  ...list(readWhole(text), 'txt text'),
  ...list(readWhole(markdown), 'md markdown'),
  ...list(readWhole(page), 'html htm xhtml'),
  ...list(readWhole(archive), 'mhtml mht'),
  ...list(readWhole(document), 'pdf docx doc odt epub eml rss atom xml nitf'),
  ...list(exported, 'jsonl ndjson csv tsv'),
]);

function list(format: LoadStream, extensions: string): readonly (readonly [string, LoadStream])[] {
  return extensions.split(' ').map((extension) => [extension, format]);
}
