import type { IncomingMessage } from 'node:http';
import { pipeline } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { WebRefusal } from '../../service/adding/ports.js';

const UNPACKERS = new Map([
  ['gzip', createGunzip],
  ['x-gzip', createGunzip],
  ['deflate', createInflate],
  ['br', createBrotliDecompress],
]);

/** The bytes of an answer, unpacked; counted while they come, so that what unpacks to too much is left in the middle. */
export async function readBody(response: IncomingMessage, maxBytes: number): Promise<Uint8Array | WebRefusal> {
  const tooLarge: WebRefusal = { refused: 'too-large', detail: `${String(maxBytes / 1_000_000)} MB` };
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) return tooLarge;
  const body = unpack(response);
  if (body === undefined)
    return { refused: 'content-type', detail: response.headers['content-encoding']?.slice(0, 100) ?? '' };
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of body) {
    size += part.length;
    if (size > maxBytes) return tooLarge;
    parts.push(part);
  }
  return new Uint8Array(Buffer.concat(parts, size));
}

/** Undefined: packed in a way that was not asked for. */
function unpack(response: IncomingMessage): AsyncIterable<Uint8Array> | undefined {
  const encoding = response.headers['content-encoding']?.trim().toLowerCase() ?? 'identity';
  if (encoding === 'identity' || encoding === '') return response;
  const createUnpacker = UNPACKERS.get(encoding);
  // What goes wrong in one of the two streams is thrown by the last one, which is the one that is read.
  return createUnpacker && pipeline(response, createUnpacker(), () => undefined);
}
