import { isMostlyUtf8 } from '../../core/text/utf8.js';
import { toWestern } from '../../core/text/western.js';
import { guessEncoding } from './guessEncoding.js';
import { findUtf16 } from './utf16.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string, options?: { readonly ignoreBOM?: boolean; readonly fatal?: boolean });
  decode(bytes: Uint8Array): string;
}

/** A decoded text and the encoding that it was read in; undefined text: the bytes are no text. */
export interface Decoded {
  /** Without byte order mark. */
  readonly text: string | undefined;
  /** Label of the WHATWG Encoding Standard, in lower case. */
  readonly encoding: string;
}

/**
 * Decodes the bytes of a text: UTF-16 by its byte order mark or by its zero bytes; UTF-8 where they are it, but for single broken bytes;
 * else in the encoding that the text declares, where it declares one that is known; else in the one that is guessed. What is valid UTF-8 is
 * nothing else, whatever it declares: pages that were saved again keep their old declaration. Never throws.
 */
export async function decodeText(bytes: Uint8Array, declared?: string): Promise<Decoded> {
  return createTextDecoder(declared)(bytes);
}

/** Decodes a text piece by piece, where characters end with pieces; the encoding is guessed once. UTF-16 only as a single piece. */
export function createTextDecoder(declared?: string): (bytes: Uint8Array) => Promise<Decoded> {
  let encoding = declared === undefined ? undefined : findKnown(declared);
  return async (bytes) => {
    const utf16 = findUtf16(bytes);
    if (utf16) return asText(decodeAs(utf16.encoding, bytes.subarray(utf16.start)), utf16.encoding);
    if (bytes.subarray(0, SAMPLE).includes(0)) return { text: undefined, encoding: 'utf-8' };
    const content = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
    const utf8 = decodeUtf8(content);
    if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' };
    encoding ??= (await guessEncoding(content)).toLowerCase();
    return asText(decodeAs(encoding, content), encoding);
  };
}

const SAMPLE = 8192;

/** Undefined when the bytes are something else. */
function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true, fatal: true }).decode(bytes);
  } catch {
    return isMostlyUtf8(bytes) ? decodeAs('utf-8', bytes) : undefined;
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): string {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  // Some releases of Node decode Windows-1252 as ISO-8859-1, which has control characters for quotation marks and dashes.
  return encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, toWestern) : text;
}

/**
 * The encoding that a declaration means; undefined when the platform does not know it, or when it is one that a readable declaration
 * cannot be in. Browsers read ISO-8859-1 as Windows-1252 too.
 */
function findKnown(declared: string): string | undefined {
  const label = declared.trim().toLowerCase();
  if (/^(?:us-ascii|ascii|iso-?8859-?1|latin-?1|l1|cp-?1252|windows-1252)$/.test(label)) return 'windows-1252';
  if (/^utf-?(?:8|16)/.test(label)) return undefined;
  try {
    new TextDecoder(label);
    return label;
  } catch {
    return undefined;
  }
}

/** Compressed or encrypted bytes are full of control characters; text has next to none. */
function asText(text: string, encoding: string): Decoded {
  const sample = text.slice(0, SAMPLE);
  const controls = sample.match(/[^\P{Cc}\t\n\r\f\x85]/gu)?.length ?? 0;
  return { text: controls * 100 <= sample.length ? text : undefined, encoding };
}
