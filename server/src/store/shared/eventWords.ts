import { fold } from '../../core/text/fold.js';

/** The words of a text as events are looked up by them. */
export function splitWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}
