/** A piece of markup, half-open. `text` is what stands between tags; `other` a comment, declaration or broken tag. */
type MarkupToken =
  | { readonly kind: 'text' | 'other'; readonly start: number; readonly end: number }
  | { readonly kind: 'end'; readonly start: number; readonly end: number; readonly name: string }
  | StartTag;

export interface StartTag {
  readonly kind: 'start';
  readonly start: number;
  readonly end: number;
  /** In lower case. */
  readonly name: string;
  readonly attributes: readonly MarkupAttribute[];
}

export interface MarkupAttribute {
  /** In lower case. */
  readonly name: string;
  /** As it stands in the markup: without quotation marks, entities not resolved. */
  readonly value: string;
}

const SLASH = 0x2f;
const GREATER = 0x3e;
const EQUALS = 0x3d;
const MAX_VALUE = 65_536;
const MAX_NAME = 64;
const NAME = /^[a-z][\w:.-]*$/;

/**
 * Reads the token of `html` that starts at `position`, as a browser cuts it. Whatever stands there gives a token of at
 * least one character; the tokens of a text follow each other without gaps. Linear in the token's length.
 */
export function readToken(html: string, position: number): MarkupToken {
  if (html.charCodeAt(position) !== 0x3c) return readText(html, position);
  const next = html.charCodeAt(position + 1);
  if (isLetter(next)) return readStartTag(html, position);
  if (next === SLASH && isLetter(html.charCodeAt(position + 2))) return readEndTag(html, position);
  if (html.startsWith('<!--', position)) return readUpTo(html, position, '-->');
  // Declarations, processing instructions and "</3".
  if (next === 0x21 || next === 0x3f || next === SLASH) return readUpTo(html, position, '>');
  return readText(html, position);
}

/**
 * Where the content of an element ends whose content is no markup (`script`): at its end tag, else at the end of the
 * text.
 */
export function findRawEnd(html: string, position: number, name: string): number {
  const endTag = new RegExp(`</${name}(?=[\\s/>])`, 'gi');
  endTag.lastIndex = position;
  return endTag.exec(html)?.index ?? html.length;
}

/** Text goes on to the next bracket; the one that it starts with opens no tag. */
function readText(html: string, start: number): MarkupToken {
  const bracket = html.indexOf('<', start + 1);
  return { kind: 'text', start, end: bracket === -1 ? html.length : bracket };
}

function readUpTo(html: string, start: number, closing: string): MarkupToken {
  const end = html.indexOf(closing, start + 2);
  return { kind: 'other', start, end: end === -1 ? html.length : end + closing.length };
}

function readEndTag(html: string, start: number): MarkupToken {
  const nameEnd = findNameEnd(html, start + 2);
  const end = html.indexOf('>', nameEnd);
  const name = html.slice(start + 2, Math.min(nameEnd, start + 2 + MAX_NAME)).toLowerCase();
  return { kind: 'end', start, end: end === -1 ? html.length : end + 1, name };
}

function readStartTag(html: string, start: number): MarkupToken {
  const nameEnd = findNameEnd(html, start + 1);
  const name = html.slice(start + 1, Math.min(nameEnd, start + 1 + MAX_NAME)).toLowerCase();
  const attributes: MarkupAttribute[] = [];
  let at = skipSpace(html, nameEnd);
  while (at < html.length && html.charCodeAt(at) !== GREATER) {
    const attribute = readAttribute(html, at);
    if (attribute.name !== '') attributes.push(attribute);
    at = skipSpace(html, attribute.end);
  }
  // A tag that the text's end cuts off is none, nor is one with a name that could not be written again.
  if (at >= html.length || !NAME.test(name)) return { kind: 'other', start, end: Math.min(at + 1, html.length) };
  return { kind: 'start', start, end: at + 1, name, attributes };
}

function readAttribute(html: string, start: number): MarkupAttribute & { readonly end: number } {
  if (html.charCodeAt(start) === SLASH) return { name: '', value: '', end: start + 1 };
  let nameEnd = start + 1;
  while (nameEnd < html.length && !endsAttributeName(html.charCodeAt(nameEnd))) nameEnd++;
  const name = html.slice(start, Math.min(nameEnd, start + MAX_NAME)).toLowerCase();
  const equals = skipSpace(html, nameEnd);
  if (html.charCodeAt(equals) !== EQUALS) return { name, value: '', end: nameEnd };
  const valueStart = skipSpace(html, equals + 1);
  const quote = html.charAt(valueStart);
  if (quote === '"' || quote === "'") {
    const found = html.indexOf(quote, valueStart + 1);
    const valueEnd = found === -1 ? html.length : found;
    return { name, value: html.slice(valueStart + 1, Math.min(valueEnd, valueStart + MAX_VALUE)), end: valueEnd + 1 };
  }
  let end = valueStart;
  while (end < html.length && !isSpace(html.charCodeAt(end)) && html.charCodeAt(end) !== GREATER) end++;
  return { name, value: html.slice(valueStart, Math.min(end, valueStart + MAX_VALUE)), end };
}

function findNameEnd(html: string, start: number): number {
  let end = start;
  while (end < html.length && !endsName(html.charCodeAt(end))) end++;
  return end;
}

function skipSpace(html: string, start: number): number {
  let at = start;
  while (at < html.length && isSpace(html.charCodeAt(at))) at++;
  return at;
}

function endsName(code: number): boolean {
  return isSpace(code) || code === SLASH || code === GREATER;
}

function endsAttributeName(code: number): boolean {
  return endsName(code) || code === EQUALS;
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function isLetter(code: number): boolean {
  return (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}
