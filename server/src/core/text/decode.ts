// Part of every JavaScript platform, but not of the language's own library, which is all that the core may use.
declare class TextDecoder {
  constructor(label: string, options?: { readonly ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}

/** A decoded text and the encoding that it was read in; undefined text: the bytes are no text. */
export interface Decoded {
  readonly text: string | undefined;
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';
}

const SAMPLE = 8192;

/**
 * Decodes the bytes of a text file: UTF-16 by its byte order mark, UTF-8 when valid, else Windows-1252 (a superset of
 * ISO-8859-1's printable characters). The byte order mark is not part of the text. Bytes with NULs are no text.
 */
export function decode(bytes: Uint8Array): Decoded {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeAs('utf-16le', bytes.subarray(2));
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeAs('utf-16be', bytes.subarray(2));
  if (bytes.subarray(0, SAMPLE).includes(0)) return { text: undefined, encoding: 'utf-8' };
  const content = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
  const utf8 = decodeAs('utf-8', content);
  // A replacement character stands for invalid bytes, unless the file itself holds one (EF BF BD).
  if (!utf8.text?.includes('\ufffd') || holdsReplacementCharacter(content)) return utf8;
  const western = decodeAs('windows-1252', content);
  return isText(western.text ?? '') ? western : { text: undefined, encoding: 'windows-1252' };
}

function decodeAs(encoding: Decoded['encoding'], bytes: Uint8Array): Decoded {
  const text = new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes);
  return { text: encoding === 'windows-1252' ? text.replace(/[\x80-\x9f]/g, toWestern) : text, encoding };
}

// Some releases of Node decode windows-1252 as ISO-8859-1, which has control characters where Windows has quotation marks and
// dashes. Bytes 80 to 9F by the WHATWG Encoding Standard's index; the five unassigned ones stay control characters.
const WESTERN = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';

function toWestern(control: string): string {
  return WESTERN.charAt(control.charCodeAt(0) - 0x80);
}

function holdsReplacementCharacter(bytes: Uint8Array): boolean {
  for (let i = bytes.indexOf(0xef); i !== -1; i = bytes.indexOf(0xef, i + 1)) {
    if (bytes[i + 1] === 0xbf && bytes[i + 2] === 0xbd) return true;
  }
  return false;
}

/** Compressed or encrypted bytes read as Windows-1252 are full of control characters; text has next to none. */
function isText(text: string): boolean {
  const sample = text.slice(0, SAMPLE);
  const controls = sample.match(/[^\P{Cc}\t\n\r\f]/gu)?.length ?? 0;
  return controls * 100 <= sample.length;
}
