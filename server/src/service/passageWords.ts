import { listContentWords } from '../core/evidence/contentWords.js';

/** A few hundred passages are looked at for one hover; this keeps those of the last ones, in about two megabytes. */
const MAX_KEPT = 4000;

/** The content words of a passage's text; those of passages that were asked for lately are kept. */
export type PassageWords = (text: string) => ReadonlySet<string>;

/** Hovering again and again looks at the same passages: their words are worked out once. */
export function createPassageWords(): PassageWords {
  const kept = new Map<string, ReadonlySet<string>>();
  return (text) => {
    const words = kept.get(text) ?? listContentWords(text);
    // Asked for last, forgotten last.
    kept.delete(text);
    kept.set(text, words);
    for (const oldest of kept.keys()) {
      if (kept.size <= MAX_KEPT) break;
      kept.delete(oldest);
    }
    return words;
  };
}
