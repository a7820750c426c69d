import { concatenate } from '../concatenate.js';

/** What came out of compressed bytes; `limit`: there is more, but it was not inflated; `broken`: up to a fault. */
export interface Inflated {
  readonly data: Uint8Array;
  readonly end: 'whole' | 'limit' | 'broken';
}

/** Inflates raw deflate data (RFC 1951) up to about a limit of bytes. Never throws. */
export type Inflate = (packed: Uint8Array, limit: number) => Inflated;

/** What is inflated at once, before the limit is looked at: 16 kB give 16 MB at most. */
const PIECE = 16_384;

/** Loads the library (fflate), whose streams can be left before their end. */
export async function loadInflate(): Promise<Inflate> {
  const { Inflate: InflateStream } = await import('fflate');
  return (packed, limit) => {
    const pieces: Uint8Array[] = [];
    let size = 0;
    const stream = new InflateStream((piece) => {
      pieces.push(piece);
      size += piece.length;
    });
    let end: Inflated['end'] = 'whole';
    try {
      for (let at = 0; at < packed.length && size <= limit; at += PIECE) {
        stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
      }
    } catch {
      end = 'broken';
    }
    return { data: concatenate(pieces, size), end: size > limit ? 'limit' : end };
  };
}
