import { type EventText, findMentionAt, isAdjective, isCapital, isClass } from './eventText.js';
import type { WordClass } from './eventWords.js';

/** Whether the token is a finite form of a trigger verb, or an auxiliary, modal or verb of saying. */
export function isFiniteVerb(text: EventText, at: number): boolean {
  if (!isSmallWord(text, at)) return false;
  if (isClass(text, 'auxiliary', at)) return true;
  const entries = text.triggers.verbs.get(text.words[at] ?? '');
  return entries?.some(({ forms }) => forms.some((form) => form !== 'infinitive' && form !== 'participle')) === true;
}

const NO_VERBS: readonly WordClass[] = [
  'preposition',
  'definite',
  'indefinite',
  'relative',
  'coordinator',
  'subordinator',
  'adverb',
  'planned',
];

/** Endings of German verbs, and what English ones show. */
const VERB_ENDINGS = { de: /(?:t|te|ten|en|ch|ß|g|b|f|m|d)$/, en: /(?:ed|es)$/ } as const;

/**
 * Whether a word that no list has is likely the verb of the stretch that starts at `first`: neither a function word nor an adjective
 * before a noun („unterstrich", „zielten").
 */
export function isLikelyVerb(text: EventText, at: number, first: number): boolean {
  if (!isSmallWord(text, at) || text.dateOf[at] !== -1) return false;
  const word = text.words[at] ?? '';
  if (NO_VERBS.some((name) => isClass(text, name, at)) || !VERB_ENDINGS[text.language].test(word)) return false;
  if (text.language === 'en') return true;
  const precedesNoun = isAdjective(text, at) && (isCapital(text, at + 1) || isAdjective(text, at + 1));
  return word.length >= 4 && (!precedesNoun || at === first);
}

/** A word without capital that is no part of a name. */
function isSmallWord(text: EventText, at: number): boolean {
  return text.tokens[at]?.kind === 'word' && !isCapital(text, at) && findMentionAt(text, at) === undefined;
}
