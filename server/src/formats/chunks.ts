import { concatenate } from './concatenate.js';
import type { Chunks } from './format.js';

/** The first bytes of a file, at least `length` where it has so many, and chunks that begin with them again. */
export async function peek(chunks: Chunks, length: number): Promise<{ head: Uint8Array; chunks: Chunks }> {
  const iterator = iterate(chunks);
  const first: Uint8Array[] = [];
  let size = 0;
  while (size < length) {
    const { value: chunk, done } = await iterator.next();
    if (done === true) break;
    // Another one is needed: this one may be overwritten then.
    first.push(size + chunk.length < length ? new Uint8Array(chunk) : chunk);
    size += chunk.length;
  }
  const head = first.length === 1 && first[0] ? first[0] : concatenate(first, size);
  return { head, chunks: resume(head, iterator) };
}

/** All bytes of a file; undefined when there are more than `limit`. */
export async function collectBytes(chunks: Chunks, limit: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > limit) return undefined;
    // It may be overwritten by the next.
    parts.push(new Uint8Array(chunk));
  }
  return parts.length === 1 && parts[0] ? parts[0] : concatenate(parts, size);
}

/** The same bytes in pieces of one `length`, but for the last: whatever is done with them does not depend on how they came. */
export async function* cutEvenly(chunks: Chunks, length: number): AsyncGenerator<Uint8Array> {
  const piece = new Uint8Array(length);
  let filled = 0;
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + length - filled);
      piece.set(part, filled);
      at += part.length;
      filled += part.length;
      if (filled < length) continue;
      yield piece;
      filled = 0;
    }
  }
  if (filled > 0) yield piece.subarray(0, filled);
}

async function* resume(head: Uint8Array, iterator: AsyncGenerator<Uint8Array, void>): AsyncGenerator<Uint8Array> {
  try {
    if (head.length > 0) yield head;
    yield* iterator;
  } finally {
    // A file that is not read to its end is closed all the same.
    await iterator.return();
  }
}

async function* iterate(chunks: Chunks): AsyncGenerator<Uint8Array, void> {
  yield* chunks;
}
