import type { Article, ArticleId } from '../../core/article/article.js';
import { makeCitationKey } from '../../core/article/citationKey.js';
import { hashText } from '../../core/text/hashText.js';

/** What an article would be called if it were alone, and whether the writer's references say so. */
export interface KeyClaim {
  readonly base: string;
  readonly isStated: boolean;
}

/** How many articles claim the same base; `holder`: the first by id of those for which references state it. */
export interface SharedBase {
  readonly count: number;
  readonly holder?: ArticleId;
}

/** 31 bits: among a thousand articles of one base the chance that two share a key is 1 in 4,000. */
const HASH_LENGTH = 6;

/** What the article's facts claim. */
export function claimKey(article: Article): KeyClaim {
  const { citationKey } = article;
  return citationKey === undefined
    ? { base: makeCitationKey(article), isStated: false }
    : { base: citationKey, isStated: true };
}

/**
 * The key of an article: its base when it is alone or holds it, else the base with a hash of the article's id behind it. It depends on
 * nothing but the articles there are, so that the order in which they came leaves no trace.
 */
export function printKey(id: ArticleId, base: string, shared: SharedBase): string {
  return shared.count <= 1 || shared.holder === id ? base : `${base}-${hashText(id).slice(-HASH_LENGTH)}`;
}

/** The bases that an article with this key may have claimed: the key itself, and what is before a hash. */
export function listBases(key: string): readonly string[] {
  const hyphen = key.lastIndexOf('-');
  return hyphen < 0 ? [key] : [key, key.slice(0, hyphen)];
}
