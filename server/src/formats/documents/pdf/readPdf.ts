import { createDocument } from '../document.js';
import {
  createReader,
  createWarning,
  type DocumentBlock,
  type Extracted,
  isUnreadable,
  type Unreadable,
} from '../extracted.js';
import { LIMITS } from '../limits.js';
import { listFragments } from './fragments.js';
import { inspectPdf } from './inspectPdf.js';
import { listPdfBlocks } from './paragraphs.js';
import { loadPdfLibrary, openPdf, type PdfDocument, type PdfPage, type PdfTextItem } from './pdfLibrary.js';
import { listRegions } from './readingOrder.js';
import { type PageText, withoutRunningLines } from './runningLines.js';
import { listLines } from './textLines.js';

/**
 * Reads a PDF (PDF.js): columns in reading order, broken words whole, without headers, footers and page numbers; every block with
 * its page. What has no text, or text that its fonts do not explain, is unreadable.
 */
export const readPdf = createReader(async (bytes, { path }) => {
  const hostile = await inspectPdf(bytes);
  if (hostile) return hostile;
  const task = openPdf(await loadPdfLibrary(), bytes);
  try {
    const text = await readText(await task.promise);
    if (isUnreadable(text)) return text;
    const document = createDocument(text.blocks, text.properties);
    return [{ ...document, problems: listProblems(path, text) }];
  } catch (error) {
    return explain(error);
  } finally {
    await task.destroy();
  }
});

function explain(error: unknown): Unreadable {
  const name = error instanceof Error ? error.name : '';
  if (name === 'PasswordException') return { reason: 'it is encrypted: it needs a password' };
  return { reason: 'the file is broken, or no PDF' };
}

interface PdfText {
  readonly blocks: readonly DocumentBlock[];
  readonly properties: Parameters<typeof createDocument>[1];
  readonly pages: number;
  readonly readPages: number;
  readonly isCut: boolean;
  /** Pages without any text: most likely pictures. */
  readonly emptyPages: number;
}

async function readText(document: PdfDocument): Promise<PdfText | Unreadable> {
  const pages: PageText[] = [];
  const work: Work = { characters: 0, isCut: false, deadline: Date.now() + PATIENCE };
  while (pages.length < Math.min(document.numPages, LIMITS.pdfPages) && !isDone(work)) {
    const page = await readPage(document, pages.length + 1, work);
    // A document may claim any number of pages.
    if (page === undefined) break;
    pages.push(page);
  }
  const emptyPages = pages.filter(({ fragments }) => fragments.length === 0).length;
  if (emptyPages === pages.length)
    return { reason: `it has no text, only pictures (${printPages(pages.length)}): it needs text recognition` };
  if (isGarbled(pages)) return { reason: 'its fonts do not say which characters they show' };
  const lines = withoutRunningLines(pages).flatMap((fragments, i) =>
    listRegions(fragments).flatMap((region) => listLines(region, i + 1)),
  );
  const properties = await readProperties(document);
  return {
    blocks: listPdfBlocks(lines),
    properties,
    pages: document.numPages,
    readPages: pages.length,
    isCut: work.isCut,
    emptyPages,
  };
}

/** What has been read so far, and until when reading goes on. */
interface Work {
  characters: number;
  /** Whether the rest of a page was left out. */
  isCut: boolean;
  readonly deadline: number;
}

/** The last resort, in milliseconds, for what counts of pages and characters do not bound: drawings without text, damaged fonts. */
const PATIENCE = 60_000;

function isDone({ characters, deadline }: Work): boolean {
  return characters > LIMITS.pdfCharacters || Date.now() > deadline;
}

/** The text of a page; a page that is broken has none. Undefined: there is no such page. */
async function readPage(document: PdfDocument, number: number, work: Work): Promise<PageText | undefined> {
  const page = await document.getPage(number).catch(() => undefined);
  if (page === undefined) return undefined;
  const items = await readItems(page, work).catch(() => []);
  const viewport = page.getViewport({ scale: 1 });
  page.cleanup();
  return { fragments: listFragments(items, viewport), height: viewport.height };
}

async function readItems(page: PdfPage, work: Work): Promise<readonly PdfTextItem[]> {
  const items: PdfTextItem[] = [];
  const reader = page.streamTextContent().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done || value === undefined) return items;
    for (const item of value.items) {
      items.push(item);
      work.characters += item.str.length;
    }
    if (items.length <= LIMITS.pdfPieces && !isDone(work)) continue;
    work.isCut = true;
    await reader.cancel(new Error('enough'));
    return items;
  }
}

const GARBLED = 0.3;
const SAMPLE = 20_000;

/** Private use, control and replacement characters are what glyphs give that have no meaning. */
function isGarbled(pages: readonly PageText[]): boolean {
  const fragments = pages.flatMap((page) => page.fragments);
  const text = fragments
    .map((fragment) => fragment.text)
    .join('')
    .slice(0, SAMPLE);
  const unknown = text.match(/[\p{Co}\p{Cc}\ufffd]/gu)?.length ?? 0;
  return unknown > GARBLED * text.length;
}

/** Browsers state when the page was printed, and the page's title. */
const BROWSER = /Chrom|Mozilla|Skia|wkhtmltopdf|Quartz|cairo|Safari/i;

async function readProperties(document: PdfDocument): Promise<Parameters<typeof createDocument>[1]> {
  const { info } = await document.getMetadata();
  const property = (name: string): string | undefined => (typeof info[name] === 'string' ? info[name] : undefined);
  const isPrinted = BROWSER.test(`${property('Creator') ?? ''} ${property('Producer') ?? ''}`);
  return {
    title: property('Title'),
    author: property('Author'),
    created: isPrinted ? undefined : property('CreationDate'),
    language: property('Language'),
  };
}

function listProblems(path: string, { pages, readPages, isCut, emptyPages }: PdfText): Extracted['problems'] {
  const cut = `was not read to its end: ${String(readPages)} of ${printPages(pages)}`;
  const empty = `${String(emptyPages)} of ${printPages(readPages)} without text, only pictures`;
  return [
    ...(isCut || readPages < pages ? [createWarning(path, 'file-cut', cut)] : []),
    ...(emptyPages > 0 ? [createWarning(path, 'pages-without-text', empty)] : []),
  ];
}

function printPages(count: number): string {
  return count === 1 ? '1 page' : `${String(count)} pages`;
}
