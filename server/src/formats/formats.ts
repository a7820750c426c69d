import type { LoadFormat } from './format.js';
import { readMarkdownFile } from './markdown.js';
import { createTextFormat } from './textFormat.js';
import { readTextFile } from './txt.js';

const text = createTextFormat(readTextFile);
const markdown = createTextFormat(readMarkdownFile);
const page: LoadFormat = async (options) => (await import('./html.js')).loadHtml(options);
const archive: LoadFormat = async (options) => (await import('./html.js')).loadWebArchive(options);
const document: LoadFormat = async (options) => (await import('./documents.js')).loadDocument(options);
const exported: LoadFormat = async (options) => (await import('./documents.js')).loadExport(options);

/** All formats, by the extensions of their files. */
export const FORMATS: ReadonlyMap<string, LoadFormat> = new Map([
  ...list(text, 'txt text'),
  ...list(markdown, 'md markdown'),
  ...list(page, 'html htm xhtml'),
  ...list(archive, 'mhtml mht'),
  ...list(document, 'pdf docx doc odt epub eml rss atom xml nitf'),
  ...list(exported, 'jsonl ndjson csv tsv'),
]);

function list(format: LoadFormat, extensions: string): readonly (readonly [string, LoadFormat])[] {
  return extensions.split(' ').map((extension) => [extension, format]);
}
