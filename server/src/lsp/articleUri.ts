import type { ArticleId } from '../core/article/article.js';
import { createArticleId, pathOf } from '../core/article/articleId.js';
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
 * `fundstelle:/web/seite.html.txt?file%3A%2F%2F…` (the corpus in the query), the second article of a file `fundstelle:/x.csv.2.txt?…`.
 */
export function toArticleUri(corpus: string, { id, extracted }: Pick<ArticleSummary, 'id' | 'extracted'>): string {
  if (!extracted) return toUri(corpus, id);
  const path = toUri(`${TEXT_SCHEME}:`, id.replace(/#(\d+)$/, '.$1'));
  return `${path}.txt?${encodeSegment(corpus)}`;
}

/** The URI of the file that holds an article. */
export function toFileOf(corpus: string, id: ArticleId): string {
  return toUri(corpus, pathOf(id));
}

/** What a virtual document shows by its URI; undefined for all other URIs. Nothing says that there is such an article. */
export function findVirtualArticle(uri: string): VirtualArticle | undefined {
  const [, path, corpus] = /^fundstelle:(?:\/\/)?\/([^?#]+)\.txt\?([^#]+)$/.exec(uri) ?? [];
  if (path === undefined || corpus === undefined) return undefined;
  const [, file, number] = /^(.*)\.([1-9]\d*)$/s.exec(decodeUri(path)) ?? [];
  const id = file === undefined ? createArticleId(decodeUri(path)) : createArticleId(file, Number(number));
  return { corpus: decodeUri(corpus), id };
}
