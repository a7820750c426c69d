import { hashPair, hashText } from './hashing.js';
import { TRAIT_BITS, type WordTraits } from './wordTraits.js';

/** Takes the number of a feature that holds. */
export type Emit = (feature: number) => void;

/** A word as its features see it. */
export interface FeatureWord {
  readonly text: string;
  readonly traits: WordTraits;
  /** Hash of the word in small letters: what conjunctions with its neighbours are made of. */
  readonly lower: number;
  /** Hash of its last three letters. */
  readonly ending: number;
}

/** Words further away than this say nothing. */
export const REACH = 2;

const T = {
  word: 1,
  lower: 2,
  base: 3,
  prefix: 4,
  suffix: 5,
  shape: 6,
  bit: 7,
  class: 8,
  gram: 9,
  length: 10,
} as const;
const PAIR = {
  endings: 19,
  classes: 20,
  wordBefore: 21,
  wordBehind: 22,
  around: 23,
  twoBefore: 24,
  gazetteer: 25,
  listed: 26,
} as const;

/**
 * The features that a word gives to the token `distance` tokens before it (−2 … 2; 0: to itself). They depend on the word alone, so that
 * a decoder sums their weights once for each word form.
 */
export function emitWordFeatures(word: FeatureWord, distance: number, emit: Emit): void {
  const seed = (template: number): number => template * 8 + distance + REACH;
  const { text, traits, lower } = word;
  emit(hashPair(seed(T.lower), lower, 0));
  emit(hashText(seed(T.shape), traits.shape));
  emit(hashPair(seed(T.class), traits.wordClass, 0));
  for (let bit = 0; bit < TRAIT_BITS; bit++) if (((traits.bits >> bit) & 1) === 1) emit(hashPair(seed(T.bit), bit, 0));
  if (Math.abs(distance) === REACH) return;
  const small = text.toLowerCase();
  emitEndings(small, distance === 0 ? 6 : 3, seed, emit);
  if (distance === 0) emitOwnFeatures(text, small, seed, emit);
}

function emitEndings(small: string, longest: number, seed: (template: number) => number, emit: Emit): void {
  for (let length = 1; length <= longest && length < small.length; length++)
    emit(hashText(seed(T.suffix), small, small.length - length));
}

function emitOwnFeatures(text: string, small: string, seed: (template: number) => number, emit: Emit): void {
  emit(hashText(seed(T.word), text));
  // „Hrynkos" and „Hrynko" share what is learnt.
  if (small.endsWith('s') && small.length > 3) emit(hashText(seed(T.base), small, 0, small.length - 1));
  else emit(hashText(seed(T.base), small));
  for (let length = 1; length <= 5 && length < small.length; length++) emit(hashText(seed(T.prefix), small, 0, length));
  for (let i = 0; i + 3 <= small.length && i < 20; i++) emit(hashText(seed(T.gram), small, i, i + 3));
  emit(hashPair(seed(T.length), Math.min(small.length, 12), 0));
}

/** The neighbourhood of a token: words by distance, undefined beyond the sentence, and what the lexicon says of the stretch it is in. */
export interface Surroundings {
  readonly before2: FeatureWord | undefined;
  readonly before: FeatureWord | undefined;
  readonly own: FeatureWord;
  readonly behind: FeatureWord | undefined;
  readonly behind2: FeatureWord | undefined;
  /** Numbers of the longest listed names at the token before, here and behind; 0: none. */
  readonly listed: readonly [number, number, number];
}

const BORDER_CLASS = 1000;
const BORDER_WORD = 1;

/** The features that a token has from words together. They are sums of small numbers: cheap to make, so nothing of them is kept. */
export function emitPairFeatures({ before2, before, own, behind, behind2, listed }: Surroundings, emit: Emit): void {
  const classOf = (word: FeatureWord | undefined): number => word?.traits.wordClass ?? BORDER_CLASS;
  const wordOf = (word: FeatureWord | undefined): number => word?.lower ?? BORDER_WORD;
  const [here, left, right] = [classOf(own), classOf(before), classOf(behind)];
  emit(hashPair(PAIR.endings * 8, own.ending, left));
  emit(hashPair(PAIR.endings * 8 + 1, own.ending, right));
  emit(hashPair(PAIR.endings * 8 + 2, own.ending, wordOf(before)));
  emit(hashPair(PAIR.classes * 8, left, here));
  emit(hashPair(PAIR.classes * 8 + 1, here, right));
  emit(hashPair(PAIR.classes * 8 + 2, left * 2048 + right, here));
  emit(hashPair(PAIR.twoBefore * 8, classOf(before2) * 2048 + left, here));
  emit(hashPair(PAIR.twoBefore * 8 + 1, classOf(behind2) * 2048 + right, here));
  emit(hashPair(PAIR.wordBefore * 8, wordOf(before), here));
  emit(hashPair(PAIR.wordBefore * 8 + 1, wordOf(before2), here));
  emit(hashPair(PAIR.wordBehind * 8, wordOf(behind), here));
  emit(hashPair(PAIR.wordBehind * 8 + 1, wordOf(behind2), here));
  emit(hashPair(PAIR.around * 8, wordOf(before), wordOf(behind)));
  emit(hashPair(PAIR.around * 8 + 1, own.lower, wordOf(behind)));
  emit(hashPair(PAIR.around * 8 + 2, wordOf(before), own.lower));
  for (const [place, number] of listed.entries()) {
    emit(hashPair(PAIR.gazetteer * 8 + place, number, 0));
    emit(hashPair(PAIR.listed * 8 + place, number, here));
  }
  emit(hashPair(PAIR.gazetteer * 8 + 3, listed[0] * 64 + listed[1], listed[2]));
}
