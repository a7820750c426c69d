import { decode } from '../../../core/text/decode.js';
import type { Unreadable } from '../extracted.js';
import { LIMITS } from '../limits.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array, options: { readonly stream: boolean }): string;
}

/** A file in pieces, as a stream gives them. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

const LINE_FEED = 0x0a;
/** In bytes; a longer line is no article, and may be decoded in pieces. */
const MAX_LINE = LIMITS.recordLength * 4;

/**
 * Decodes a text file of any size piece by piece; every piece ends with a line break, but for the last and those without measure. The
 * encoding is found as for whole files, for every piece anew. Gives why it stops where the bytes are no text.
 */
export async function* decodeChunks(chunks: Chunks): AsyncGenerator<string | Unreadable> {
  let waiting: Uint8Array = new Uint8Array(0);
  let wide: TextDecoder | undefined;
  let isFirst = true;
  for await (const chunk of chunks) {
    if (isFirst) wide = findWideDecoder(chunk);
    isFirst = false;
    if (wide) yield wide.decode(chunk, { stream: true });
    else {
      const end = chunk.lastIndexOf(LINE_FEED) + 1;
      const isLong = waiting.length + chunk.length > MAX_LINE;
      if (end > 0 || isLong) yield decodePiece(concatenate(waiting, chunk.subarray(0, end || chunk.length)));
      waiting =
        end > 0 ? new Uint8Array(chunk.subarray(end)) : isLong ? new Uint8Array(0) : concatenate(waiting, chunk);
    }
  }
  if (waiting.length > 0) yield decodePiece(waiting);
}

/** UTF-16 has line feeds of two bytes; its byte order mark tells it. */
function findWideDecoder(first: Uint8Array): TextDecoder | undefined {
  const mark = ((first[0] ?? 0) << 8) | (first[1] ?? 0);
  if (mark === 0xfffe) return new TextDecoder('utf-16le');
  return mark === 0xfeff ? new TextDecoder('utf-16be') : undefined;
}

function decodePiece(bytes: Uint8Array): string | Unreadable {
  return decode(bytes).text ?? { reason: 'it holds binary data instead of text' };
}

function concatenate(first: Uint8Array, second: Uint8Array): Uint8Array {
  if (first.length === 0) return second;
  const whole = new Uint8Array(first.length + second.length);
  whole.set(first);
  whole.set(second, first.length);
  return whole;
}
