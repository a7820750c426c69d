import type { Block } from './blocks.js';
import { lettersOf } from './letters.js';

const MIN_LETTERS = 300;
const MIN_WORDS = 12;
/** Letters at the start of a block that must stand in the stated text. */
const PROBE = 60;
/** The blocks found must make up most of the stated text: some pages state a teaser as the article's text. */
const FOUND_SHARE = 0.6;
const LETTERS_PER_WORD = 6;

/**
 * Which blocks of a page stand in the article's text as its JSON-LD states it; undefined when it states none, or not the one that the
 * page shows.
 */
export function attestBlocks(statedText: string | undefined, blocks: readonly Block[]): ((block: Block) => boolean) | undefined {
  const letters = lettersOf(statedText ?? '');
  if (letters.length < MIN_LETTERS) return undefined;
  const attested = new Set(
    blocks.filter((block) => block.words >= MIN_WORDS && letters.includes(lettersOf(block.text).slice(0, PROBE))),
  );
  let words = 0;
  for (const block of attested) words += block.words;
  return words * LETTERS_PER_WORD >= letters.length * FOUND_SHARE ? (block) => attested.has(block) : undefined;
}
