/** What of a text tells its encoding. */
export interface EncodingSample {
  /** Lines with bytes outside ASCII. */
  readonly lines: Uint8Array;
  /** Words with such bytes, a space between them. */
  readonly foreignWords: Uint8Array;
}

const MAX_SAMPLE = 16_384;
const MAX_LINE = 2_048;
const SPACE = 0x20;
const LINE_FEED = 0x0a;

/** Collects what tells the encoding, from all over a text of any size: it may start with a long stretch of ASCII. */
export function collectSample(bytes: Uint8Array): EncodingSample {
  const lines: number[] = [];
  for (let i = findForeign(bytes, 0); i !== -1 && lines.length < MAX_SAMPLE; ) {
    const start = Math.max(bytes.lastIndexOf(LINE_FEED, i) + 1, i - MAX_LINE);
    const feed = bytes.indexOf(LINE_FEED, i);
    const end = Math.min(feed === -1 ? bytes.length : feed + 1, start + 2 * MAX_LINE);
    lines.push(...bytes.subarray(start, end));
    i = findForeign(bytes, end);
  }
  return { lines: Uint8Array.from(lines), foreignWords: collectWords(lines) };
}

function findForeign(bytes: Uint8Array, from: number): number {
  for (let i = from; i < bytes.length; i++) if ((bytes[i] ?? 0) >= 0x80) return i;
  return -1;
}

function collectWords(lines: readonly number[]): Uint8Array {
  const words: number[] = [];
  let start = 0;
  for (let i = 0; i <= lines.length; i++) {
    if (isInWord(lines[i] ?? SPACE)) continue;
    const word = lines.slice(start, i);
    if (word.some((byte) => byte >= 0x80)) words.push(...word, SPACE);
    start = i + 1;
  }
  return Uint8Array.from(words);
}

function isInWord(byte: number): boolean {
  return byte >= 0x80 || (byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a);
}
