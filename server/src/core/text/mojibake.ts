import type { Span } from './span.js';
import { isUtf8Continuation, utf8Length } from './utf8.js';
import { findWesternByte, toWestern } from './western.js';

/** A stretch that was UTF-8, was read as Windows-1252 or ISO-8859-1, and saved again: „FÃ¼r" for „Für". */
export interface Mojibake extends Span {
  /** What it was. */
  readonly original: string;
}

/**
 * Bytes that start a character of several bytes in UTF-8, as the two encodings read them, and all that may follow. Other lead bytes are
 * left out: their characters do not occur in texts that we read, and their look-alikes do („MENÜ“" would be Syriac).
 */
const LEADS = 'ÂÃÄÅÎÏÐÑâïð';
const FOLLOWING = '\\x80-\\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';
const RUN = new RegExp(`(?:[${LEADS}][${FOLLOWING}]{1,3})+|[\\x80-\\x9f]+`, 'g');
/** „ÃƒÂ¼" was read wrongly twice; more often than three times nobody has seen. */
const ROUNDS = 3;

/**
 * Finds the stretches of a text that are mojibake, ascending and disjoint. A few characters that may stand in good text as well („Ä“")
 * count only where others leave no doubt. Linear in the text's length.
 */
export function listMojibake(text: string): readonly Mojibake[] {
  const found = [...text.matchAll(RUN)].flatMap(({ 0: run, index }) => {
    const { original, isSure } = repairRun(run);
    return original === run ? [] : [{ start: index, end: index + run.length, original, isSure }];
  });
  return found.some(({ isSure }) => isSure) ? found.map(({ start, end, original }) => ({ start, end, original })) : [];
}

/** The text with all mojibake turned back into what it was; the same text when it has none. Offsets change. */
export function repairMojibake(text: string): string {
  let at = 0;
  const pieces: string[] = [];
  for (const { start, end, original } of listMojibake(text)) {
    pieces.push(text.slice(at, start), original);
    at = end;
  }
  return at === 0 ? text : pieces.join('') + text.slice(at);
}

interface Repaired {
  readonly original: string;
  /** Whether good text cannot look like this. */
  readonly isSure: boolean;
}

function repairRun(run: string): Repaired {
  let repaired: Repaired = { original: run, isSure: /[\x80-\x9f]/.test(run) };
  for (let round = 0; round < ROUNDS; round++) {
    const { original, isSure } = repairOnce(repaired.original);
    if (original === repaired.original) break;
    repaired = { original, isSure: repaired.isSure || isSure };
  }
  return repaired;
}

function repairOnce(run: string): Repaired {
  let original = '';
  let isSure = false;
  for (let i = 0; i < run.length; ) {
    const character = readCharacter(run, i);
    original += character?.text ?? toWestern(run.charAt(i));
    isSure ||= character?.isSure ?? false;
    i += character?.length ?? 1;
  }
  return { original, isSure };
}

interface Character {
  readonly text: string;
  readonly length: number;
  readonly isSure: boolean;
}

/** The character whose UTF-8 bytes the text shows from `start` on; undefined where it shows none that is likely. */
function readCharacter(run: string, start: number): Character | undefined {
  const lead = findWesternByte(run.charAt(start)) ?? 0;
  const length = utf8Length(lead);
  if (length === 1) return undefined;
  let code = lead & (0xff >> (length + 1));
  for (let i = 1; i < length; i++) {
    const byte = findWesternByte(run.charAt(start + i)) ?? 0;
    if (!isUtf8Continuation(byte)) return undefined;
    code = (code << 6) | (byte & 0x3f);
  }
  const known = LIKELY.find(({ from, to }) => code >= from && code <= to);
  if (known === undefined) return undefined;
  const isSure = known.sure === 'always' || !/[\s€§°‘’“”‚„…–—‹›«»]/u.test(run.charAt(start + 1));
  return { text: String.fromCodePoint(code), length, isSure };
}

/**
 * Characters that mojibake hides in German, English and transliterated text. `letter`: its look-alike may be a letter before a quotation
 * mark, a dash or the like („das Ä“").
 */
const LIKELY: readonly { readonly from: number; readonly to: number; readonly sure: 'always' | 'letter' }[] = [
  // Control characters that stand for those of Windows-1252 (Â…).
  { from: 0x80, to: 0x9f, sure: 'letter' },
  // Spaces and marks (Â…), letters of Western Europe (Ã…).
  { from: 0xa0, to: 0xff, sure: 'always' },
  // Letters of Central Europe and Turkey (Ä…, Å…).
  { from: 0x100, to: 0x17f, sure: 'letter' },
  // Greek (Î…, Ï…), Cyrillic (Ð…, Ñ…).
  { from: 0x386, to: 0x3ce, sure: 'letter' },
  { from: 0x400, to: 0x47f, sure: 'letter' },
  // Dashes, quotation marks, €, ™, arrows (â…); ligatures, byte order mark, replacement character (ï…); pictures (ðŸ…).
  { from: 0x2000, to: 0x22ff, sure: 'always' },
  { from: 0xfb00, to: 0xfb06, sure: 'always' },
  { from: 0xfeff, to: 0xfeff, sure: 'always' },
  { from: 0xfffd, to: 0xfffd, sure: 'always' },
  { from: 0x1f300, to: 0x1faff, sure: 'always' },
];
