import { DROPPED, IMPLIED_END, RAW, SKIPPED, VOID } from './elementNames.js';
import { LIMITS } from './limits.js';
import { findRawEnd, type MarkupAttribute, readToken, type StartTag } from './tokens.js';

/** A page's markup without what is never read: bounded in size, depth and number of elements, every element closed. */
export interface CleanMarkup {
  /** A whole document: the title, meta elements and canonical links in its head, the rest in its body. */
  readonly markup: string;
  /** The contents of the JSON-LD scripts as they stand in the page, in their order. */
  readonly dataScripts: readonly string[];
  /** The limits that the page exceeds. */
  readonly exceeded: readonly Exceeded[];
}

export type Exceeded = 'markup' | 'elements' | 'depth';

/**
 * Writes a page's markup anew in one pass: comments, scripts, styles, graphics and form fields are left out, and of the
 * attributes only those stay that tell what an element is. Any text gives markup that a parser can take. Linear in its
 * length.
 */
export function cleanMarkup(html: string): CleanMarkup {
  const writer = createWriter();
  for (let at = 0; at < html.length && !isFull(writer); ) {
    const token = readToken(html, at);
    at = token.end;
    if (token.kind === 'text') writeText(writer, html.slice(token.start, token.end));
    else if (token.kind === 'end') writeEndTag(writer, token.name);
    else if (token.kind === 'start' && RAW.has(token.name)) {
      at = findRawEnd(html, token.end, token.name);
      writeRaw(writer, token, html.slice(token.end, at));
    } else if (token.kind === 'start') writeStartTag(writer, token);
  }
  // The last text may have been cut.
  isFull(writer);
  while (writer.open.length > 0) closeInnermost(writer);
  const { language, head, body, dataScripts, exceeded } = writer;
  const markup = `<!DOCTYPE html><html${language}><head>${head.join('')}</head><body>${body.join('')}</body></html>`;
  return { markup, dataScripts, exceeded: [...exceeded] };
}

interface Writer {
  language: string;
  readonly head: string[];
  readonly body: string[];
  readonly dataScripts: string[];
  readonly exceeded: Set<Exceeded>;
  size: number;
  elements: number;
  readonly open: string[];
  /** Elements that are too deep and still open, by name: their end tags are left out too. */
  readonly flattened: Map<string, number>;
  /** The element whose content is being skipped, and what has been opened in it, itself included. */
  skipping: { readonly name: string; readonly inner: Map<string, number> } | undefined;
}

