import { findLineStarts } from '../text/lines.js';
import type { Article, ArticleInput, ArticleMetadata, BodySpan, ExtractedInput } from './article.js';
import { type CountableLine, type CountedLines, countLines, keyOf } from './countedLines.js';
import { detectLanguage } from './detectLanguage.js';
import type { FurnitureLexicon } from './furniture.js';
import { readMarkdown } from './markdown.js';
import { joinWrappedLines, listContentLines } from './paragraphs.js';
import { readScrape } from './scrape.js';
import { countWords } from './scrapeLines.js';

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
      ...(found.lines && { lines: found.lines }),
      lineStarts: findLineStarts(input.text),
    },
  };
}

interface Layout {
  readonly text: string;
  readonly body: readonly BodySpan[];
  readonly metadata: Pick<ArticleMetadata, 'title' | 'date' | 'source' | 'authors'>;
  readonly lines?: CountedLines;
}

function readLayout(input: ArticleInput, furniture: FurnitureLexicon): Layout {
  switch (input.layout) {
    case 'scrape': {
      const { body, lines, ...metadata } = readScrape(input, furniture);
      return { text: input.text, body, metadata, lines };
    }
    case 'marked': {
      const { text, body } = readMarkdown(input.text, input.contentStart);
      return { text, body, metadata: findTitle(text, body) };
    }
    case 'extracted':
      return { text: input.text, ...readExtracted(input), metadata: findTitle(input.text, input.body) };
    case 'raw':
      return { text: input.text, body: listParagraphs(input), metadata: {} };
  }
}

/** A format's reader knows what is body, but not what stands on every page of an outlet. */
function readExtracted({ text, body, repeated }: ExtractedInput): Pick<Layout, 'body' | 'lines'> {
  const lines = body.map((span): CountableLine => {
    const block = text.slice(span.start, span.end);
    const kind = span.role === 'paragraph' ? 'prose' : span.role === 'title' ? 'title' : 'other';
    return { text: block, words: countWords(block), kind };
  });
  const isKnown = ({ text: block, kind }: CountableLine): boolean =>
    kind !== 'title' && (repeated?.has(keyOf(block)) ?? false);
  const left = body.filter((_, i) => !lines.slice(i, i + 1).some(isKnown));
  return { body: left, lines: countLines(lines) };
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
  return parts.join('\n').normalize('NFC');
}
