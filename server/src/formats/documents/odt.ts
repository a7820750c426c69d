import { decodeMarkup } from '../encoding/decodeMarkup.js';
import { createDocument, type DocumentProperties } from './document.js';
import { createCutWarning, createReader, type DocumentBlock, isUnreadable } from './extracted.js';
import { createBlockCollector, type Meaning } from './markup/blockCollector.js';
import { type Attributes, loadMarkupParser } from './markup/markupParser.js';
import { findElement, findText, parseXml } from './markup/xmlTree.js';
import { openZip, type ZipArchive } from './zip.js';

type Role = DocumentBlock['role'];

/**
 * Reads an OpenDocument text (ISO/IEC 26300): paragraphs and headings in order, notes and text boxes at the end, title, author, language
 * and date of its properties. Headers, footers, comments, indexes and what tracked changes deleted are not text.
 */
export const readOdt = createReader(async (bytes, { path }) => {
  const archive = await openZip(bytes);
  if (isUnreadable(archive)) return archive;
  if (await isEncrypted(archive)) return { reason: 'it is encrypted: it needs a password' };
  const content = archive.read('content.xml');
  if (isUnreadable(content)) return content;
  const parse = await loadMarkupParser();
  const collector = createBlockCollector({ meaningOf: createMeanings() });
  const outcome = parse((await decodeMarkup(content)) ?? '', 'xml', collector);
  const blocks = collector.listBlocks();
  if (blocks.length === 0) return { reason: 'it has no text' };
  const document = createDocument(blocks, await readProperties(archive));
  return [{ ...document, problems: outcome === 'cut' ? [createCutWarning(path)] : [] }];
});

async function isEncrypted(archive: ZipArchive): Promise<boolean> {
  const bytes = archive.read('META-INF/manifest.xml');
  return !isUnreadable(bytes) && ((await decodeMarkup(bytes)) ?? '').includes('encryption-data');
}

const SKIPPED = new Set(
  `office:font-face-decls office:scripts office:annotation office:forms text:tracked-changes text:sequence-decls text:note-citation
  text:table-of-content text:alphabetical-index text:illustration-index text:bibliography svg:title svg:desc`.split(
    /\s+/,
  ),
);

/** Styles stand before the text: their roles are noted when they pass. */
function createMeanings(): (name: string, attributes: Attributes) => Meaning {
  const roles = new Map<string, Role>(Object.entries({ Title: 'title', Subtitle: 'subhead' }));
  return (name, attributes) => {
    if (SKIPPED.has(name)) return { kind: 'skip' };
    switch (name) {
      case 'style:style':
        noteRole(roles, attributes);
        return { kind: 'skip' };
      case 'text:p':
        return { kind: 'block', role: roles.get(attributes['text:style-name'] ?? '') ?? 'paragraph' };
      case 'text:h':
        return { kind: 'block', role: roles.get(attributes['text:style-name'] ?? '') ?? 'subhead' };
      case 'text:note':
      case 'draw:text-box':
        return { kind: 'aside' };
      case 'text:s':
      case 'text:tab':
        return { kind: 'text', text: ' ' };
      case 'text:line-break':
        return { kind: 'text', text: '\n' };
      default:
        return { kind: 'inline' };
    }
  };
}

function noteRole(roles: Map<string, Role>, attributes: Attributes): void {
  const role = roles.get(attributes['style:parent-style-name'] ?? '');
  if (role !== undefined) roles.set(attributes['style:name'] ?? '', role);
}

async function readProperties(archive: ZipArchive): Promise<DocumentProperties> {
  const bytes = archive.read('meta.xml');
  const root = isUnreadable(bytes) ? bytes : await parseXml(bytes);
  const meta = isUnreadable(root) ? undefined : findElement(root, 'office:meta');
  if (meta === undefined) return {};
  return {
    title: findText(meta, 'dc:title'),
    author: findText(meta, 'meta:initial-creator') ?? findText(meta, 'dc:creator'),
    created: findText(meta, 'meta:creation-date') ?? findText(meta, 'dc:date'),
    language: findText(meta, 'dc:language'),
  };
}
