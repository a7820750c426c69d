import type { Fragment } from './fragments.js';

/** A page as it is drawn. */
export interface PageText {
  readonly fragments: readonly Fragment[];
  /** In points. */
  readonly height: number;
}

/** Running headers and footers stand in this part of the page at its top and bottom. */
const MARGIN = 0.13;
/** Two places are the same that are as near to each other, in parts of the page's height. */
const SAME_PLACE = 0.008;
const PAGE_NUMBER =
  /^(?:[|–—-]\s?)?(?:(?:seite|page|s\.|p\.)\s?)?(?:\d{1,4}|[ivxl]{1,7})(?:\s?(?:von|of|\/)\s?\d{1,4})?(?:\s?[|–—-])?$/i;

/**
 * Leaves out what is no text of the article: page numbers in the margins, and what stands at the same place in the margins of two or
 * more pages with the same words (numbers may differ), so that the same words elsewhere stay.
 */
export function withoutRunningLines(pages: readonly PageText[]): readonly (readonly Fragment[])[] {
  const counts = new Map<string, number>();
  for (const page of pages) {
    const keys = new Set(page.fragments.flatMap((fragment) => listMarginKeys(fragment, page)));
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return pages.map((page) =>
    page.fragments.filter((fragment) => {
      const keys = listMarginKeys(fragment, page);
      const isNumber = keys.length > 0 && PAGE_NUMBER.test(fragment.text.trim());
      return !isNumber && !keys.some((key) => (counts.get(key) ?? 0) > 1);
    }),
  );
}

/**
 * The words of a fragment in the margins with its place; none elsewhere. There are two of them, because places that are nearly equal may be
 * rounded differently.
 */
function listMarginKeys({ text, baseline }: Fragment, page: PageText): readonly string[] {
  const place = baseline / page.height;
  if (place > MARGIN && place < 1 - MARGIN) return [];
  const words = text.toLowerCase().replace(/\d+/g, '#').replace(/\s+/g, ' ').trim();
  const step = place / SAME_PLACE;
  return [`${words}@${String(Math.floor(step))}`, `${words}@${String(Math.floor(step + 0.5))}+`];
}
