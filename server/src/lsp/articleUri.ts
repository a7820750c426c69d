import type { ArticleId } from '../core/article/article.js';
import { createArticleId, partOf, pathOf } from '../core/article/articleId.js';
import type { ArticleSummary } from '../store/ports.js';
import { decodeUri, encodeSegment, toUri } from './uris.js';

/** Scheme of the read-only documents that show extracted texts. */
export const TEXT_SCHEME = 'fundstelle';

/** A virtual document: an extracted article of the corpus with this URI. */
export interface VirtualArticle {
  readonly corpus: string;
  readonly id: ArticleId;
}

/**
 * The URI that shows an article's text: of its file, or of a virtual document when the text was extracted. That one is
 * `fundstelle:/web/seite.html.txt?file%3A%2F%2F…` (the corpus in the query), and `fundstelle:/x.csv.17.txt?file%3A%2F%2F…%2317` for one of
 * many articles of a file: a name has dots of its own, so the query says which part of the path names the article.
 */
export function toArticleUri(corpus: string, { id, extracted }: Pick<ArticleSummary, 'id' | 'extracted'>): string {
  if (!extracted) return toUri(corpus, id);
  const [path, part] = [pathOf(id), partOf(id)];
  const shown = toUri(`${TEXT_SCHEME}:`, part === undefined ? path : `${path}.${part}`);
  return `${shown}.txt?${encodeSegment(part === undefined ? corpus : `${corpus}#${part}`)}`;
}

/** The URI of the file that holds an article. */
export function toFileOf(corpus: string, id: ArticleId): string {
  return toUri(corpus, pathOf(id));
}

/** What a virtual document shows by its URI; undefined for all other URIs. Nothing says that there is such an article. */
export function findVirtualArticle(uri: string): VirtualArticle | undefined {
  const [, path, query] = /^fundstelle:(?:\/\/)?\/([^?#]+)\.txt\?([^#]+)$/.exec(uri) ?? [];
  if (path === undefined || query === undefined) return undefined;
  const [, corpus = '', part] = /^([^#]+)(?:#(.+))?$/s.exec(decodeUri(query)) ?? [];
  const shown = decodeUri(path);
  if (part === undefined) return { corpus, id: createArticleId(shown) };
  return shown.endsWith(`.${part}`)
    ? { corpus, id: createArticleId(shown.slice(0, -part.length - 1), part) }
    : undefined;
}
