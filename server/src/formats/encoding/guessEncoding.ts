import { collectSample } from './sample.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string, options: { readonly fatal: boolean });
  decode(bytes: Uint8Array): string;
}

/**
 * Guesses the encoding of a text of single-byte characters that says none itself and is no UTF-8. Which script it is, the runs of letters
 * outside ASCII tell even in a few words; which encoding of that script, the library's statistics, as far as there is text enough for them.
 * Gives a label of the WHATWG Encoding Standard; Windows-1252 in doubt.
 */
export async function guessEncoding(bytes: Uint8Array): Promise<string> {
  const sample = collectSample(bytes);
  const { analyse } = await import('chardet');
  if (!isMostlyForeign(sample.foreignWords)) return guessLatin(sample.lines, analyse(sample.lines));
  return guessForeign(sample.foreignWords, analyse(sample.foreignWords));
}

interface Guess {
  readonly name: string;
  /** 0 to 100. */
  readonly confidence: number;
}

const isLetter = (byte: number): boolean => byte >= 0xc0;
/** Ä Ö Ü ß ä ö ü */
const GERMAN: ReadonlySet<number> = new Set([0xc4, 0xd6, 0xdc, 0xdf, 0xe4, 0xf6, 0xfc]);

/**
 * Whether letters outside ASCII mostly stand together: words of another script. In Latin scripts they stand among ASCII letters, two in a
 * row at most („Größe"), but in a list („ÄÖÜ").
 */
function isMostlyForeign(words: Uint8Array): boolean {
  if (words.filter(isLetter).every((byte) => GERMAN.has(byte))) return false;
  let run = 0;
  let alone = 0;
  let together = 0;
  for (const byte of [...words, 0]) {
    if (isLetter(byte)) run++;
    else {
      if (run > 2) together += run;
      else alone += run;
      run = 0;
    }
  }
  return together > alone;
}

const CYRILLIC = ['windows-1251', 'KOI8-R', 'ISO-8859-5'];
/** How much surer the library must be of a script other than Cyrillic, which is the likeliest in texts about politics. */
const LEAD = 20;
const MIN_FOREIGN = 50;

function guessForeign(words: Uint8Array, guesses: readonly Guess[]): string {
  const cyrillic = guesses.find(({ name }) => CYRILLIC.includes(name));
  const other = guesses.find(({ name }) => !CYRILLIC.includes(name) && !isLatin(name) && isPossible(name, words));
  if (other && other.confidence >= MIN_FOREIGN && other.confidence > (cyrillic?.confidence ?? 0) + LEAD)
    return other.name;
  return cyrillic?.name ?? guessCyrillicByCase(words);
}

/** Whether the encoding has all characters of the text; and the platform has it. */
function isPossible(name: string, bytes: Uint8Array): boolean {
  try {
    new TextDecoder(name, { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Most letters are small ones: they are the upper half of the letters in Windows-1251, and the lower half in KOI8-R. */
function guessCyrillicByCase(words: Uint8Array): string {
  const letters = words.filter(isLetter);
  const upper = letters.filter((byte) => byte >= 0xe0).length;
  return upper * 2 < letters.length ? 'KOI8-R' : 'windows-1251';
}

function isLatin(name: string): boolean {
  return /^(?:ISO-8859-(?:1|2|9)|windows-125[0478]|ASCII)$/.test(name);
}

const CENTRAL = ['ISO-8859-2', 'windows-1250'];
const MIN_CENTRAL = 60;

function guessLatin(lines: Uint8Array, guesses: readonly Guess[]): string {
  const confidenceOf = (...names: readonly string[]): number =>
    Math.max(0, ...guesses.filter(({ name }) => names.includes(name)).map(({ confidence }) => confidence));
  const central = guesses.find(({ name }) => CENTRAL.includes(name));
  // German letters are the same in all of them.
  if (central && central.confidence >= Math.max(MIN_CENTRAL, confidenceOf('ISO-8859-1', 'windows-1252') + LEAD))
    return central.name;
  return isLatin9(lines) ? 'iso-8859-15' : 'windows-1252';
}

/** Bytes that ISO-8859-15 has for Š, š, ž, Œ, œ and Ÿ, where ISO-8859-1 has signs that stand in no word. */
const LATIN9_LETTERS: ReadonlySet<number> = new Set([0xa6, 0xa8, 0xb8, 0xbc, 0xbd, 0xbe]);
const EURO = 0xa4;

/** Whether a text uses what ISO-8859-15 has instead of ISO-8859-1: the euro sign, or its letters next to other letters. */
function isLatin9(lines: Uint8Array): boolean {
  // Only Windows has printable characters here.
  if (lines.some((byte) => byte >= 0x80 && byte <= 0x9f)) return false;
  return lines.some((byte, i) => byte === EURO || (LATIN9_LETTERS.has(byte) && isInWord(lines, i)));
}

function isInWord(bytes: Uint8Array, i: number): boolean {
  return isSmallLetter(bytes[i + 1] ?? 0) || isSmallLetter(bytes[i - 1] ?? 0);
}

function isSmallLetter(byte: number): boolean {
  return (byte >= 0x61 && byte <= 0x7a) || byte >= 0xdf;
}
