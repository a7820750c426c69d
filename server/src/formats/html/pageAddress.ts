import type { PageHead } from './pageHead.js';

const HEAD = 4_000;
/** What browsers and SingleFile write into a page that they save. */
const SAVED_FROM = /<!--[^>]{0,300}?(?:saved from url=\(\d{1,6}\)|\burl: )(https?:\/\/[^\s<>"]{4,2000})/i;
const ADDRESS = /^https?:\/\/[^\s<>"]{4,2000}$/i;

/** The page's address as it states it itself, http or https only; else where the browser that saved it had it from. */
export function findPageAddress(head: PageHead, html: string): string | undefined {
  const saved = SAVED_FROM.exec(html.slice(0, HEAD))?.[1];
  return [head.canonical, head.findMeta('og:url'), head.stated?.url, saved].find(
    (url) => url !== undefined && ADDRESS.test(url),
  );
}
