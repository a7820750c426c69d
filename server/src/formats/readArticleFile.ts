import type { ArticleId } from '../core/article/article.js';
import type { Problem } from '../core/problem.js';
import { decode } from '../core/text/decode.js';
import type { FormatReader, ReadFile } from './format.js';
import { readMarkdownFile } from './markdown.js';
import { readTextFile } from './txt.js';

const READERS: ReadonlyMap<string, FormatReader> = new Map([
  ['txt', readTextFile],
  ['text', readTextFile],
  ['md', readMarkdownFile],
  ['markdown', readMarkdownFile],
]);

/** Whether a file of this name is in a format that can be read. */
export function isReadable(path: string): boolean {
  return READERS.has(extensionOf(path));
}

/**
 * Reads one article file by its extension. `path` becomes the article's id. Gives a Problem, and never throws, when the format is
 * unknown or the bytes are no text.
 */
export function readArticleFile(path: string, bytes: Uint8Array): ReadFile | Problem {
  const reader = READERS.get(extensionOf(path));
  if (reader === undefined) return unreadable(path, `the format .${extensionOf(path)} is not supported`);
  const { text } = decode(bytes);
  if (text === undefined) return unreadable(path, 'the file is not text: it holds binary data');
  return reader(path as ArticleId, text);
}

function unreadable(path: string, reason: string): Problem {
  return { path, severity: 'error', code: 'unreadable-file', message: `cannot be read: ${reason}` };
}

function extensionOf(path: string): string {
  return /\.([^./\\]+)$/.exec(path)?.[1]?.toLowerCase() ?? '';
}
