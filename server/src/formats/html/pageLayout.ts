import { attestBlocks } from './attestation.js';
import { type Block, listBlocks } from './blocks.js';
import type { ClassWords } from './classWords.js';
import type { DomDocument } from './dom.js';
import { createLabels } from './elementLabels.js';
import { createFurnitureTest, findFormBoxes } from './furnitureElements.js';
import { findHeadline, type Headline } from './headline.js';
import { findMainContent, isProse, type MainContent } from './mainContent.js';
import type { PageHead } from './pageHead.js';

/** A page's text in blocks, and where in it the article is. */
export interface PageLayout {
  readonly blocks: readonly Block[];
  readonly headline: Headline | undefined;
  /** Index of the first block of running text that is not furniture; -1 when there is none. */
  readonly start: number;
  readonly content: MainContent;
}

/** Finds headline and article in a page. `siteNames` are no headlines, even as the page's only h1. */
export function readLayout(
  document: DomDocument,
  head: PageHead,
  { classWords, siteNames }: { readonly classWords: ClassWords; readonly siteNames: readonly string[] },
): PageLayout {
  for (const box of findFormBoxes(listBlocks(document.body), document.body)) box.remove();
  const blocks = listBlocks(document.body);
  const labels = createLabels(classWords);
  const isFurniture = createFurnitureTest(blocks.filter(isProse), document.body, labels);
  const start = blocks.findIndex((block) => isProse(block) && !isFurniture(block.element));
  const headline = findHeadline(blocks, {
    head,
    labels,
    siteNames,
    contentStart: start,
    isFurniture: (block) => isFurniture(block.element),
  });
  const content = findMainContent({
    body: document.body,
    blocks,
    labels,
    isFurniture,
    headline: headline && blocks[headline.index]?.element,
    isAttested: attestBlocks(head.stated?.body, blocks),
  });
  return { blocks, headline, start, content };
}
