import type { DomElement } from './dom.js';
import type { MainContent } from './mainContent.js';
import type { PageLayout } from './pageLayout.js';

/** How far above the headline and below the start of the text a date line may stand, and in how many blocks at most. */
const NEAR = { above: 6, below: 3, most: 40 };
const MOST_WORDS = 25;
const NAMED_DEPTH = 3;

/**
 * What the page shows of when the article was published, the likeliest first: the machine-readable time and the words
 * of the short lines about the headline, then date lines in the rest of the page. Not all of them are dates.
 */
export function* listShownDates({ blocks, headline, start, content, isApart }: PageLayout): Generator<string> {
  const top = headline?.index ?? start;
  const from = Math.max(0, top - NEAR.above);
  const to = Math.min(Math.max(top, start) + NEAR.below, from + NEAR.most);
  for (const { element, text, words } of blocks.slice(from, to)) {
    if (words > MOST_WORDS || isApart(element)) continue;
    for (const time of element.querySelectorAll('time')) yield time.getAttribute('datetime') ?? '';
    yield element.getAttribute('datetime') ?? '';
    yield element.getAttribute('content') ?? '';
    yield text;
  }
  for (const { element, text, words } of [...blocks.slice(to), ...blocks.slice(0, from)]) {
    if (words <= MOST_WORDS && isNamedDate(element, content) && !isApart(element)) yield text;
  }
}

/** Whether the element, or one just around it, is named a date line. */
function isNamedDate(element: DomElement, { labels }: MainContent): boolean {
  let at: DomElement | null = element;
  for (let depth = 0; at && depth < NAMED_DEPTH; depth++, at = at.parentElement) if (labels(at).date) return true;
  return false;
}
