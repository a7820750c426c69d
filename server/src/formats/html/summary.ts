import type { FurnitureLexicon } from '../../core/article/furniture.js';
import type { Block } from './blocks.js';
import { type DomElement, isWithin } from './dom.js';
import { endsSentence, isFurnitureText } from './furnitureText.js';
import type { Headline } from './headline.js';
import { lettersOf } from './letters.js';
import { isProse, type MainContent } from './mainContent.js';
import type { PageHead } from './pageHead.js';

const WORDS = { least: 6, most: 150 };
/** Letters and digits that a block and the page's description must share. */
const SHARED = 60;
const MOST_LINKED = 0.5;

interface SummarySource {
  readonly head: PageHead;
  readonly content: MainContent;
  readonly headline: Headline | undefined;
  readonly furniture: FurnitureLexicon;
}

/**
 * The blocks between headline and text, `from` to `to`, that sum the article up: the same as the page's description,
 * named so by their class, a list of key points, or a paragraph right below the headline that ends like a sentence.
 */
export function findSummary(
  blocks: readonly Block[],
  { from, to }: { readonly from: number; readonly to: number },
  page: SummarySource,
): readonly Block[] {
  const descriptions = [
    page.head.findMeta('description'),
    page.head.findMeta('og:description'),
    page.head.stated?.description,
  ]
    .map((text) => lettersOf(text ?? ''))
    .filter((letters) => letters.length >= SHARED / 2);
  return blocks.slice(from, to).filter((block) => {
    if (block.words < WORDS.least || block.words > WORDS.most || block.linked > MOST_LINKED) return false;
    if (isFurnitureText(block, page.furniture)) return false;
    if (isDescription(lettersOf(block.text), descriptions) || isNamedSummary(block.element, page.content)) return true;
    return isKeyPoint(block, page.content) || isLeadParagraph(block, page);
  });
}

/** A place name may stand before the description („Berlin. Die Regierung …"), and it may be cut. */
function isDescription(letters: string, descriptions: readonly string[]): boolean {
  return descriptions.some(
    (description) =>
      letters.includes(description.slice(0, SHARED)) ||
      (letters.length >= SHARED / 2 && description.startsWith(letters)),
  );
}

/** Whether the block's element, or one around it that does not hold the text too, is named a summary. */
function isNamedSummary(element: DomElement, { element: text, labels }: MainContent): boolean {
  for (let at: DomElement | null = element; at && !isWithin(text, at); at = at.parentElement) {
    const { lede, hidden } = labels(at);
    if (lede || hidden) return lede && !hidden;
  }
  return false;
}

/** „Darum geht es", „Das Wichtigste in Kürze": a list in the article's own element, before its first paragraph. */
function isKeyPoint(block: Block, content: MainContent): boolean {
  return isWithin(block.element, content.element) && endsSentence(block.text) && isInList(block.element);
}

function isInList(element: DomElement): boolean {
  return element.localName === 'li' || element.parentElement?.localName === 'li';
}

function isLeadParagraph(block: Block, { headline, content }: SummarySource): boolean {
  return (
    headline !== undefined &&
    block.kind !== 'item' &&
    isProse(block) &&
    endsSentence(block.text) &&
    !content.isFurniture(block.element)
  );
}
