import type { DocumentBlock } from '../extracted.js';
import { listTextBlocks } from '../textBlocks.js';
import { type BlockRules, createBlockCollector, type Meaning } from './blockCollector.js';
import { type Attributes, loadMarkupParser } from './markupParser.js';

const SKIPPED = new Set(
  'head title script style template noscript svg math select button textarea object iframe audio video nav dialog'.split(
    ' ',
  ),
);
const HEADINGS = new Set('h1 h2 h3 h4 h5 h6'.split(' '));
const BLOCKS = new Set(
  `address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer header hr html li main
  ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);
const HIDDEN = /display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}hidden/i;

/** What HTML elements are in a text without page furniture: a mail, a feed's item, a chapter of a book. Prefixed names count too. */
export const HTML_RULES: BlockRules = { meaningOf };

function meaningOf(prefixed: string, attributes: Attributes): Meaning {
  const name = prefixed.slice(prefixed.indexOf(':') + 1).toLowerCase();
  if (SKIPPED.has(name) || isHidden(attributes)) return { kind: 'skip' };
  if (HEADINGS.has(name)) return { kind: 'block', role: 'subhead' };
  if (BLOCKS.has(name)) return { kind: 'block', role: 'paragraph' };
  return name === 'br' ? { kind: 'text', text: '\n' } : { kind: 'inline' };
}

function isHidden(attributes: Attributes): boolean {
  return 'hidden' in attributes || HIDDEN.test((attributes['style'] ?? '').slice(0, 500));
}

/** Gives the blocks of an HTML text. */
export async function readHtmlBlocks(html: string): Promise<readonly DocumentBlock[]> {
  const parse = await loadMarkupParser();
  const collector = createBlockCollector(HTML_RULES);
  parse(html, 'html', collector);
  return collector.listBlocks();
}

const TAG = /<(?:p|br|div|span|h[1-6]|ul|ol|li|a|b|i|strong|em|table|blockquote)(?:\s[^<>]{0,500})?\/?>/i;

/** Gives the blocks of a text that is plain or HTML: whatever has a usual tag is HTML. */
export async function readTextOrHtml(text: string): Promise<readonly DocumentBlock[]> {
  if (TAG.test(text)) return readHtmlBlocks(text);
  return listTextBlocks(/&(?:#\d{2,6}|[a-z]{2,8});/i.test(text) ? await resolveEntities(text) : text);
}

/** A title, name or the like that may hold entities or markup, as plain text. */
export async function readPlainText(text: string): Promise<string> {
  return (await readTextOrHtml(text)).map((block) => block.text).join(' ');
}

/** Resolves `&uuml;` and the like in a text that has no markup. */
async function resolveEntities(text: string): Promise<string> {
  const parse = await loadMarkupParser();
  const pieces: string[] = [];
  const ignore = () => undefined;
  parse(text.replaceAll('<', '&lt;'), 'html', { open: ignore, close: ignore, text: (piece) => pieces.push(piece) });
  return pieces.join('');
}