const KEPT_ATTRIBUTES: ReadonlySet<string> = new Set(
  `id class role itemprop itemtype property name content datetime lang href rel hidden aria-hidden aria-label
  data-component data-testid data-test-id data-test data-qa data-type data-area`.split(/\s+/),
);
/** What an entity counts towards the size of the markup: the parser makes a node of its own for each. */
const ENTITY_SIZE = 16;
const HIDING_STYLE = /(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

function createWriter(): Writer {
  return {
    language: '',
    head: [],
    body: [],
    dataScripts: [],
    exceeded: new Set(),
    size: 0,
    elements: 0,
    open: [],
    flattened: new Map(),
    skipping: undefined,
  };
}

/** Whether a limit is reached; notes which. */
function isFull(writer: Writer): boolean {
  if (writer.size > LIMITS.markup) writer.exceeded.add('markup');
  if (writer.elements > LIMITS.elements) writer.exceeded.add('elements');
  return writer.size > LIMITS.markup || writer.elements > LIMITS.elements;
}

function writeText(writer: Writer, text: string): void {
  if (writer.skipping) return;
  const rest = Math.max(0, LIMITS.markup - writer.size + 1);
  const escaped = text.slice(0, rest).replaceAll('<', '&lt;');
  write(writer, escaped);
  for (let at = escaped.indexOf('&'); at !== -1; at = escaped.indexOf('&', at + 1)) writer.size += ENTITY_SIZE;
}

function write(writer: Writer, piece: string, part: string[] = writer.body): void {
  part.push(piece);
  writer.size += piece.length;
}

/** A raw element is left out, but for the page's title and its structured data. */
function writeRaw(writer: Writer, { name, attributes }: StartTag, content: string): void {
  if (writer.skipping) return;
  if (name === 'title')
    write(writer, `<title>${content.slice(0, LIMITS.attribute).replaceAll('<', '&lt;')}</title>`, writer.head);
  const isData = name === 'script' && /ld\+json/i.test(findValue(attributes, 'type'));
  if (isData && writer.dataScripts.length < LIMITS.dataScripts && content.length <= LIMITS.dataScript) {
    writer.dataScripts.push(content);
  }
}

function writeStartTag(writer: Writer, tag: StartTag): void {
  const { name } = tag;
  if (writer.skipping) {
    if (!VOID.has(name)) count(writer.skipping.inner, name, 1);
    return;
  }
  if (SKIPPED.has(name)) {
    writer.skipping = { name, inner: new Map([[name, 1]]) };
    return;
  }
  if (name === 'html')
    writer.language = writeAttributes(tag.attributes.filter((attribute) => attribute.name === 'lang'));
  if (name === 'meta' || name === 'link') writeHeadTag(writer, tag);
  else if (!DROPPED.has(name)) openElement(writer, tag);
}

function writeHeadTag(writer: Writer, { name, attributes }: StartTag): void {
  if (name === 'link' && !/canonical/i.test(findValue(attributes, 'rel'))) return;
  if (writer.head.length >= LIMITS.headTags) return;
  write(writer, `<${name}${writeAttributes(attributes)}>`, writer.head);
}

function openElement(writer: Writer, { name, attributes }: StartTag): void {
  const innermost = writer.open.at(-1);
  if (innermost !== undefined && IMPLIED_END.get(innermost)?.has(name)) closeInnermost(writer);
  if (writer.open.length >= LIMITS.depth) {
    writer.exceeded.add('depth');
    if (!VOID.has(name)) count(writer.flattened, name, 1);
    write(writer, ' ');
    return;
  }
  writer.elements++;
  write(writer, `<${name}${name === 'img' ? '' : writeAttributes(attributes)}>`);
  if (!VOID.has(name)) writer.open.push(name);
}

function writeEndTag(writer: Writer, name: string): void {
  if (writer.skipping && isInside(writer.skipping, name)) {
    count(writer.skipping.inner, name, -1);
    if (!writer.skipping.inner.get(writer.skipping.name)) writer.skipping = undefined;
    return;
  }
  // The end of something around the skipped element, which was never closed, ends it too.
  if (writer.skipping && writer.open.includes(name)) writer.skipping = undefined;
  if (writer.flattened.get(name)) {
    count(writer.flattened, name, -1);
    write(writer, ' ');
  } else if (!writer.skipping && writer.open.includes(name)) {
    while (closeInnermost(writer) !== name);
  }
}

function isInside(skipping: { readonly inner: ReadonlyMap<string, number> }, name: string): boolean {
  return (skipping.inner.get(name) ?? 0) > 0;
}

function closeInnermost(writer: Writer): string | undefined {
  const name = writer.open.pop();
  if (name !== undefined) write(writer, `</${name}>`);
  return name;
}

function count(counts: Map<string, number>, name: string, by: number): void {
  counts.set(name, (counts.get(name) ?? 0) + by);
}

function findValue(attributes: readonly MarkupAttribute[], name: string): string {
  return attributes.find((attribute) => attribute.name === name)?.value ?? '';
}

function writeAttributes(attributes: readonly MarkupAttribute[]): string {
  let written = '';
  for (const { name, value } of attributes) {
    if (name === 'style' && HIDING_STYLE.test(value)) written += ' hidden';
    if (!KEPT_ATTRIBUTES.has(name)) continue;
    written += value === '' ? ` ${name}` : ` ${name}="${value.slice(0, LIMITS.attribute).replaceAll('"', '&quot;')}"`;
  }
  return written;
}
