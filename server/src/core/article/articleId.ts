import type { ArticleId } from './article.js';

/** The id of the only article of a file, or of the `number`-th (from 1) of many. */
export function createArticleId(path: string, number?: number): ArticleId {
  return (number === undefined ? path : `${path}#${String(number)}`) as ArticleId;
}

/** The corpus-relative path of the file that holds an article. No file that can be read has a name that ends in `#` and digits. */
export function pathOf(id: ArticleId): string {
  return id.replace(/#\d+$/, '');
}
