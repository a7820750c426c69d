import { hashText } from '../text/hashText.js';
import type { ArticleId } from './article.js';

/** The id of the only article of a file, or of one of many; `part` is a number from 1 or what `createPartNames` gives. */
export function createArticleId(path: string, part?: string | number): ArticleId {
  return (part === undefined ? path : `${path}#${String(part)}`) as ArticleId;
}

/** The corpus-relative path of the file that holds an article. */
export function pathOf(id: ArticleId): string {
  return id.replace(PART, '');
}

/** What tells an article from the others of its file; undefined when the file is the article. */
export function partOf(id: ArticleId): string | undefined {
  return PART.exec(id)?.[1];
}

/** No file that can be read has such an ending: there is an extension, and parts have no dots. */
const PART = /#([^#./\\]+)$/;

/**
 * Names for the articles of a file by the keys that the file gives them (guid, address, number in the database), so that an article keeps
 * its id when others come and go: the key itself where it is a short word, else its letters and a hash of it. A key that comes again is
 * followed by `~2`.
 */
export function createPartNames(): (key: string) => string {
  const used = new Map<string, number>();
  return (key) => {
    const name = /^[\p{L}\p{N}_-]{1,40}$/u.test(key) ? key : `${slugOf(key)}${hashText(key)}`;
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}~${String(count)}`;
  };
}

/** Enough of the end of a key that a reader knows the article again: of an address that is its last part. */
const MAX_SLUG = 32;

function slugOf(key: string): string {
  const words = key
    .slice(-300)
    .replace(/[?#].*$/su, '')
    .replace(/\.[a-z]{1,5}$/i, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const end = words.length <= MAX_SLUG ? words : words.slice(-MAX_SLUG).replace(/^[^-]*-(?=.)/, '');
  return end === '' ? '' : `${end}-`;
}
