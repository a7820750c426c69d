import type { ArticleId } from '../core/article/article.js';
import type { ReadFile } from './format.js';

/** A plain-text scrape of a web page: all metadata has to be found in the text. */
export function readTextFile(id: ArticleId, text: string): ReadFile {
  return { input: { id, text, metadata: {}, contentStart: 0, layout: 'scrape' }, problems: [] };
}
