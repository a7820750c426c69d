import { fold } from '../../core/text/fold.js';

/** How many words in a row two texts must share to be taken for the same. */
const RUN = 8;

/**
 * Every run of eight words of a text, folded; a shorter text is one run. Two texts can be compared by them in linear
 * time.
 */
export function listWordRuns(text: string): readonly string[] {
  const words = fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length <= RUN) return words.length === 0 ? [] : [words.join(' ')];
  return Array.from({ length: words.length - RUN + 1 }, (_, i) => words.slice(i, i + RUN).join(' '));
}
