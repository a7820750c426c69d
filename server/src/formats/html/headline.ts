import type { Block } from './blocks.js';
import { type DomElement, type DomNode, isElement } from './dom.js';
import type { Labels } from './elementLabels.js';
import { lettersOf } from './letters.js';
import type { PageHead } from './pageHead.js';

const MIN_LETTERS = 12;
/** A heading that is a link leads to another page, unless it has the words of the page's title. */
const MOST_LINKED = 0.5;

/** The heading that readers see as the article's title. */
export interface Headline {
  /** Index of its block. */
  readonly index: number;
  readonly text: string;
  /** Without the kicker that stands in the same heading („Nahost: "); the same as `text` when there is none. */
  readonly withoutKicker: string;
}

interface HeadlinePlace {
  readonly head: PageHead;
  readonly labels: Labels;
  readonly siteNames: readonly string[];
  /** Index of the first block of the article's text. */
  readonly contentStart: number;
  isFurniture(block: Block): boolean;
}

/**
 * Finds the headline: an h1, or another heading that has the words of the page's own titles. An h1 in furniture is
 * none, since pages put their title for search engines into the path of the page, nor is one with the site's name. Of
 * several the one counts that the page names, else the last one before the text.
 */
export function findHeadline(blocks: readonly Block[], place: HeadlinePlace): Headline | undefined {
  const isNamed = createNameTest(place.head);
  const tab = lettersOf(place.head.title ?? '');
  const siteNames = new Set(place.siteNames.map(lettersOf));
  const headings = blocks
    .map((block, index) => ({ block, index }))
    .filter(
      ({ block }) => block.kind === 'heading' && !siteNames.has(lettersOf(block.text)) && !place.isFurniture(block),
    );
  const named = headings.filter(({ block }) => isNamed(block.text));
  const firsts = headings.filter(({ block }) => block.element.localName === 'h1' && block.linked < MOST_LINKED);
  const found =
    named.find(({ block }) => block.element.localName === 'h1') ??
    firsts.findLast(({ index }) => index <= place.contentStart) ??
    named[0] ??
    firsts[0] ??
    headings.find(({ block }) => isIn(tab, block.text));
  if (found === undefined) return undefined;
  const text = toLine(found.block.text);
  const kicker = findKicker(found.block.element, place.labels);
  return { index: found.index, text, withoutKicker: cutKicker(text, kicker) };
}

/** Whether a heading has the words of one of the page's titles, or ends with them behind a kicker. */
function createNameTest(head: PageHead): (text: string) => boolean {
  const titles = [head.findMeta('og:title'), head.stated?.headline, head.stated?.alternative]
    .map((title) => lettersOf(title ?? ''))
    .filter((letters) => letters !== '');
  return (text) => {
    const letters = lettersOf(text);
    return letters !== '' && titles.some((title) => letters.endsWith(title) || isBeginning(title, letters));
  };
}

/** A title may go on with the site's name. */
function isBeginning(title: string, letters: string): boolean {
  return letters.length >= MIN_LETTERS && title.startsWith(letters);
}

/** Whether the browser's tab has the words of a heading, among the site's name and others. */
function isIn(tab: string, heading: string): boolean {
  const letters = lettersOf(heading);
  return letters.length >= MIN_LETTERS && tab.includes(letters);
}

function findKicker(heading: DomElement, labels: Labels): string | undefined {
  for (let node: DomNode | null = heading.firstChild; node; node = node.nextSibling) {
    if (isElement(node) && labels(node).kicker) return toLine(node.textContent);
  }
  return undefined;
}

function cutKicker(text: string, kicker: string | undefined): string {
  if (kicker === undefined || kicker === '' || !text.startsWith(kicker)) return text;
  const rest = text.slice(kicker.length).replace(/^[\s:|/·–-]+/, '');
  return rest === '' ? text : rest;
}

function toLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
