import { decodeMarkup } from '../encoding/decodeMarkup.js';
import { createDocument, type DocumentProperties } from './document.js';
import { createCutWarning, createReader, type DocumentBlock, isUnreadable, type Unreadable } from './extracted.js';
import { type BlockRules, createBlockCollector, type Meaning } from './markup/blockCollector.js';
import { type Attributes, loadMarkupParser } from './markup/markupParser.js';
import { findElement, findText, listElements, parseXml, type XmlElement } from './markup/xmlTree.js';
import { isEncryptedOffice, isOldOffice } from './oldOffice.js';
import { openZip, type ZipArchive } from './zip.js';

type Role = DocumentBlock['role'] | 'nothing';

/**
 * Reads a Word document (ECMA-376 WordprocessingML): paragraphs with their roles by style, inserted text in and deleted text out, foot- and
 * endnotes and text boxes at the end, title, author and dates of its properties. Headers, footers, comments and fields are not text.
 */
export const readDocx = createReader(async (bytes, { path }) => {
  if (isEncryptedOffice(bytes)) return { reason: 'it is encrypted: it needs a password' };
  if (isOldOffice(bytes)) return { reason: 'it is an old Word document (.doc), not a .docx' };
  const archive = await openZip(bytes);
  if (isUnreadable(archive)) return archive;
  const main = await findMainPart(archive);
  const body = await readPart(archive, main, await readStyleRoles(archive, partBeside(main, 'styles.xml')));
  if (isUnreadable(body)) return body;
  const notes = [
    await readNotes(archive, main, 'footnotes.xml'),
    await readNotes(archive, main, 'endnotes.xml'),
  ].flat();
  if (body.blocks.length === 0) return { reason: 'it has no text' };
  const document = createDocument([...body.blocks, ...notes], await readProperties(archive));
  return [{ ...document, problems: body.isCut ? [createCutWarning(path)] : [] }];
});

/** The main part's name is free; a relationship of the package points to it (ECMA-376 part 2). */
async function findMainPart(archive: ZipArchive): Promise<string> {
  const bytes = archive.read('_rels/.rels');
  const root = isUnreadable(bytes) ? bytes : await parseXml(bytes);
  const relations = isUnreadable(root) ? [] : listElements(root, 'Relationship');
  const target = relations.find(({ attributes }) => attributes['Type']?.endsWith('/officeDocument'))?.attributes[
    'Target'
  ];
  return target?.replace(/^\//, '') ?? 'word/document.xml';
}

function partBeside(main: string, name: string): string {
  return main.slice(0, main.lastIndexOf('/') + 1) + name;
}

interface Part {
  readonly blocks: readonly DocumentBlock[];
  readonly isCut: boolean;
}

async function readPart(
  archive: ZipArchive,
  name: string,
  styles: ReadonlyMap<string, Role>,
): Promise<Part | Unreadable> {
  const bytes = archive.read(name);
  if (isUnreadable(bytes)) return bytes;
  const parse = await loadMarkupParser();
  const collector = createBlockCollector(createRules(styles));
  const outcome = parse((await decodeMarkup(bytes)) ?? '', 'xml', collector);
  return { blocks: collector.listBlocks(), isCut: outcome === 'cut' };
}

/** Notes are one part for all; a note's style says nothing of its role. */
async function readNotes(archive: ZipArchive, main: string, name: string): Promise<readonly DocumentBlock[]> {
  const part = await readPart(archive, partBeside(main, name), new Map());
  return isUnreadable(part) ? [] : part.blocks;
}

const SKIPPED = new Set('w:rPr w:sectPr w:tabs w:del w:moveFrom w:instrText mc:Fallback'.split(' '));

function createRules(styles: ReadonlyMap<string, Role>): BlockRules {
  return { prose: new Set(['w:t']), meaningOf: (name, attributes) => meaningOf(name, attributes, styles) };
}

function meaningOf(name: string, attributes: Attributes, styles: ReadonlyMap<string, Role>): Meaning {
  if (SKIPPED.has(name)) return { kind: 'skip' };
  switch (name) {
    case 'w:p':
      return { kind: 'block', role: 'paragraph' };
    case 'w:pStyle':
      return { kind: 'role', role: styles.get(attributes['w:val'] ?? '') ?? 'paragraph' };
    case 'w:outlineLvl':
      return isHeadingLevel(attributes['w:val']) ? { kind: 'role', role: 'subhead' } : { kind: 'inline' };
    case 'w:txbxContent':
      return { kind: 'aside' };
    case 'w:tab':
      return { kind: 'text', text: ' ' };
    case 'w:br':
    case 'w:cr':
      return { kind: 'text', text: '\n' };
    case 'w:noBreakHyphen':
      return { kind: 'text', text: '-' };
    default:
      return { kind: 'inline' };
  }
}

/** Nine stands for body text. */
function isHeadingLevel(level: string | undefined): boolean {
  return level !== undefined && /^[0-8]$/.test(level);
}

/** Roles of the paragraph styles by id. Built-in styles have English names in every language; others are based on them. */
async function readStyleRoles(archive: ZipArchive, name: string): Promise<ReadonlyMap<string, Role>> {
  const bytes = archive.read(name);
  const root = isUnreadable(bytes) ? bytes : await parseXml(bytes);
  const roles = new Map<string, Role>();
  if (isUnreadable(root)) return roles;
  const styles = new Map(listElements(root, 'w:style').map((style) => [style.attributes['w:styleId'] ?? '', style]));
  for (const id of styles.keys()) {
    const role = findStyleRole(styles, id, 0);
    if (role !== undefined) roles.set(id, role);
  }
  return roles;
}

/** Styles are based on each other, in hostile files in a circle. */
const MAX_STYLES = 20;

function findStyleRole(styles: ReadonlyMap<string, XmlElement>, id: string, depth: number): Role | undefined {
  const style = styles.get(id);
  if (style === undefined || depth > MAX_STYLES) return undefined;
  const role = roleOfStyle(valueOf(style, 'w:name'), valueOf(style, 'w:pPr', 'w:outlineLvl'));
  return role ?? findStyleRole(styles, valueOf(style, 'w:basedOn') ?? '', depth + 1);
}

function valueOf(parent: XmlElement, ...path: readonly string[]): string | undefined {
  return findElement(parent, ...path)?.attributes['w:val'];
}

function roleOfStyle(name: string | undefined, level: string | undefined): Role | undefined {
  const folded = name?.toLowerCase() ?? '';
  if (folded === 'title') return 'title';
  if (/^(?:toc \d|table of figures|index \d|toc heading)$/.test(folded)) return 'nothing';
  return /^(?:heading \d|subtitle)$/.test(folded) || isHeadingLevel(level) ? 'subhead' : undefined;
}

async function readProperties(archive: ZipArchive): Promise<DocumentProperties> {
  const bytes = archive.read('docProps/core.xml');
  const root = isUnreadable(bytes) ? bytes : await parseXml(bytes);
  if (isUnreadable(root)) return {};
  return {
    title: findText(root, 'dc:title'),
    author: findText(root, 'dc:creator'),
    created: findText(root, 'dcterms:created'),
    language: findText(root, 'dc:language'),
  };
}
