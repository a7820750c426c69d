import { concatenate } from '../../concatenate.js';
import { createTextDecoder } from '../../encoding/decodeText.js';
import { findUtf16 } from '../../encoding/utf16.js';
import { cutEvenly } from '../../chunks.js';
import type { Chunks } from '../../format.js';
import type { Unreadable } from '../extracted.js';
import { LIMITS } from '../limits.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array, options: { readonly stream: boolean }): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

const LINE_FEED = 0x0a;
/** In bytes; a longer line is no article, and may be decoded in pieces. */
const MAX_LINE = LIMITS.recordLength * 4;

/**
 * Decodes a text file of any size piece by piece; every piece ends with a line break, but for the last and those without measure. Each
 * piece is UTF-8 where it can be, else in the one encoding that is guessed for the file. Gives why it stops where the bytes are no text.
 */
export async function* decodeChunks(chunks: Chunks): AsyncGenerator<string | Unreadable> {
  const decode = createTextDecoder();
  const decodeParts = async (parts: readonly Uint8Array[], size: number): Promise<string | Unreadable> =>
    (await decode(concatenate(parts, size))).text ?? { reason: 'it holds binary data instead of text' };
  let toUtf8: ToUtf8 | undefined;
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of cutEvenly(chunks, PIECE)) {
    toUtf8 ??= createToUtf8(chunk);
    const bytes = toUtf8(chunk);
    const isTooLong = length + bytes.length > MAX_LINE;
    const end = isTooLong ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield await decodeParts([...waiting, bytes.subarray(0, end)], length + end);
      [waiting, length] = [[], 0];
    }
    waiting.push(new Uint8Array(bytes.subarray(end)));
    length += bytes.length - end;
  }
  if (length > 0) yield await decodeParts(waiting, length);
}

/** In small pieces nothing that is slow for long texts takes long; evenly cut, the same file always has the same pieces. */
const PIECE = 16_384;

type ToUtf8 = (chunk: Uint8Array) => Uint8Array;

/** UTF-16 has line feeds of two bytes: it becomes UTF-8 first. Other bytes stay as they are. */
function createToUtf8(first: Uint8Array): ToUtf8 {
  const utf16 = findUtf16(first);
  if (utf16 === undefined) return (chunk) => chunk;
  const decoder = new TextDecoder(utf16.encoding);
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
}
