import { findLineStarts } from '../text/lines.js';
import type { Article, ArticleInput, BodySpan } from './article.js';
import { detectLanguage } from './detectLanguage.js';
import type { FurnitureLexicon } from './furniture.js';
import { readMarkdown } from './markdown.js';
import { joinWrappedLines, listContentLines } from './paragraphs.js';
import { readScrape } from './scrape.js';

/** A read article, and its text with everything that is no prose blanked out (same length, same offsets). */
export interface ReadArticle {
  readonly article: Article;
  readonly proseText: string;
}

/**
 * Tells what of an article's text is body, and completes its metadata from the text: what the file itself states wins over what is
 * found in the text. Never fails: a text without any structure is all paragraphs.
 */
export function readArticle(input: ArticleInput, furniture: FurnitureLexicon): ReadArticle {
  const found = readLayout(input, furniture);
  const { language, ...stated } = input.metadata;
  return {
    proseText: found.text,
    article: {
      ...found.metadata,
      ...stated,
      id: input.id,
      text: input.text,
      language: language ?? detectLanguage(sampleOf(found.text, found.body)),
      body: found.body,
      extracted: input.layout === 'extracted',
      lineStarts: findLineStarts(input.text),
    },
  };
}

interface Layout {
  readonly text: string;
  readonly body: readonly BodySpan[];
  readonly metadata: { readonly title?: string; readonly date?: string; readonly source?: string };
}

function readLayout(input: ArticleInput, furniture: FurnitureLexicon): Layout {
  switch (input.layout) {
    case 'scrape': {
      const { body, ...metadata } = readScrape(input.text, input.contentStart, furniture);
      return { text: input.text, body, metadata };
    }
    case 'marked': {
      const { text, body } = readMarkdown(input.text, input.contentStart);
      return { text, body, metadata: findTitle(text, body) };
    }
    case 'extracted':
      return { text: input.text, body: input.body, metadata: findTitle(input.text, input.body) };
    case 'raw':
      return { text: input.text, body: listParagraphs(input), metadata: {} };
  }
}

function findTitle(text: string, body: readonly BodySpan[]): Layout['metadata'] {
  const heading = body.find((span) => span.role === 'title');
  return heading ? { title: text.slice(heading.start, heading.end).trim() } : {};
}

function listParagraphs(input: ArticleInput): readonly BodySpan[] {
  const lines = joinWrappedLines(input.text, listContentLines(input.text, input.contentStart));
  return lines.map((span) => ({ ...span, role: 'paragraph' }));
}

function sampleOf(text: string, body: readonly BodySpan[]): string {
  const parts: string[] = [];
  let length = 0;
  for (const span of body) {
    parts.push(text.slice(span.start, span.end));
    length += span.end - span.start;
    if (length > 6000) break;
  }
  return parts.join('\n');
}
