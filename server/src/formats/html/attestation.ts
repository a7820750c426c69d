import type { Block } from './blocks.js';
import { listWordRuns } from './wordRuns.js';

const MIN_BLOCK_WORDS = 12;
const MIN_STATED_WORDS = 50;
/** The blocks found must make up most of the stated text: some pages state a teaser as the article's text. */
const FOUND_SHARE = 0.6;

/**
 * Which blocks of a page stand in the article's text as its JSON-LD states it; undefined when it states none, or not
 * the one that the page shows. A block is known by its first words.
 */
export function attestBlocks(
  stated: string | undefined,
  blocks: readonly Block[],
): ((block: Block) => boolean) | undefined {
  const runs = listWordRuns(stated ?? '');
  if (runs.length < MIN_STATED_WORDS) return undefined;
  const known = new Set(runs);
  const attested = new Set<Block>();
  let words = 0;
  for (const block of blocks) {
    if (block.words < MIN_BLOCK_WORDS || !known.has(listWordRuns(block.text)[0] ?? '')) continue;
    attested.add(block);
    words += block.words;
  }
  return words >= runs.length * FOUND_SHARE ? (block) => attested.has(block) : undefined;
}
