/** Bytes that are UTF-16, and where the text in them starts, behind the byte order mark. */
export interface Utf16 {
  readonly encoding: 'utf-16le' | 'utf-16be';
  readonly start: number;
}

const SAMPLE = 8192;

/**
 * Finds out whether bytes are UTF-16: by the byte order mark; without one by zero bytes, of which texts in Latin letters have nearly one
 * in each character, at always the same place. Undefined when they are not.
 */
export function findUtf16(bytes: Uint8Array): Utf16 | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { encoding: 'utf-16le', start: 2 };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { encoding: 'utf-16be', start: 2 };
  const sample = bytes.subarray(0, Math.min(bytes.length, SAMPLE) & ~1);
  if (sample.length < 2 || !sample.includes(0)) return undefined;
  if (isText(sample, 1)) return { encoding: 'utf-16le', start: 0 };
  return isText(sample, 0) ? { encoding: 'utf-16be', start: 0 } : undefined;
}

/** Highest high byte of the characters that make up texts with spaces: Latin to Cyrillic; dashes and quotation marks are in 20. */
const MAX_COMMON = 0x05;
const PUNCTUATION = 0x20;

/** Whether most high bytes, which are at even or odd places (`high` 0 or 1), are those of common characters, and few low ones zero. */
function isText(sample: Uint8Array, high: 0 | 1): boolean {
  let common = 0;
  let zero = 0;
  for (let i = 0; i < sample.length; i += 2) {
    const highByte = sample[i + high] ?? 0;
    const lowByte = sample[i + 1 - high] ?? 0;
    if (highByte === 0 ? isPrintable(lowByte) : highByte <= MAX_COMMON || highByte === PUNCTUATION) common++;
    if (lowByte === 0) zero++;
  }
  const characters = sample.length / 2;
  return common >= characters * 0.9 && zero * 50 <= characters;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d);
}
