import { isCapitalised } from '../text/tokens.js';
import { findRoleNoun } from './roleNouns.js';
import type { LanguageSpeech } from './speech.js';
import type { RoleNoun, VerbReading, WordClass } from './speechWords.js';

/** What the tables know about a word, wherever it stands. */
export interface Word {
  readonly text: string;
  readonly lower: string;
  readonly isCapital: boolean;
  readonly classes: ReadonlySet<WordClass>;
  readonly verbs: readonly VerbReading[];
  /** The role that the word names: „Kreml-Sprecher" is a Sprecher. */
  readonly role: RoleNoun | undefined;
}

/** Looks words up in one language's tables, each spelling once. */
export interface WordBook {
  readonly speech: LanguageSpeech;
  readonly initial: Map<string, Word>;
  readonly inner: Map<string, Word>;
}

export const NO_CLASSES: ReadonlySet<WordClass> = new Set();
export const NO_VERBS: readonly VerbReading[] = [];

/** An empty book: a text has far fewer spellings than words. */
export function openWordBook(speech: LanguageSpeech): WordBook {
  return { speech, initial: new Map(), inner: new Map() };
}

/** The word as it stands inside a sentence, or at the start of one, where a capital says nothing. */
export function lookUpWord({ speech, initial, inner }: WordBook, text: string, place: 'initial' | 'inner'): Word {
  const known = place === 'initial' ? initial : inner;
  const found = known.get(text);
  if (found) return found;
  const word = readWord(speech, text, place);
  known.set(text, word);
  return word;
}

function readWord(speech: LanguageSpeech, text: string, place: 'initial' | 'inner'): Word {
  const lower = text.toLowerCase();
  const isCapital = isCapitalised(text);
  // „Der" and „Sagte" inside a sentence would be names.
  const isName = isCapital && place === 'inner';
  const classes = (isName ? speech.nounClasses : speech.classes).get(lower) ?? NO_CLASSES;
  const verbs = (isName ? undefined : speech.verbs.get(lower)) ?? NO_VERBS;
  const mayBeRole = isCapital || !speech.hasCapitalNouns;
  return { text, lower, isCapital, classes, verbs, role: mayBeRole ? findRoleNoun(lower, speech.roles) : undefined };
}
