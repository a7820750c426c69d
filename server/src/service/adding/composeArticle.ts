import type { Article, ArticleInput, ArticleMetadata } from '../../core/article/article.js';
import type { ExtractedBlock } from '../../formats/extractedInput.js';

/** An article as it is written down: without furniture, its metadata completed from its text. */
export interface ComposedArticle {
  readonly metadata: ArticleMetadata;
  readonly body: readonly ExtractedBlock[] | string;
}

/** Tells what of an input is the article; undefined when it has no text. Markdown stays as it is. */
export function composeArticle(
  input: ArticleInput,
  readArticle: (input: ArticleInput) => Article,
): ComposedArticle | undefined {
  const article = readWhole(input, readArticle);
  if (!article.body.some(({ role }) => role === 'paragraph')) return undefined;
  const blocks = article.body.map(({ start, end, role }) => ({ text: article.text.slice(start, end), role }));
  const body = input.layout === 'marked' ? input.text.slice(input.contentStart) : blocks;
  return { metadata: toMetadata(article), body };
}

/** A few lines of a clipboard may look like nothing but furniture: then all of them are the article. */
function readWhole(input: ArticleInput, readArticle: (input: ArticleInput) => Article): Article {
  const article = readArticle(input);
  const hasText = article.body.some(({ role }) => role === 'paragraph');
  return hasText || input.layout !== 'scrape' ? article : readArticle({ ...input, layout: 'raw' });
}

function toMetadata({ title, date, source, url, authors, language }: Article): ArticleMetadata {
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
    ...(authors !== undefined && authors.length > 0 && { authors }),
    language,
  };
}
