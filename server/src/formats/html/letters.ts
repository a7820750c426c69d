import { fold } from '../../core/text/fold.js';

/**
 * A text's letters and digits, folded: what two spellings of the same line have in common, whatever their marks and
 * spaces.
 */
export function lettersOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}
