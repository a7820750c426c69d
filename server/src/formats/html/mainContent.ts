import type { Block } from './blocks.js';
import { type DomElement, isWithin } from './dom.js';
import type { Labels } from './elementLabels.js';
import { createFurnitureTests, type ElementTest } from './furnitureElements.js';

/** The element that holds a page's article, and which of the elements in it are furniture. */
export interface MainContent {
  readonly element: DomElement;
  readonly labels: Labels;
  readonly isFurniture: ElementTest;
}

interface PageElements {
  readonly body: DomElement;
  readonly blocks: readonly Block[];
  readonly labels: Labels;
  /** What is furniture as far as the whole page tells. */
  readonly isFurniture: ElementTest;
  /** The element of the headline, when there is one. */
  readonly headline: DomElement | undefined;
  /** Whether a block is surely the article's; undefined when nothing is known. */
  readonly isAttested: ((block: Block) => boolean) | undefined;
}

/** A block of fewer words says little about where the article is. */
const PROSE_WORDS = 12;
const MOST_LINKED = 0.4;
/** The article is in the innermost element that holds this share of the page's text. */
const CONTENT_SHARE = 0.75;
/**
 * Paragraphs are its own children where they hold this share: the rest stands in wrappers (behind an ad, a button to
 * read on).
 */
const DIRECT_SHARE = 0.1;
const NOTHING: Weight = { words: 0, direct: 0, blocks: 0 };
/**
 * A short article among much other text: the element holds the headline too, and at least this share, words and blocks.
 */
const WITH_HEADLINE = { share: 0.25, words: 40, blocks: 3 };
/** Text that the page's own description of the article does not have counts this much. */
const UNATTESTED = 0.1;

/**
 * Finds the element that holds the article: from the body downwards as long as one child holds three quarters of the
 * running text that is in no furniture, or the headline with some of it.
 */
export function findMainContent(page: PageElements): MainContent {
  const { body, blocks, labels, headline, isAttested } = page;
  const prose = blocks.filter(isProse);
  const weights = new Map<DomElement, Weight>();
  for (const block of prose) {
    if (page.isFurniture(block.element)) continue;
    const share = isAttested?.(block) === false ? UNATTESTED : 1;
    addToAncestors(weights, block.element, block.words * share);
  }
  const element = descend(body, weights, headline);
  const inside = prose.filter((block) => isWithin(block.element, element));
  return { element, labels, isFurniture: createFurnitureTests(inside, element, labels).isFurniture };
}

/** Whether a block is running text rather than a label, heading or link. */
export function isProse(block: Block): boolean {
  return block.kind !== 'heading' && block.words >= PROSE_WORDS && block.linked < MOST_LINKED;
}

/** The running text in an element. */
interface Weight {
  words: number;
  /** Of these, the words of blocks that are its own children. */
  direct: number;
  blocks: number;
}

type Weights = ReadonlyMap<DomElement, Weight>;

function addToAncestors(weights: Map<DomElement, Weight>, element: DomElement, words: number): void {
  for (let at: DomElement | null = element; at; at = at.parentElement) {
    const weight = weights.get(at) ?? { words: 0, direct: 0, blocks: 0 };
    weight.words += words;
    weight.blocks++;
    if (at === element.parentElement) weight.direct += words;
    weights.set(at, weight);
  }
}

function descend(body: DomElement, weights: Weights, headline: DomElement | undefined): DomElement {
  const heaviest = mapHeaviestChildren(weights);
  const towardsHeadline = new Map<DomElement, DomElement>();
  for (let at = headline; at?.parentElement; at = at.parentElement) towardsHeadline.set(at.parentElement, at);
  let element = body;
  for (;;) {
    const { words, direct } = weights.get(element) ?? NOTHING;
    const child = heaviest.get(element);
    const rival = towardsHeadline.get(element);
    if (direct >= DIRECT_SHARE * words) return element;
    if (child && wordsIn(child, weights) >= CONTENT_SHARE * words) element = child;
    else if (rival && holdsArticle(weights.get(rival), words)) element = rival;
    else return element;
  }
}

function holdsArticle(weight: Weight | undefined, wordsAround: number): boolean {
  if (weight === undefined) return false;
  const { share, words, blocks } = WITH_HEADLINE;
  return weight.words >= Math.max(words, share * wordsAround) && weight.blocks >= blocks;
}

/** The child with the most running text, for every element that has any. A paragraph is never taken for the article. */
function mapHeaviestChildren(weights: Weights): ReadonlyMap<DomElement, DomElement> {
  const heaviest = new Map<DomElement, DomElement>();
  for (const [element, { words }] of weights) {
    const parent = element.parentElement;
    if (parent === null || element.localName === 'p') continue;
    const rival = heaviest.get(parent);
    if (rival === undefined || words > wordsIn(rival, weights)) heaviest.set(parent, element);
  }
  return heaviest;
}

function wordsIn(element: DomElement, weights: Weights): number {
  return weights.get(element)?.words ?? 0;
}
