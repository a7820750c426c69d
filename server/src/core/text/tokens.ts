import { fold } from './fold.js';
import { memoise } from './memo.js';
import type { Span } from './span.js';

/** A word, number or single punctuation mark. Hyphens split: „US-Außenminister" is `US`, `-`, `Außenminister`. */
export interface Token extends Span, Form {
  /** Whether white space (or the start of the stretch) precedes it. */
  readonly spaced: boolean;
}

/** What a token is wherever it stands. */
interface Form {
  /** In NFC, so that all look-ups find it; as the text has it, it may be longer („u" and the dots of „ü" as two characters). */
  readonly text: string;
  readonly lower: string;
  /** `fold(text)`; '' for what folds to nothing. */
  readonly folded: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Whether it starts with a capital letter (also title case ǅ). */
  readonly isCapital: boolean;
}

// Numbers keep inner separators (20.000, 14:30, 1,5). An apostrophe belongs to a word only between letters (O'Brien).
// Every alternative starts with another character class, so there is one way to match and no backtracking.
const TOKEN = /\p{N}+(?:[.,:]\p{N}+)*|\p{L}[\p{L}\p{M}\p{N}\u00ad]*(?:['’]\p{L}[\p{L}\p{M}]*)*|[^\s\p{L}\p{N}]/gu;

/**
 * Splits `text[span]` into tokens, ascending and disjoint; offsets are those of the whole text.
 * White space (also no-break space) belongs to no token. Linear in the length of the span.
 */
export function tokenise(text: string, span: Span = { start: 0, end: text.length }): readonly Token[] {
  const tokens: Token[] = [];
  const stretch = text.slice(span.start, span.end);
  let previousEnd = -1;
  for (const match of stretch.matchAll(TOKEN)) {
    const [surface] = match;
    const end = match.index + surface.length;
    const { text: own, lower, folded, kind, isCapital } = readForm(surface);
    const place = { start: span.start + match.index, end: span.start + end, spaced: match.index !== previousEnd };
    tokens.push({ ...place, text: own, lower, folded, kind, isCapital });
    previousEnd = end;
  }
  return tokens;
}

// Texts repeat their words: one object for each spares the work, and one string makes every later look-up quicker.
const readForm = memoise((surface: string): Form => {
  const text = normalise(surface);
  return { text, lower: text.toLowerCase(), folded: fold(text), kind: kindOf(surface), isCapital: isCapitalised(text) };
});

function normalise(surface: string): string {
  return /\p{M}/u.test(surface) ? surface.normalize('NFC') : surface;
}

function kindOf(surface: string): Form['kind'] {
  if (/^\p{L}/u.test(surface)) return 'word';
  return /^\p{N}/u.test(surface) ? 'number' : 'mark';
}

/** Whether the word starts with a capital letter (also title case ǅ). */
export function isCapitalised(word: string): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(word);
}
