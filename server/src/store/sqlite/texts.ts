import { deflateRawSync, inflateRawSync } from 'node:zlib';

/** A text as the index keeps it. */
export function packText(text: string): Uint8Array {
  return deflateRawSync(Buffer.from(text, 'utf8'), { level: 6 });
}

/** Undefined when the bytes are damaged. */
export function unpackText(bytes: Uint8Array): string | undefined {
  try {
    return inflateRawSync(bytes).toString('utf8');
  } catch {
    return undefined;
  }
}
