import type { ArticleInput } from '../core/article/article.js';
import type { Problem } from '../core/problem.js';
import { peek } from './chunks.js';
import {
  type Chunks,
  createUnreadableProblem,
  type FilePart,
  type FormatOptions,
  type LoadStream,
  type ReadFile,
  type StreamReader,
  isProblem,
} from './format.js';
import { FORMATS } from './formats.js';

/**
 * Reads one file article by article: `path` (corpus-relative, with `/`) is where the articles' ids begin. What cannot be read is a
 * problem among them; nothing throws but the chunks themselves, and bytes stay as they are.
 */
export type ArticleReader = (path: string, chunks: Chunks) => AsyncIterable<FilePart>;

/** A reader of all formats; those that have been used are kept. */
export function createArticleReader(options: FormatOptions): ArticleReader {
  const loaded = new Map<LoadStream, Promise<StreamReader>>();
  const getReader = (load: LoadStream): Promise<StreamReader> => {
    const reader = loaded.get(load) ?? load(options);
    loaded.set(load, reader);
    return reader;
  };
  return async function* (path, chunks) {
    const file = await peek(chunks, SIGNATURE_BYTES);
    const format = findSignature(file.head) ?? extensionOf(path);
    const load = FORMATS.get(format);
    if (load === undefined) yield createUnreadableProblem(path, `the format .${format} is not supported`);
    else yield* guard(path, async () => (await getReader(load))(path, file.chunks));
  };
}

/** All that a file gives at once, for callers that know it to be small. */
export async function collectParts(parts: AsyncIterable<FilePart>): Promise<ReadFile> {
  const articles: ArticleInput[] = [];
  const problems: Problem[] = [];
  for await (const part of parts) {
    if (isProblem(part)) problems.push(part);
    else articles.push(part);
  }
  return { articles, problems };
}

/** Whether a file of this name is in a format that can be read. */
export function isReadable(path: string): boolean {
  return FORMATS.has(extensionOf(path));
}

/** Libraries throw on what they have never seen. */
async function* guard(path: string, read: () => Promise<AsyncIterable<FilePart>>): AsyncGenerator<FilePart> {
  try {
    yield* await read();
  } catch (error) {
    yield createUnreadableProblem(path, error instanceof Error ? error.message : String(error));
  }
}

const SIGNATURE_BYTES = 5;
const SIGNATURES: readonly (readonly [extension: string, signature: readonly number[]])[] = [
  // „%PDF-"
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The format that a file says itself wins over its name: downloads often have a wrong one. */
function findSignature(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}

/** In lower case; of a packed web page (`.html.gz`) that of the page. Other packed files are no articles. */
function extensionOf(path: string): string {
  const name = path.toLowerCase().replace(/\.(html?)\.gz$/, '.$1');
  return /\.([^./\\]+)$/.exec(name)?.[1] ?? '';
}
