import type { DataFiles } from '../language/dataFiles.js';
import { listValues, parseTable, type Row } from '../language/table.js';
import type { Problem } from '../problem.js';
import { fold } from '../text/fold.js';

/** What a line of a page is, when it is no part of the article. */
export type FurnitureClass = 'interface' | 'promo' | 'related' | 'tags' | 'caption' | 'end';

/** How the words of a furniture line were matched: a whole-line heading rules what follows it. */
export interface FurnitureHit {
  readonly class: FurnitureClass;
  readonly match: 'line' | 'prefix' | 'suffix' | 'contains';
}

/** Known furniture lines and outlets, compared after folding. */
export interface FurnitureLexicon {
  readonly lines: ReadonlyMap<string, FurnitureClass>;
  /** By their first word. */
  readonly prefixes: ReadonlyMap<string, readonly FurniturePart[]>;
  readonly suffixes: readonly FurniturePart[];
  readonly contained: readonly FurniturePart[];
  /** Whether a folded line has any of the contained parts. */
  readonly containing: RegExp;
  /** Folded outlet name or form → outlet name. */
  readonly outlets: ReadonlyMap<string, string>;
  /** Folded last words of newspaper names; those of `outletCompounds` make a name also as the end of a word, or as the first word. */
  readonly outletHeads: ReadonlySet<string>;
  readonly outletCompounds: ReadonlySet<string>;
}

interface FurniturePart {
  readonly text: string;
  readonly class: FurnitureClass;
}

const TABLES = ['language/de/furniture.tsv', 'language/en/furniture.tsv'];
const OUTLETS = 'outlets.tsv';

/**
 * Compiles the furniture and outlet tables, with `more` tables of the same form. Rows with an unknown class are problems and left out.
 */
export function parseFurniture(
  files: DataFiles,
  more: readonly string[] = [],
): { furniture: FurnitureLexicon; problems: readonly Problem[] } {
  const tables = [...TABLES, ...more].map((path) => parseTable(path, files.get(path) ?? ''));
  const outletTable = parseTable(OUTLETS, files.get(OUTLETS) ?? '');
  const rows = tables.flatMap((table) => table.rows);
  return {
    furniture: { ...compileLines(rows), ...compileOutlets(outletTable.rows) },
    problems: [...tables, outletTable].flatMap((table) => table.problems),
  };
}

function compileLines(rows: readonly Row[]): Omit<FurnitureLexicon, `outlet${string}`> {
  const lines = new Map<string, FurnitureClass>();
  const prefixes = new Map<string, FurniturePart[]>();
  const suffixes: FurniturePart[] = [];
  const contained: FurniturePart[] = [];
  for (const row of rows) {
    const part: FurniturePart = { text: fold(row['text'] ?? ''), class: row['class'] as FurnitureClass };
    if (row['match'] === 'line') lines.set(part.text, part.class);
    else if (row['match'] === 'prefix')
      prefixes.set(firstWord(part.text), [...(prefixes.get(firstWord(part.text)) ?? []), part]);
    else if (row['match'] === 'suffix') suffixes.push(part);
    else if (row['match'] === 'contains') contained.push(part);
  }
  return { lines, prefixes, suffixes, contained, containing: createPattern(contained) };
}

