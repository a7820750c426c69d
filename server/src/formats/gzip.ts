import { Gunzip } from 'fflate';
import { concatenate } from './concatenate.js';

/** A packed page is small; what unpacks to more is a bomb, or nothing that a person reads. */
const MAX_BYTES = 50 * 1024 * 1024;
/** Packed bytes handed over at once: at most a thousand times as much comes out before the limit is looked at. */
const CHUNK = 16 * 1024;

export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b;
}

/** Unpacks a gzip file; gives the reason in words when it is broken or too large. */
export function unpackGzip(packed: Uint8Array): Uint8Array | string {
  const parts: Uint8Array[] = [];
  let size = 0;
  const gunzip = new Gunzip((part) => {
    parts.push(part);
    size += part.length;
  });
  try {
    for (let i = 0; i < packed.length; i += CHUNK) {
      gunzip.push(packed.subarray(i, i + CHUNK), i + CHUNK >= packed.length);
      if (size > MAX_BYTES) return 'it unpacks to more than 50 MB';
    }
  } catch {
    return 'it is not a whole gzip file';
  }
  return concatenate(parts, size);
}
