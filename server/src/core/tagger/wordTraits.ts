import type { ActorKind } from '../facts.js';
import type { Lexicon } from '../actors/lexicon.js';
import { nameKey } from '../actors/nameTable.js';

/** What shape and word lists say of a word by itself. */
export interface WordTraits {
  /** Letters by case, digits by number, runs shortened: „McKay" is `AaAa`. */
  readonly shape: string;
  /** One bit for each list that has the word. */
  readonly bits: number;
  /** Shape and lists in one small number: what conjunctions of neighbours are made of. */
  readonly wordClass: number;
}

const KIND_BITS: Readonly<Record<ActorKind, number>> = { person: 1, organization: 2, country: 4, place: 8, group: 16 };
const [FIRST_NAME, AMBIGUOUS, EVERYDAY, FUNCTION_WORD] = [1 << 5, 1 << 6, 1 << 7, 1 << 8];
const [TITLE, ADDRESS, ORGANIZATION_HEAD, PLACE_HEAD] = [1 << 9, 1 << 10, 1 << 11, 1 << 12];
const [ADJECTIVE, PARTICLE, LOCATIVE, SAYING] = [1 << 13, 1 << 14, 1 << 15, 1 << 16];
const [SURNAME, AMBIGUOUS_SURNAME, CITY] = [1 << 17, 1 << 18, 1 << 19];
export const TRAIT_BITS = 20;

/** Asks the lexicon's lists about single words of a language; a genitive s is looked through. */
export function createTraitReader(lexicon: Lexicon, language: 'de' | 'en'): (text: string) => WordTraits {
  return (text) => {
    const shape = shapeOf(text);
    const bits = readBits(lexicon, language, text);
    return { shape, bits, wordClass: classify(shape, bits) };
  };
}

function readBits(lexicon: Lexicon, language: 'de' | 'en', text: string): number {
  const key = nameKey(text);
  const lists = lexicon.words[language];
  const title = lists.titles.find(key)?.value.class;
  const isIn = (set: ReadonlySet<string> | undefined): boolean => set?.has(key) === true;
  const tests: readonly (readonly [number, boolean])[] = [
    [FIRST_NAME, hasName(lexicon.firstNames, key)],
    [AMBIGUOUS, lexicon.ambiguousFirstNames.has(key)],
    [SURNAME, hasName(lexicon.surnames, key)],
    [AMBIGUOUS_SURNAME, lexicon.ambiguousSurnames.has(key)],
    [CITY, hasName(lexicon.cities, key)],
    [EVERYDAY, lists.isEveryday(key)],
    [FUNCTION_WORD, isIn(lists.functionWords)],
    [TITLE, title === 'office' || title === 'role'],
    [ADDRESS, title === 'address' || title === 'modifier'],
    [ORGANIZATION_HEAD, lists.organizationHeads.find(key) !== undefined],
    [PLACE_HEAD, lists.placeHeads.find(key) !== undefined],
    [PARTICLE, isIn(lexicon.nameParts.get('particle'))],
    [LOCATIVE, isIn(lists.cues.get('locative'))],
    [SAYING, isIn(lists.cues.get('saying'))],
  ];
  return tests.reduce((bits, [bit, holds]) => (holds ? bits | bit : bits), readKinds(lexicon, key));
}

/** Kinds of the actors that the word alone names. */
function readKinds({ names }: Lexicon, key: string): number {
  const senses = names.byKey.get(key) ?? (key.endsWith('s') ? names.byKey.get(key.slice(0, -1)) : undefined);
  return (senses ?? []).reduce(
    (bits, { actor, use }) => bits | (use === 'adjective' ? ADJECTIVE : KIND_BITS[actor.kind]),
    0,
  );
}

function hasName(names: ReadonlySet<string>, key: string): boolean {
  return names.has(key) || (key.endsWith('s') && names.has(key.slice(0, -1)));
}

/** The first trait in this order is the word's class: what tells most stands first. */
const CLASS_ORDER = [
  FUNCTION_WORD,
  PARTICLE,
  ADJECTIVE,
  ADDRESS,
  TITLE,
  KIND_BITS.country,
  KIND_BITS.organization,
  KIND_BITS.place,
  FIRST_NAME,
  KIND_BITS.person,
  CITY,
  SURNAME,
  ORGANIZATION_HEAD,
  PLACE_HEAD,
  SAYING,
  EVERYDAY,
];

function classify(shape: string, bits: number): number {
  const rank = CLASS_ORDER.findIndex((bit) => (bits & bit) !== 0);
  return shapeClass(shape) * (CLASS_ORDER.length + 1) + rank + 1;
}

const SHAPE_CLASSES = [/^a+$/, /^Aa$/, /^A$/, /^AA$/, /^\d/, /^[Aa]+$/, /^[^Aa\d]+$/];

function shapeClass(shape: string): number {
  const found = SHAPE_CLASSES.findIndex((pattern) => pattern.test(shape));
  return found < 0 ? SHAPE_CLASSES.length : found;
}

function shapeOf(text: string): string {
  let shape = '';
  for (const char of text) {
    const sign = /\p{Lu}/u.test(char) ? 'A' : /\p{L}/u.test(char) ? 'a' : /\p{N}/u.test(char) ? '0' : char;
    // Two of a kind say „more than one"; longer runs tell nothing more.
    if (!(shape.endsWith(sign) && (sign === 'a' || shape.endsWith(sign + sign)))) shape += sign;
    if (shape.length >= 8) break;
  }
  return shape;
}
