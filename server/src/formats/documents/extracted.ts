import type { ArticleMetadata, BodySpan } from '../../core/article/article.js';
import type { Problem } from '../../core/problem.js';
import { fold } from '../../core/text/fold.js';
import { LIMITS } from './limits.js';

/** An article as a document holds it. One that cannot be read has no blocks, and a problem `unreadable-file` that says why. */
export interface Extracted {
  readonly metadata: ArticleMetadata;
  /** The text in reading order, without furniture; the title comes first where there is one. */
  readonly blocks: readonly DocumentBlock[];
  /**
   * What tells the article from the others of its file, the same when others come and go: the id that the file gives it, else
   * `line-17`. Missing when the file is one article.
   */
  readonly key?: string;
  readonly problems: readonly Problem[];
}

export interface DocumentBlock {
  /** One paragraph: NFC, white space squeezed, without soft hyphens; a line break that the author made stays one. */
  readonly text: string;
  readonly role: BodySpan['role'];
  /** Number of the page where the block starts, from 1, in formats that have pages. */
  readonly page?: number;
}

export interface DocumentOptions {
  /** Corpus-relative path, for problems. */
  readonly path: string;
}

/** Reads the bytes of one document. Gives at least one article, never throws, and leaves the bytes as they are. */
export type DocumentReader = (bytes: Uint8Array, options: DocumentOptions) => Promise<readonly Extracted[]>;

/** Why something cannot be read; completes the sentence „cannot be read: …". */
export interface Unreadable {
  readonly reason: string;
}

export function isUnreadable(value: object): value is Unreadable {
  return 'reason' in value;
}

/** Makes a reader of a format: bounds the file's size, and turns what cannot be read, or a library's exception, into a Problem. */
export function createReader(
  read: (bytes: Uint8Array, options: DocumentOptions) => Promise<readonly Extracted[] | Unreadable>,
): DocumentReader {
  return async (bytes, options) => {
    const result = await readGuarded(() => read(bytes, options), bytes);
    return isUnreadable(result) ? [createUnreadable(options.path, result.reason)] : result;
  };
}

/** What `read` gives; unreadable when the bytes are too many or none, or when it throws. */
export async function readGuarded<T extends object>(
  read: () => Promise<T>,
  bytes: Uint8Array,
): Promise<T | Unreadable> {
  if (bytes.length === 0) return { reason: 'the file is empty' };
  if (bytes.length > LIMITS.fileBytes) return { reason: `it is larger than ${printMegabytes(LIMITS.fileBytes)}` };
  try {
    return await read();
  } catch (error) {
    // Libraries throw on broken files, and their recursion on deeply nested ones exhausts the stack.
    return { reason: `the file is broken (${printReason(error)})` };
  }
}

/** An article that cannot be read; `reason` completes „cannot be read: …". */
export function createUnreadable(path: string, reason: string): Extracted {
  return { metadata: {}, blocks: [], problems: [createUnreadableProblem(path, reason)] };
}

export function createUnreadableProblem(path: string, reason: string): Problem {
  return { path, severity: 'error', code: 'unreadable-file', message: `cannot be read: ${reason}` };
}

/** A problem that did not keep the article from being read. */
export function createWarning(path: string, code: string, message: string): Problem {
  return { path, severity: 'warning', code, message };
}

/** A warning that only the beginning of a document was read. */
export function createCutWarning(path: string): Problem {
  return createWarning(path, 'file-cut', 'is so large or deeply nested that only its beginning was read');
}

/** Puts an article together; a title that its blocks do not have becomes their first. */
export function createExtracted(
  parts: Omit<Extracted, 'problems'> & { readonly problems?: readonly Problem[] },
): Extracted {
  return { ...parts, blocks: startWithTitle(parts.metadata.title, parts.blocks), problems: parts.problems ?? [] };
}

/** The title stands in the text already when one of the first blocks is it. */
const HEAD = 5;

function startWithTitle(title: string | undefined, blocks: readonly DocumentBlock[]): readonly DocumentBlock[] {
  if (title === undefined || blocks.some((block) => block.role === 'title')) return blocks;
  const folded = fold(title);
  const index = blocks.slice(0, HEAD).findIndex((block) => fold(block.text) === folded);
  if (index !== -1) return blocks.map((block, i) => (i === index ? { ...block, role: 'title' } : block));
  const page = blocks[0]?.page;
  return [{ text: title, role: 'title', ...(page !== undefined && { page }) }, ...blocks];
}

/** „50 MB". */
export function printMegabytes(bytes: number): string {
  return `${String(Math.round(bytes / 1_000_000))} MB`;
}

function printReason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\s+/g, ' ').slice(0, 200);
}
