import type { FurnitureLexicon } from '../../core/article/furniture.js';
import type { Block } from './blocks.js';
import { isWithin } from './dom.js';
import type { ElementTest } from './furnitureElements.js';
import { endsSentence, isFurnitureText, isLinkList, opensFurniture } from './furnitureText.js';
import type { Headline } from './headline.js';
import { lettersOf } from './letters.js';
import { isProse, type MainContent } from './mainContent.js';
import type { PageHead } from './pageHead.js';
import { findSummary } from './summary.js';
import { listWordRuns } from './wordRuns.js';

export interface PageParts {
  readonly head: PageHead;
  readonly content: MainContent;
  readonly headline: Headline | undefined;
  readonly title: string | undefined;
  readonly furniture: FurnitureLexicon;
}

/** The blocks of an article that some other reader has found, without the furniture that its words tell. */
export function cleanBlocks(blocks: readonly Block[], page: PageParts): readonly Block[] {
  return dropIdleHeadings(dropRepeats(dropFurniture(blocks, page, NOTHING), page));
}

/**
 * The blocks that are the article's running text, in their order: what sums it up, its paragraphs, list items and
 * subheads.
 */
export function chooseBlocks(blocks: readonly Block[], page: PageParts): readonly Block[] {
  const after = (page.headline?.index ?? -1) + 1;
  const start = blocks.findIndex((block, index) => index >= after && isProse(block) && isText(block, page));
  const summary = findSummary(blocks, { from: after, to: start === -1 ? blocks.length : start }, page);
  const inside = blocks.filter((block, index) => index >= after && isWithin(block.element, page.content.element));
  return dropIdleHeadings(dropRepeats([...summary, ...dropFurniture(inside, page, page.content.isFurniture)], page));
}

function isText(block: Block, { content }: PageParts): boolean {
  return isWithin(block.element, content.element) && !content.isFurniture(block.element);
}

const NOTHING: ElementTest = () => false;

function dropFurniture(blocks: readonly Block[], page: PageParts, isFurniture: ElementTest): readonly Block[] {
  const kept: Block[] = [];
  let isUnderFurniture = false;
  for (const block of blocks) {
    if (isFurniture(block.element)) continue;
    if (isLinkList(block)) {
      // „Mehr zum Thema" and the like stand right above their links.
      if (kept.at(-1)?.kind === 'heading' && block.kind === 'item') kept.pop();
      continue;
    }
    if (opensFurniture(block, page.furniture)) isUnderFurniture = true;
    else if (isProse(block) && endsSentence(block.text)) isUnderFurniture = false;
    if (isUnderFurniture || isFurnitureText(block, page.furniture) || isLabel(block)) continue;
    kept.push(block);
  }
  return kept;
}

const LABEL_WORDS = 8;

/** A few words outside a paragraph: a rubric, a counter, a name. The headline has been read already. */
function isLabel(block: Block): boolean {
  if (block.element.localName === 'h1') return true;
  return block.kind === 'other' && block.words < LABEL_WORDS && !endsSentence(block.text);
}

/** Fewer words in one block are not a whole article once more. */
const LONG = 400;
const REPEATED_WORDS = 5;

/** Blocks that stand on the page twice (for small screens, behind a paywall), and the titles. */
function dropRepeats(blocks: readonly Block[], { title, head, headline }: PageParts): readonly Block[] {
  const titles = [title, head.findMeta('og:title'), head.stated?.headline, headline?.withoutKicker];
  const seen = new Set(titles.map((text) => lettersOf(text ?? '')));
  const runs = blocks.some((block) => block.words >= LONG) ? collectRuns(blocks) : new Set<string>();
  return blocks.filter((block) => {
    const letters = lettersOf(block.text);
    if (seen.has(letters) || (block.words >= LONG && isMostlyIn(runs, block.text))) return false;
    // Short lines may come again: „Ja.", „Warum?"
    if (block.words >= REPEATED_WORDS) seen.add(letters);
    return true;
  });
}

function collectRuns(blocks: readonly Block[]): ReadonlySet<string> {
  return new Set(blocks.filter((block) => block.words < LONG).flatMap((block) => listWordRuns(block.text)));
}

function isMostlyIn(runs: ReadonlySet<string>, text: string): boolean {
  const own = listWordRuns(text);
  return own.filter((run) => runs.has(run)).length > own.length / 2;
}

/** Headings at the end headed something that has been left out. */
function dropIdleHeadings(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.findLastIndex((block) => block.kind !== 'heading');
  return blocks.slice(0, last + 1);
}
