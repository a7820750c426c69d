import type { Problem } from '../../core/problem.js';
import { parseMail } from './eml.js';
import {
  createUnreadableProblem,
  type DocumentOptions,
  isUnreadable,
  readGuarded,
  type Unreadable,
} from './extracted.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array): string;
}
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
  // One character a byte, so that offsets are the same.
  const text = new TextDecoder('windows-1252').decode(bytes);
  const part = findHtmlPart(text);
  const mail = await parseMail(part ? bytes.subarray(part.start, part.end) : bytes);
  if (mail.html === undefined) return { reason: 'the web archive holds no page' };
  const url = findUrl(text.slice(0, HEADERS)) ?? findUrl(text.slice(part?.start ?? 0, (part?.start ?? 0) + HEADERS));
  return { html: new TextEncoder().encode(mail.html), ...(url !== undefined && { url }) };
}

const HEADERS = 16_384;
const BOUNDARY = /boundary\s{0,9}=\s{0,9}(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))/i;

function findHtmlPart(text: string): { start: number; end: number } | undefined {
  const match = BOUNDARY.exec(text.slice(0, HEADERS));
  const delimiter = match && `\n--${match[1] ?? match[2] ?? ''}`;
  if (!delimiter) return undefined;
  for (let at = text.indexOf(delimiter); at !== -1; ) {
    const start = text.indexOf('\n', at + delimiter.length) + 1;
    const next = text.indexOf(delimiter, at + delimiter.length);
    if (start === 0) return undefined;
    if (isHtmlPart(text.slice(start, start + HEADERS))) return { start, end: next === -1 ? text.length : next };
    at = next;
  }
  return undefined;
}

function isHtmlPart(text: string): boolean {
  const headers = text.split(/\r?\n\r?\n/, 1)[0] ?? '';
  return /^content-type:\s{0,9}(?:text\/html|application\/xhtml\+xml)/im.test(headers);
}

function findUrl(headers: string): string | undefined {
  return /^(?:snapshot-)?content-location:\s{0,9}(https?:\/\/\S{1,2000})/im.exec(headers)?.[1];
}
