import { decodeMarkup } from '../encoding/decodeMarkup.js';
import {
  createExtracted,
  createReader,
  createWarning,
  type DocumentBlock,
  isUnreadable,
  type Unreadable,
} from './extracted.js';
import { readHtmlBlocks } from './markup/htmlBlocks.js';
import {
  findElement,
  findText,
  listDescendants,
  listElements,
  parseXml,
  textOf,
  withoutPrefixes,
  type XmlElement,
} from './markup/xmlTree.js';
import { createMetadata } from './metadata.js';
import { openZip, type ZipArchive } from './zip.js';

/**
 * Reads a book (EPUB 2 and 3): its chapters in reading order as one article, their headings as subheads. Its table of contents is
 * left out. Chapters that are missing or broken are a warning.
 */
export const readEpub = createReader(async (bytes, { path }) => {
  const archive = await openZip(bytes);
  if (isUnreadable(archive)) return archive;
  const book = await openPackage(archive);
  if (isUnreadable(book)) return book;
  const chapters = listChapters(book);
  if (await areEncrypted(archive, chapters)) return { reason: 'it is encrypted (copy protection)' };
  const blocks: DocumentBlock[] = [];
  let missing = 0;
  for (const name of chapters) {
    const chapter = archive.read(name);
    if (isUnreadable(chapter)) missing++;
    else for (const block of await readHtmlBlocks((await decodeMarkup(chapter)) ?? '')) blocks.push(block);
  }
  if (blocks.length === 0) return { reason: 'it has no chapters with text' };
  const warning = `${String(missing)} of its ${String(chapters.length)} chapters cannot be read`;
  const problems = missing > 0 ? [createWarning(path, 'file-incomplete', warning)] : [];
  return [createExtracted({ metadata: readMetadata(book.root), blocks, problems })];
});

/** The package document: what the book consists of. */
interface BookPackage {
  readonly root: XmlElement;
  /** Where it stands in the archive; its references are relative to that. */
  readonly name: string;
}

async function openPackage(archive: ZipArchive): Promise<BookPackage | Unreadable> {
  const container = await readXml(archive, 'META-INF/container.xml');
  if (isUnreadable(container)) return container;
  const name = findElement(container, 'rootfiles', 'rootfile')?.attributes['full-path'];
  if (name === undefined) return { reason: 'its container names no book' };
  const root = await readXml(archive, name);
  return isUnreadable(root) ? root : { root, name };
}

async function readXml(archive: ZipArchive, name: string): Promise<XmlElement | Unreadable> {
  const bytes = archive.read(name);
  const root = isUnreadable(bytes) ? bytes : await parseXml(bytes);
  return isUnreadable(root) ? root : withoutPrefixes(root);
}

/** Names of the entries of the spine, in reading order, each once. */
function listChapters({ root, name }: BookPackage): readonly string[] {
  const manifest = findElement(root, 'manifest');
  const spine = findElement(root, 'spine');
  if (!manifest || !spine) return [];
  const items = new Map(listElements(manifest, 'item').map(({ attributes }) => [attributes['id'] ?? '', attributes]));
  const names = listElements(spine, 'itemref').flatMap(({ attributes }) => {
    const item = items.get(attributes['idref'] ?? '');
    const isText = /html/.test(item?.['media-type'] ?? '') && !/(?:^|\s)nav(?:\s|$)/.test(item?.['properties'] ?? '');
    return item && isText && attributes['linear'] !== 'no' ? [resolveReference(name, item['href'] ?? '')] : [];
  });
  return [...new Set(names)];
}

/** The name of the entry that a reference in another entry means. It is a key of the archive, so that `..` can lead nowhere else. */
function resolveReference(from: string, reference: string): string {
  const parts = from.split('/').slice(0, -1);
  for (const part of decodeReference(reference.replace(/#.*$/s, '')).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

function decodeReference(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}

/** Fonts may be obfuscated in any book; chapters are encrypted only in protected ones (EPUB OCF 3, `encryption.xml`). */
async function areEncrypted(archive: ZipArchive, chapters: readonly string[]): Promise<boolean> {
  const root = await readXml(archive, 'META-INF/encryption.xml');
  if (isUnreadable(root)) return false;
  const names = listDescendants(root, 'CipherReference').map(({ attributes }) =>
    resolveReference('', attributes['URI'] ?? ''),
  );
  return names.some((name) => chapters.includes(name));
}

function readMetadata(root: XmlElement): ReturnType<typeof createMetadata> {
  const metadata = findElement(root, 'metadata') ?? root;
  // EPUB 2 books keep Dublin Core in an element of its own.
  const core = findElement(metadata, 'dc-metadata') ?? metadata;
  const dates = listElements(core, 'date');
  const published = dates.find(({ attributes }) => attributes['event'] === 'publication') ?? dates[0];
  return createMetadata({
    title: findText(core, 'title'),
    authors: listElements(core, 'creator').map(textOf),
    source: findText(core, 'publisher'),
    date: textOf(published),
    language: findText(core, 'language'),
  });
}
