import type { LoadFormat } from './format.js';
import { readMarkdownFile } from './markdown.js';
import { createTextFormat } from './textFormat.js';
import { readTextFile } from './txt.js';

const txt = createTextFormat(readTextFile);
const md = createTextFormat(readMarkdownFile);
const html: LoadFormat = async (options) => (await import('./html.js')).loadHtml(options);

/** All formats, by the extensions of their files. */
export const FORMATS: ReadonlyMap<string, LoadFormat> = new Map<string, LoadFormat>([
  ['txt', txt],
  ['text', txt],
  ['md', md],
  ['markdown', md],
  ['html', html],
  ['htm', html],
  ['xhtml', html],
]);
