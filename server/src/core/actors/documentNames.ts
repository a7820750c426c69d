import { fold } from '../text/fold.js';
import { memoise } from '../text/memo.js';
import { isSameActor, type KnownActor, personKey } from './knownActor.js';
import { buildNameTable, type NameTable } from './nameTable.js';
import type { Trail } from './trail.js';
import type { Word } from './words.js';

/**
 * What the whole text tells a step that reads one of its paragraphs. It may be asked only about words of that paragraph (with or without
 * a final s, or in another transliteration): a paragraph is read again only where an answer for one of its own words has changed.
 */
export interface DocumentNames {
  /** The folded words of the text. */
  readonly vocabulary: { readonly has: (folded: string) => boolean };
  readonly told: Told;
  /** What was last told before the place that is read. */
  readonly trail: Trail;
  /** Whether the paragraph is one of the first two of the body: title, subtitle or lead. */
  readonly isOpening: boolean;
}

/** Actors by the words that may mean them, in the order of the text. */
export type Answers = ReadonlyMap<string, readonly KnownActor[]>;

/** What the paragraphs tell together, made ready for look-up. */
export interface Told {
  readonly answers: Answers;
  /** The keys of the answers as names of one or more words. */
  readonly names: NameTable<string>;
  /** The keys of one longer word by the key that all transliterations share. */
  readonly variants: ReadonlyMap<string, string>;
}

/** Makes answers ready for look-up. */
export function toTold(answers: Answers): Told {
  let names: NameTable<string> | undefined;
  let variants: ReadonlyMap<string, string> | undefined;
  return {
    answers,
    get names() {
      names ??= buildNameTable<string>((add) => {
        for (const key of answers.keys()) add(key, key);
      });
      return names;
    },
    get variants() {
      variants ??= new Map([...answers.keys()].filter(isLongWord).map((key) => [personKey(key), key]));
      return variants;
    },
  };
}

/** Whether a key is one word that is long enough to be known in another transliteration. */
export function isLongWord(key: string): boolean {
  return key.length >= 5 && !key.includes(' ');
}

/** The keys whose answers differ. */
export function listChanged(before: Answers, now: Answers): ReadonlySet<string> {
  const changed = new Set<string>();
  for (const [key, actors] of now) if (!areSameActors(actors, before.get(key))) changed.add(key);
  for (const key of before.keys()) if (!now.has(key)) changed.add(key);
  return changed;
}

function areSameActors(a: readonly KnownActor[], b: readonly KnownActor[] | undefined): boolean {
  return b?.length === a.length && a.every((actor, i) => isSameActor(actor, b[i]));
}

/** The forms of a folded word under which a step may ask for it. */
const listForms = memoise((folded: string): readonly string[] => {
  const forms = folded.endsWith('s') ? [folded, folded.slice(0, -1)] : [folded];
  return [...forms, ...forms.filter(isLongWord).map(personKey)];
});

// Asked for only in a text that is being written, and there with every change.
const interests = new WeakMap<readonly Word[], ReadonlySet<string>>();

/** All under which the steps may ask for the words of a paragraph. */
export function getInterests(words: readonly Word[]): ReadonlySet<string> {
  const known = interests.get(words);
  if (known) return known;
  const own = new Set(words.flatMap(({ folded }) => listForms(folded)));
  interests.set(words, own);
  return own;
}

/** The words of keys, in every form in which a paragraph may be interested in them. */
export function splitKeys(keys: ReadonlySet<string>): readonly (readonly string[])[] {
  return [...keys].flatMap((key) => {
    const words = fold(key).split(' ');
    return isLongWord(key) ? [words, [personKey(key)]] : [words];
  });
}
