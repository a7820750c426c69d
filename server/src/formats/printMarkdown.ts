import { stringify } from 'yaml';
import type { ArticleMetadata } from '../core/article/article.js';
import type { Span } from '../core/text/span.js';
import { escapeMarkdownText, listTextLines } from './escapeMarkdownText.js';
import type { ExtractedBlock } from './extractedInput.js';

/** An article to be written. */
export interface MarkdownArticle {
  readonly metadata: ArticleMetadata;
  /** The day on which it was added, ISO. */
  readonly added: string;
  /** The file that it was made from, relative to its own. */
  readonly original: string;
  /** Its text as blocks, or Markdown that stays as it is. */
  readonly body: readonly ExtractedBlock[] | string;
}

// Together far less than the longest front matter that is read.
const [MAX_TITLE, MAX_SOURCE, MAX_URL, MAX_AUTHOR, MAX_AUTHORS] = [500, 200, 4000, 120, 30];

/**
 * An article as a Markdown file with front matter; `readMarkdownFile` gives back the same metadata (longer fields cut) and body. `title` is
 * the span of the title's value in the front matter, the place between its marks when there is none.
 */
export function printMarkdown({ metadata, added, original, body }: MarkdownArticle): {
  readonly text: string;
  readonly title: Span;
} {
  const fields = { ...toFields(metadata), added, original };
  // No folding of long lines: a title is one line, as its span says.
  const front = `---\n${stringify(fields, { lineWidth: 0 })}---\n`;
  const content = typeof body === 'string' ? body.trim() : printBlocks(fields.title, body);
  return { text: `${front}\n${content}\n`, title: findTitleSpan(front, fields.title) };
}

function toFields({ title, date, source, url, authors = [], language }: ArticleMetadata) {
  const names = authors.slice(0, MAX_AUTHORS).flatMap((name) => toField(name, MAX_AUTHOR) ?? []);
  const outlet = toField(source, MAX_SOURCE);
  return {
    title: toField(title, MAX_TITLE) ?? '',
    ...(date !== undefined && { date }),
    ...(outlet !== undefined && { source: outlet }),
    ...(url !== undefined && url.length <= MAX_URL && { url }),
    ...(names.length > 0 && { authors: names }),
    ...(language !== undefined && { language }),
  };
}

/** A field on one line; undefined when nothing is in it. */
function toField(text: string | undefined, length: number): string | undefined {
  const cut = toOneLine(text ?? '')
    .slice(0, length)
    .replace(/\p{Cs}/gu, '')
    .trim();
  return cut === '' ? undefined : cut;
}

function toOneLine(text: string): string {
  return listTextLines(text).join(' ').replace(/\s+/g, ' ');
}

function findTitleSpan(front: string, title: string): Span {
  const start = '---\ntitle: '.length;
  return title === '' ? { start: start + 1, end: start + 1 } : { start, end: front.indexOf('\n', start) };
}

function printBlocks(title: string, blocks: readonly ExtractedBlock[]): string {
  const heading = blocks.find(({ role }) => role === 'title');
  const rest = blocks.filter((block) => block !== heading).map(printBlock);
  return [printHeading('#', heading?.text ?? title), ...rest].filter((block) => block !== '').join('\n\n');
}

function printBlock({ role, text }: ExtractedBlock): string {
  return role === 'paragraph' ? escapeMarkdownText(text) : printHeading('##', text);
}

function printHeading(marks: string, text: string): string {
  const line = escapeMarkdownText(toOneLine(text));
  // Marks at the end would close the heading.
  return line === '' ? '' : `${marks} ${line.replace(/(?<=^|\s)(?=#+$)/, '\\')}`;
}
