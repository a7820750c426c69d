import type { DataFiles } from '../language/dataFiles.js';
import { listValues, parseTable, type Row } from '../language/table.js';
import type { Problem } from '../problem.js';
import { fold } from '../text/fold.js';

/** What a line of a page is, when it is no part of the article. */
export type FurnitureClass = 'interface' | 'related' | 'tags' | 'caption' | 'end';

/** How the words of a furniture line were matched: a whole-line heading rules what follows it. */
export interface FurnitureHit {
  readonly class: FurnitureClass;
  readonly match: 'line' | 'prefix' | 'suffix' | 'contains';
}

/** Known furniture lines and outlets, compared after folding. */
export interface FurnitureLexicon {
  readonly lines: ReadonlyMap<string, FurnitureClass>;
  readonly parts: readonly {
    readonly match: 'prefix' | 'suffix' | 'contains';
    readonly text: string;
    readonly class: FurnitureClass;
  }[];
  /** Folded outlet name or form → outlet name. */
  readonly outlets: ReadonlyMap<string, string>;
  /** Folded last words of newspaper names. */
  readonly outletHeads: ReadonlySet<string>;
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
  const lines = new Map<string, FurnitureClass>();
  const parts: FurnitureLexicon['parts'][number][] = [];
  for (const row of rows) {
    const text = fold(row['text'] ?? '');
    const kind = row['class'] as FurnitureClass;
    const match = row['match'];
    if (match === 'line') lines.set(text, kind);
    else if (match === 'prefix' || match === 'suffix' || match === 'contains') parts.push({ match, text, class: kind });
  }
  return {
    furniture: { lines, parts, ...compileOutlets(outletTable.rows) },
    problems: [...tables, outletTable].flatMap((table) => table.problems),
  };
}

function compileOutlets(rows: readonly Row[]): Pick<FurnitureLexicon, 'outlets' | 'outletHeads'> {
  const outlets = new Map<string, string>();
  const outletHeads = new Set<string>();
  for (const row of rows) {
    const name = row['name'] ?? '';
    if (row['match'] === 'head') outletHeads.add(fold(name));
    else for (const form of [name, ...listValues(row['forms'])]) outlets.set(fold(form), name);
  }
  return { outlets, outletHeads };
}

/** The furniture class of a line by the words in it; undefined when the words alone do not tell. */
export function findFurniture(line: string, furniture: FurnitureLexicon): FurnitureHit | undefined {
  const folded = fold(line).replace(/[\s:>]+$/u, '');
  const whole = furniture.lines.get(folded);
  if (whole !== undefined) return { class: whole, match: 'line' };
  for (const part of furniture.parts) {
    if (part.match === 'contains' ? folded.includes(part.text) : startsOrEnds(folded, part)) {
      return { class: part.class, match: part.match };
    }
  }
  return undefined;
}

function startsOrEnds(folded: string, part: FurnitureLexicon['parts'][number]): boolean {
  if (part.match === 'suffix') return folded.endsWith(part.text);
  if (!folded.startsWith(part.text)) return false;
  // „Stand" is not the beginning of „Standort": a prefix ends where a word does.
  const next = folded.charAt(part.text.length);
  return next === '' || !/[\p{L}\p{N}]/u.test(next) || !/[\p{L}\p{N}]$/u.test(part.text);
}

/** The outlet that a header line or a caption's source names; undefined when it is not known as one. */
export function findOutlet(line: string, furniture: FurnitureLexicon): string | undefined {
  const name = line.trim().replace(/\s*\([\p{L}]{2,5}\)$/u, '');
  const folded = fold(name);
  const known = furniture.outlets.get(folded);
  if (known !== undefined) return known;
  const words = folded.split(' ');
  const last = words.at(-1) ?? '';
  if (words.length < 2 || words.length > 4 || !/^\p{Lu}/u.test(name)) return undefined;
  // „Hafenbote" is a Bote: the head of a compound counts like a word of its own.
  const isHead = [...furniture.outletHeads].some((head) => last === head || (head.length >= 4 && last.endsWith(head)));
  return isHead ? name : undefined;
}
