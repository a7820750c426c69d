import type { ArticleId, TextInput } from '../core/article/article.js';
import { createArticleId } from '../core/article/articleId.js';
import type { Problem } from '../core/problem.js';
import { decodeText } from './encoding/decodeText.js';
import { createUnreadable, type LoadFormat } from './format.js';
import { listTextDamage } from './textDamage.js';

/** The one article of a file that is text, with problems that did not stop it from being read. */
export interface ReadText {
  readonly input: TextInput;
  readonly problems: readonly Problem[];
}

/** A format whose files are text and hold one article: editors show them as they are. */
export function createTextFormat(read: (id: ArticleId, text: string) => ReadText): LoadFormat {
  return () =>
    Promise.resolve(async ({ path, bytes }) => {
      const { text } = await decodeText(bytes);
      if (text === undefined) return createUnreadable(path, 'the file is not text: it holds binary data');
      const { input, problems } = read(createArticleId(path), text);
      return { articles: [input], problems: [...problems, ...listTextDamage(path, text)] };
    });
}
