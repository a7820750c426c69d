import { decode } from '../../../core/text/decode.js';
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

/** A file in pieces, as a stream gives them. A piece may be overwritten when the next one is asked for. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const LINE_FEED = 0x0a;
/** In bytes; a longer line is no article, and may be decoded in pieces. */
const MAX_LINE = LIMITS.recordLength * 4;

/**
 * Decodes a text file of any size piece by piece; every piece ends with a line break, but for the last and those without measure. The
 * encoding is found as for whole files, for every piece anew. Gives why it stops where the bytes are no text.
 */
export async function* decodeChunks(chunks: Chunks): AsyncGenerator<string | Unreadable> {
  let toUtf8: ToUtf8 | undefined;
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of cutChunks(chunks)) {
    toUtf8 ??= createToUtf8(chunk);
    const bytes = toUtf8(chunk);
    const isTooLong = length + bytes.length > MAX_LINE;
    const end = isTooLong ? bytes.length : bytes.lastIndexOf(LINE_FEED) + 1;
    if (end > 0) {
      yield decodeParts([...waiting, bytes.subarray(0, end)]);
      [waiting, length] = [[], 0];
    }
    waiting.push(new Uint8Array(bytes.subarray(end)));
    length += bytes.length - end;
  }
  if (length > 0) yield decodeParts(waiting);
}

/** In small pieces nothing that is slow for long texts takes long. */
const PIECE = 16_384;

async function* cutChunks(chunks: Chunks): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += PIECE) yield chunk.subarray(at, at + PIECE);
  }
}

type ToUtf8 = (chunk: Uint8Array) => Uint8Array;

/** UTF-16, which its byte order mark tells, has line feeds of two bytes: it becomes UTF-8 first. Other bytes stay as they are. */
function createToUtf8(first: Uint8Array): ToUtf8 {
  const mark = ((first[0] ?? 0) << 8) | (first[1] ?? 0);
  if (mark !== 0xfffe && mark !== 0xfeff) return (chunk) => chunk;
  const decoder = new TextDecoder(mark === 0xfffe ? 'utf-16le' : 'utf-16be');
  const encoder = new TextEncoder();
  return (chunk) => encoder.encode(decoder.decode(chunk, { stream: true }));
}

function decodeParts(parts: readonly Uint8Array[]): string | Unreadable {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return decode(bytes).text ?? { reason: 'it holds binary data instead of text' };
}
