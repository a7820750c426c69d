import type { ArticleId } from '../core/article/article.js';
import type { ReadText } from './textFormat.js';

/** A plain-text scrape of a web page: all metadata has to be found in the text. */
export function readTextFile(id: ArticleId, text: string): ReadText {
  return { input: { id, text, metadata: {}, contentStart: 0, layout: 'scrape' }, problems: [] };
}
