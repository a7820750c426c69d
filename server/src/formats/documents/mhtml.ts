import type { Problem } from '../../core/problem.js';
import {
  createUnreadableProblem,
  type DocumentOptions,
  isUnreadable,
  readGuarded,
  type Unreadable,
} from './extracted.js';
import { openMail } from './mail.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/** The page of a web archive, for the reader of web pages. */
export interface ArchivedPage {
  /** In UTF-8, whatever the page itself says. */
  readonly html: Uint8Array;
  readonly url?: string;
}

/**
 * Finds the page in a web archive (MHTML, RFC 2557), as browsers save it in one file: its first HTML part, decoded. Pictures, styles
 * and frames are left out. Gives a Problem, and never throws, when there is none.
 */
export async function findArchivedPage(bytes: Uint8Array, { path }: DocumentOptions): Promise<ArchivedPage | Problem> {
  const page = await readGuarded(() => readPage(bytes), bytes);
  return isUnreadable(page) ? createUnreadableProblem(path, page.reason) : page;
}

async function readPage(bytes: Uint8Array): Promise<ArchivedPage | Unreadable> {
  const archive = await openMail(bytes);
  const part = archive.parts.find(({ type }) => type === 'text/html' || type === 'application/xhtml+xml');
  const page = part && (await archive.read(part, 'all'));
  if (page?.html === undefined) return { reason: 'the web archive holds no page' };
  const url =
    findLocation(archive.head.headers, 'snapshot-content-location') ?? findLocation(page.headers, 'content-location');
  return { html: new TextEncoder().encode(page.html), ...(url !== undefined && { url }) };
}

function findLocation(
  headers: readonly { readonly key: string; readonly value: string }[],
  key: string,
): string | undefined {
  const value = headers.find((header) => header.key === key)?.value ?? '';
  return /^https?:\/\/\S{1,2000}$/i.test(value) ? value : undefined;
}
