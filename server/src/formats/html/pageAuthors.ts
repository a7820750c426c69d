import type { PageHead } from './pageHead.js';

const BY = /^(?:von|by|text:?|autor(?:in)?:?)\s+/i;
const BETWEEN = /\s*[;|]\s*|\s+(?:und|and|&)\s+|,\s+(?=\p{Lu}\p{Ll}+\s\p{Lu})/u;
const MOST_WORDS = 6;

/** The authors as the page states them, each a name of its own; addresses and long lines are none. */
export function listPageAuthors(head: PageHead): readonly string[] {
  const stated = head.stated?.authors ?? [];
  const meta = head.findMeta('author', 'article:author', 'dc.creator', 'parsely-author', 'byl');
  const names = (stated.length > 0 ? stated : [meta ?? '']).flatMap((text) => text.replace(BY, '').split(BETWEEN));
  return [...new Set(names.map((name) => name.trim().replace(BY, '')).filter(isName))];
}

function isName(name: string): boolean {
  return /\p{L}{2}/u.test(name) && !/[@/]|https?:/.test(name) && name.split(/\s+/).length <= MOST_WORDS;
}
