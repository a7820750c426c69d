import type { Span } from '../../core/text/span.js';
import type { TextQuery } from '../ports.js';
import { foldSearchWords, listShorterStems, type SearchWord, type WordForm } from './words.js';

/** A phrase of a query, folded. */
export interface Phrase {
  readonly words: readonly WordForm[];
  readonly isPrefix: boolean;
}

/** A query whose words are folded, with every phrase once: `phrases` are those that a hit may have, not those it must not. */
export interface FoldedQuery {
  readonly phrases: readonly Phrase[];
  /** Whether a passage in which these phrases stand is asked for. */
  readonly accepts: (has: (phrase: Phrase) => boolean) => boolean;
}

/** Folds the words of a query. A phrase without any word is in no passage. */
export function foldQuery(query: TextQuery): FoldedQuery {
  switch (query.kind) {
    case 'phrase': {
      const phrase = { words: foldSearchWords(query.words), isPrefix: query.isPrefix === true };
      return { phrases: [phrase], accepts: (has) => has(phrase) };
    }
    case 'not': {
      const { accepts } = foldQuery(query.part);
      return { phrases: [], accepts: (has) => !accepts(has) };
    }
    case 'and':
    case 'or': {
      const parts = query.parts.map(foldQuery);
      const phrases = parts.flatMap((part) => part.phrases);
      return query.kind === 'and'
        ? { phrases, accepts: (has) => parts.every(({ accepts }) => accepts(has)) }
        : { phrases, accepts: (has) => parts.some(({ accepts }) => accepts(has)) };
    }
  }
}

/** Where a phrase stands among the words of a passage: from its first word to its last. */
export function findPhrase(words: readonly SearchWord[], phrase: Phrase): readonly Span[] {
  const spans: Span[] = [];
  const { length } = phrase.words;
  if (length === 0) return spans;
  for (let first = 0; first + length <= words.length; first++) {
    if (!startsAt(words, first, phrase)) continue;
    spans.push({ start: words[first]?.start ?? 0, end: words[first + length - 1]?.end ?? 0 });
  }
  return spans;
}

function startsAt(words: readonly SearchWord[], first: number, { words: wanted, isPrefix }: Phrase): boolean {
  return wanted.every(({ word, form }, i) => {
    const found = words[first + i];
    return isPrefix && i === wanted.length - 1 ? found?.form.startsWith(form) : found?.word === word;
  });
}

/**
 * Whether all words of the phrase are in a passage, in whichever order: what an index without places can tell, and what the rarity of a
 * phrase goes by. Of a prefix it goes by the stems that fit it.
 */
export function mayHold(stems: ReadonlySet<string>, { words, isPrefix }: Phrase): boolean {
  return (
    words.length > 0 &&
    words.every(({ word, form }, i) => {
      if (!isPrefix || i < words.length - 1) return stems.has(word);
      return listShorterStems(form).some((each) => stems.has(each)) || [...stems].some((each) => each.startsWith(form));
    })
  );
}
