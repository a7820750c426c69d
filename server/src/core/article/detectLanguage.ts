import type { Language } from './article.js';
import { isForeign } from './script.js';

// The commonest function words that are not words of the other language too ("in", "war", "die", "also" are left out).
const GERMAN: ReadonlySet<string> = new Set(
  'der und das den dem des ein eine einen einer nicht mit sich von auf für ist im auch nach wie sei haben hat wird bei zu aus über dass'.split(
    ' ',
  ),
);
const ENGLISH: ReadonlySet<string> = new Set(
  'the and of to that with is was for on as by his her said from have has be are it at which were not but this'.split(
    ' ',
  ),
);
const SAMPLE = 6000;

/**
 * The language of a text by its function words in the first 6,000 code units; `other` when it is in other letters, or when neither German nor English has
 * at least one in twelve words and twice as many as the other.
 */
export function detectLanguage(text: string): Language {
  if (isForeign(text)) return 'other';
  const { words, german, english } = countFunctionWords(text.slice(0, SAMPLE));
  const needed = words / 12;
  if (german >= needed && german >= 2 * english) return 'de';
  if (english >= needed && english >= 2 * german) return 'en';
  // A heading or a single short sentence has few function words: German is what corpora mostly are.
  if (words < 12) return english > german ? 'en' : 'de';
  return 'other';
}

interface Counts {
  readonly words: number;
  readonly german: number;
  readonly english: number;
}

function countFunctionWords(text: string): Counts {
  if (!OTHER_THAN_WESTERN.test(text)) return countWestern(text);
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const german = words.filter((word) => GERMAN.has(word)).length;
  return { words: words.length, german, english: words.filter((word) => ENGLISH.has(word)).length };
}

const OTHER_THAN_WESTERN = /[^\0-\xff\u2010-\u206f\u20ac]/;
const LAST = 0x20ac;

// Reading a text takes as long as cutting it into words. In five bits a letter, the function words, which have five letters at most, are
// small numbers that need no cutting: 0 is no letter, `OTHER` one that none of them has.
const ALPHABET = 'abcdefghijklmnopqrstuvwxyzäöüß';
const [BITS, OTHER, LONGEST] = [5, 31, 5];
const LETTERS = Uint8Array.from({ length: LAST + 1 }, (_, code) => codeOf(String.fromCharCode(code).toLowerCase()));
const GERMAN_NUMBERS = new Set([...GERMAN].map(toNumber));
const ENGLISH_NUMBERS = new Set([...ENGLISH].map(toNumber));

function codeOf(letter: string): number {
  if (!/\p{L}/u.test(letter)) return 0;
  return ALPHABET.indexOf(letter) + 1 || OTHER;
}

function toNumber(word: string): number {
  return Array.from(word).reduce((number, letter) => (number << BITS) | codeOf(letter), 0);
}

/** As above, for a text in Latin letters that has no others than Windows-1252. */
function countWestern(text: string): Counts {
  let [words, german, english] = [0, 0, 0];
  let [number, length] = [0, 0];
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? (LETTERS[text.charCodeAt(i)] ?? 0) : 0;
    if (code !== 0) {
      number = (number << BITS) | code;
      length++;
    } else if (length > 0) {
      words++;
      if (length <= LONGEST && GERMAN_NUMBERS.has(number)) german++;
      else if (length <= LONGEST && ENGLISH_NUMBERS.has(number)) english++;
      number = length = 0;
    }
  }
  return { words, german, english };
}
