import { type EventText, isCapital, isClass, isName } from './eventText.js';
import { hasWordClass, type WordClass } from './eventWords.js';

/** Whether the token is an article or stands in the place of one; „im" and „vom" count as prepositions. */
export function isArticle(text: EventText, at: number): boolean {
  if (isClass(text, 'preposition', at)) return false;
  return ARTICLES.some((name) => isClass(text, name, at));
}
const ARTICLES: readonly WordClass[] = ['definite', 'indefinite', 'genitive', 'negative'];

/** So many words may stand between a noun and its preposition or article. */
const MAX_MODIFIERS = 5;

/**
 * The preposition of the noun that starts at token `first`, over article, adjectives and genitive names; '' for none, as behind a
 * quantity („eine Reihe von Tests").
 */
export function findPreposition(text: EventText, first: number): string {
  for (let at = first - 1; at >= first - MAX_MODIFIERS && text.startsSentence[at + 1] !== 1; at--) {
    if (isClass(text, 'preposition', at)) return prepositionAt(text, at);
    // Before an article comes the preposition, or none.
    if (isArticle(text, at)) return isClass(text, 'preposition', at - 1) ? prepositionAt(text, at - 1) : '';
    const isNoun = isCapital(text, at) && !isName(text, at);
    if (text.tokens[at]?.kind !== 'word' || isNoun || isClass(text, 'auxiliary', at)) return '';
  }
  return '';
}

function prepositionAt(text: EventText, at: number): string {
  return isQuantity(text, at - 1) ? '' : (text.words[at] ?? '');
}

function isQuantity(text: EventText, at: number): boolean {
  return endsInClass(text, text.words[at] ?? '', 'quantity');
}

/** Whether the noun means people or a body that act for a state: „Außenminister", „Delegation". */
export function isRepresentative(text: EventText, at: number): boolean {
  return isPeople(text, at, 'representative');
}

/** Whether the noun means somebody who watches and judges: „Politologe", „Militärexperten". */
export function isObserver(text: EventText, at: number): boolean {
  return isPeople(text, at, 'observer');
}

function isPeople(text: EventText, at: number, name: 'representative' | 'observer'): boolean {
  if (text.language === 'de' && !isCapital(text, at)) return false;
  const word = text.words[at] ?? '';
  return ENDINGS.some((ending) => word.endsWith(ending) && endsInClass(text, cut(word, ending), name));
}
const ENDINGS = ['', 'n', 's', 'en', 'e', 'es', 'in', 'innen'];

function cut(word: string, ending: string): string {
  return word.slice(0, word.length - ending.length);
}

/** Whether the word, in German also its last part, belongs to a class. */
function endsInClass(text: EventText, word: string, name: WordClass): boolean {
  if (hasWordClass(text.triggers.words, word, name)) return true;
  if (text.language === 'en') return false;
  for (let i = 1; i + 3 <= word.length; i++) if (hasWordClass(text.triggers.words, word.slice(i), name)) return true;
  return false;
}
