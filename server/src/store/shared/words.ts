import { memoise } from '../../core/text/memo.js';
import { fold } from '../../core/text/fold.js';
import type { Span } from '../../core/text/span.js';

/** A word as search compares it. */
export interface WordForm {
  /** Folded, only letters and digits: what a prefix is compared with. */
  readonly form: string;
  /** The same without the endings of inflection: what equal words share. Always a start of `form`. */
  readonly word: string;
}

/** The span is that of the token in the text that was given. */
export interface SearchWord extends WordForm, Span {}

/** The words and figures of a text in order; marks are left out, so that words on both sides of one follow each other. */
export function listSearchWords(text: string): readonly SearchWord[] {
  const words: SearchWord[] = [];
  for (const { 0: surface, index: start } of text.matchAll(WORD)) {
    const { form, word } = readForm(surface);
    if (form !== '') words.push({ form, word, start, end: start + surface.length });
  }
  return words;
}

/** The words that somebody looks for as search compares them: „Nato-Gipfel" is two. */
export function foldSearchWords(words: readonly string[]): readonly WordForm[] {
  return words.flatMap((word) => listSearchWords(word).map(({ form, word: stem }) => ({ form, word: stem })));
}

/** The stems that a word may have of which nothing but its start is known, besides those that begin with that. */
export function listShorterStems(start: string): readonly string[] {
  const shortest = Math.max(MIN_STEM, start.length - MAX_ENDING);
  return Array.from({ length: Math.max(0, start.length - shortest) }, (_, i) => start.slice(0, shortest + i));
}

// The words and numbers of core/text/tokens.ts, without what else a token has: of a search, reading words is what takes time. Every
// alternative starts with another character class, so there is one way to match and no backtracking.
const WORD = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}\u00ad]*(?:['’]\p{L}[\p{L}\p{M}]*)*/gu;

// Texts repeat their words.
const readForm = memoise((surface: string): WordForm => {
  const form = fold(surface).replace(/[^\p{L}\p{N}]+/gu, '');
  return { form, word: stem(form) };
});

// Endings of German and English together, because nobody says in which language a query is. After J. Savoy, "Light stemming approaches
// for the French, Portuguese, German and Hungarian languages" (2006), and D. Harman's stemmer for English plurals (1991).
const PLURAL = /[bdfghklmnrtey]s$/;
const ENDING = /(?:ern|ing|em|er|en|ed|ie|e|n|y)$/;
const MIN_STEM = 4;
const MAX_ENDING = 4;

function stem(form: string): string {
  const bare = form.length > MIN_STEM && PLURAL.test(form) ? form.slice(0, -1) : form;
  const shorter = bare.replace(ENDING, '');
  return shorter.length >= MIN_STEM ? shorter : bare;
}