/** One search for all parts. */
function createPattern(parts: readonly FurniturePart[]): RegExp {
  const texts = parts.map(({ text }) => text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'));
  return new RegExp(texts.length === 0 ? '(?!)' : texts.join('|'));
}

/** A sign is a word too: „©". */
function firstWord(folded: string): string {
  let end = 0;
  while (isPlainWord(folded.charCodeAt(end))) end++;
  if (end > 0 && !(folded.charCodeAt(end) > 0x7f)) return folded.slice(0, end);
  return /^(?:[\p{L}\p{N}]+|.)?/u.exec(folded)?.[0] ?? '';
}

/** a–z, 0–9; false for no code at all. */
function isPlainWord(code: number): boolean {
  return (code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39);
}

function compileOutlets(rows: readonly Row[]): Pick<FurnitureLexicon, 'outlets' | 'outletHeads' | 'outletCompounds'> {
  const outlets = new Map<string, string>();
  const outletHeads = new Set<string>();
  const outletCompounds = new Set<string>();
  for (const row of rows) {
    const name = row['name'] ?? '';
    if (row['match'] === 'head' || row['match'] === 'compound') outletHeads.add(fold(name));
    if (row['match'] === 'compound') outletCompounds.add(fold(name));
    else if (row['match'] !== 'head')
      for (const form of [name, ...listValues(row['forms'])]) outlets.set(fold(form), name);
  }
  return { outlets, outletHeads, outletCompounds };
}

/** A longer line is told by its beginning alone; prefixes are shorter than that. */
const LONGEST = 200;
const BEGINNING = 100;

/** Whether only the beginning of a line tells something. */
export function isLongLine(line: string): boolean {
  return line.length > LONGEST;
}

/** What a line is compared by: folded, of a long one its beginning. */
export function foldLine(line: string): string {
  return fold(isLongLine(line) ? line.slice(0, BEGINNING) : line);
}

/**
 * The furniture class of a line by the words in it; undefined when the words alone do not tell. `folded` is `foldLine(line)`, where it is
 * known.
 */
export function findFurniture(
  line: string,
  furniture: FurnitureLexicon,
  whole = foldLine(line),
): FurnitureHit | undefined {
  const isLong = isLongLine(line);
  const folded = withoutMarks(whole);
  const known = isLong ? undefined : furniture.lines.get(folded);
  if (known !== undefined) return { class: known, match: 'line' };
  const prefix = furniture.prefixes.get(firstWord(folded))?.find(({ text }) => startsWith(folded, text));
  if (prefix) return { class: prefix.class, match: 'prefix' };
  if (isLong) return undefined;
  const suffix = furniture.suffixes.find(({ text }) => folded.endsWith(text));
  if (suffix) return { class: suffix.class, match: 'suffix' };
  if (!furniture.containing.test(folded)) return undefined;
  const contained = furniture.contained.find(({ text }) => folded.includes(text));
  return contained && { class: contained.class, match: 'contains' };
}

/** „→ Mehr zum Thema:“, „(Reporting by …“: what marks a line is not part of its words. */
function withoutMarks(folded: string): string {
  const isBare = isPlainWord(folded.charCodeAt(0)) && !/[\s:>]$/.test(folded.slice(-1));
  return isBare ? folded : folded.replace(MARKS, '');
}
const MARKS = /^[^\p{L}\p{N}©#(]+|^\((?!c\))|[\s:>]+$/gu;

/** „Stand" is not the beginning of „Standort": a prefix ends where a word does. */
function startsWith(folded: string, prefix: string): boolean {
  if (!folded.startsWith(prefix)) return false;
  const next = folded.charAt(prefix.length);
  return next === '' || !/[\p{L}\p{N}]/u.test(next) || !/[\p{L}\p{N}]$/u.test(prefix);
}

/**
 * The outlet that a header line or a caption's source names; undefined when it is not known as one. `foldedLine` is `fold(line)`, where it is
 * known.
 */
export function findOutlet(line: string, furniture: FurnitureLexicon, foldedLine = fold(line)): string | undefined {
  const name = withoutAddition(line.trim());
  const folded = name.length === line.length ? foldedLine : fold(name);
  const known = furniture.outlets.get(folded);
  if (known !== undefined) return known;
  const words = folded.split(' ');
  if (words.length > 4 || !/^\p{Lu}/u.test(name)) return undefined;
  return isOutletName(words, furniture) && /\p{Lu}\S*$/u.test(name) ? name : undefined;
}

/** „Agentur Nordlicht (anl)“; „landpost.example": sites whose name is their address. */
function withoutAddition(name: string): string {
  return /[.)]/.test(name) ? name.replace(/\s*\([\p{L}]{2,5}\)$|(?<=^[\p{L}-]{4,40})\.\p{Ll}{2,10}$/gu, '') : name;
}

/** „Südtaler Zeitung", „Hafenbote", „Zeitung am See", „Abendblatt Seestadt": what newspapers are called by is the last word, its end, or the first. */
function isOutletName(words: readonly string[], { outletHeads, outletCompounds }: FurnitureLexicon): boolean {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  const isCompound = endsWithHead(last, outletCompounds, 3);
  if (isCompound || words.length === 1) return isCompound;
  // „Post aus Moskau“ is a column.
  return outletHeads.has(last) || (first.length > 5 && endsWithHead(first, outletCompounds, 0));
}

/** Whether one of the heads ends the word, with so many letters before it at least. */
function endsWithHead(word: string, heads: ReadonlySet<string>, before: number): boolean {
  for (const head of heads) if (word.length >= head.length + before && word.endsWith(head)) return true;
  return false;
}
