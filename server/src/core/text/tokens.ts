import type { Span } from './span.js';

/** A word, number or single punctuation mark. Hyphens split: „US-Außenminister" is `US`, `-`, `Außenminister`. */
export interface Token extends Span {
  readonly text: string;
  readonly kind: 'word' | 'number' | 'mark';
  /** Whether white space (or the start of the stretch) precedes it. */
  readonly spaced: boolean;
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
    tokens.push({
      start: span.start + match.index,
      end: span.start + end,
      text: surface,
      kind: kindOf(surface),
      spaced: match.index !== previousEnd,
    });
    previousEnd = end;
  }
  return tokens;
}

function kindOf(surface: string): Token['kind'] {
  if (/^\p{L}/u.test(surface)) return 'word';
  return /^\p{N}/u.test(surface) ? 'number' : 'mark';
}

/** Whether the word starts with a capital letter (also title case ǅ). */
export function isCapitalised(word: string): boolean {
  return /^[\p{Lu}\p{Lt}]/u.test(word);
}
