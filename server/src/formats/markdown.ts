import { parseDocument } from 'yaml';
import type { ArticleId, ArticleMetadata, Language } from '../core/article/article.js';
import { findHeaderDate } from '../core/article/headerDate.js';
import { findInterval } from '../core/events/timeInterval.js';
import type { Problem } from '../core/problem.js';
import type { ReadText } from './textFormat.js';

/** Front matter is a block of YAML between two lines of three dashes at the very start; longer than this it is text. */
const MAX_FRONT_MATTER = 16_384;

/** Reads Markdown with YAML front matter: title, date, source, url, author(s), lang. A broken front matter is a Problem. */
export function readMarkdownFile(id: ArticleId, text: string): ReadText {
  const front = findFrontMatter(text);
  if (front === undefined)
    return { input: { id, text, metadata: {}, contentStart: 0, layout: 'marked' }, problems: [] };
  const { metadata, problems } = parseFrontMatter(id, text.slice(front.start, front.end), front.start);
  return { input: { id, text, metadata, contentStart: front.contentStart, layout: 'marked' }, problems };
}

/** Where the YAML of a text's front matter stands (half-open, UTF-16), and where the text behind it starts. */
export function findFrontMatter(text: string): { start: number; end: number; contentStart: number } | undefined {
  const opening = /^---[ \t]*\r?\n/.exec(text);
  if (!opening) return undefined;
  const head = text.slice(0, MAX_FRONT_MATTER);
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\r?\n|$)/gm;
  closing.lastIndex = opening[0].length;
  const end = closing.exec(head);
  if (!end) return undefined;
  return { start: opening[0].length, end: end.index, contentStart: end.index + end[0].length };
}

function parseFrontMatter(
  path: string,
  yaml: string,
  offset: number,
): { metadata: ArticleMetadata; problems: readonly Problem[] } {
  const broken = (reason: string, start: number, end: number): Problem => ({
    path,
    span: { start: offset + start, end: offset + end },
    severity: 'warning',
    code: 'front-matter',
    message: `The front matter is not valid YAML: ${reason.split('\n')[0] ?? ''}`,
  });
  try {
    const document = parseDocument(yaml, { schema: 'failsafe', uniqueKeys: false, logLevel: 'silent' });
    const problems = document.errors.map(({ message, pos }) => broken(message, ...pos));
    if (problems.length > 0) return { metadata: {}, problems };
    // Aliases are of no use in front matter, and a chain of them can grow without bound: the first one is refused.
    const plain: unknown = document.toJS({ maxAliasCount: 0 });
    return { metadata: isPlainObject(plain) ? toMetadata(plain) : {}, problems };
  } catch (error) {
    // The parser recurses: thousands of nested brackets exhaust the stack.
    return { metadata: {}, problems: [broken(String(error), 0, yaml.length)] };
  }
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function toMetadata(front: Readonly<Record<string, unknown>>): ArticleMetadata {
  const title = findText(front, ['title']);
  const date = toIsoDate(findText(front, ['date', 'published', 'datePublished']));
  const source = findText(front, ['source', 'publisher', 'outlet']);
  const url = findText(front, ['url', 'link']);
  const authors = listTexts(front['authors'] ?? front['author']);
  const language = toLanguage(findText(front, ['lang', 'language']));
  return {
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(url !== undefined && { url }),
    ...(authors.length > 0 && { authors }),
    ...(language !== undefined && { language }),
  };
}

function findText(front: Readonly<Record<string, unknown>>, keys: readonly string[]): string | undefined {
  for (const key of keys) {
    const value = front[key];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
}

function listTexts(value: unknown): readonly string[] {
  if (typeof value === 'string') return value.trim() === '' ? [] : [value.trim()];
  return Array.isArray(value)
    ? value.filter((entry): entry is string => typeof entry === 'string' && entry.trim() !== '')
    : [];
}

/** `2022-01-13T10:00` and „13.01.2022" become a day; `2022-01` and `2022` stay as precise as they are. */
function toIsoDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  return findInterval(text) ? text : findHeaderDate(text);
}

function toLanguage(text: string | undefined): Language | undefined {
  if (text === undefined) return undefined;
  const code = text.toLowerCase().slice(0, 2);
  return code === 'de' || code === 'en' ? code : 'other';
}
