import { decode } from '../../core/text/decode.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array): string;
}

/** A browser looks for the declaration in the first kilobyte; saved pages have comments and scripts before it. */
const HEAD = 8_192;
const DECLARATION =
  /<meta\s[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})|^\s{0,99}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})/i;
/**
 * What the core's decoder has read: Windows-1252, as which browsers read ISO-8859-1 too; and what a readable
 * declaration cannot be.
 */
const CORE = /^(?:us-ascii|ascii|iso-?8859-?1|latin-?1|l1|windows-1252|cp-?1252|utf-?16.*)$/i;

/**
 * Decodes the bytes of a page: by byte order mark, else as UTF-8 where they look like it, else by the encoding that the
 * page declares (a page that was saved again as UTF-8 keeps its old declaration, so the bytes come first), else as
 * Windows-1252. Single broken bytes do not make UTF-8 something else. Undefined: the bytes are no text.
 */
export function decodeHtml(bytes: Uint8Array): string | undefined {
  const { text, encoding } = decode(bytes);
  if (text === undefined || encoding !== 'windows-1252') return text;
  if (isMostlyUtf8(bytes)) return decodeAs('utf-8', bytes);
  const declared = findDeclaredEncoding(bytes);
  return declared === undefined || CORE.test(declared) ? text : (decodeAs(declared, bytes) ?? text);
}

function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const match = DECLARATION.exec(decodeAs('latin1', bytes.subarray(0, HEAD)) ?? '');
  return match?.[1] ?? match?.[2];
}

/** Undefined when the platform does not know the encoding. */
function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Characters of several bytes that are whole are much more frequent than broken ones: in other encodings next to none
 * is whole.
 */
function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const following = lengthOf(byte) - 1;
    let good = following > 0;
    for (let k = 1; k <= following; k++) good &&= ((bytes[i + k] ?? 0) & 0xc0) === 0x80;
    if (good) i += following;
    if (good) whole++;
    else broken++;
  }
  return whole > 4 * broken;
}

function lengthOf(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}
