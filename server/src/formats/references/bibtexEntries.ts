import type { Span } from '../../core/text/span.js';
import { type EntryProblems, MAX_ENTRIES, MAX_ENTRY } from './referenceFile.js';

/** An entry of a BibTeX file: its fields in lower case, with their values as they stand there, macros put in. */
export interface BibtexEntry {
  readonly key: string;
  readonly fields: ReadonlyMap<string, string>;
  readonly start: number;
  readonly end: number;
}

/** An entry's beginning, with the white space before it at the beginning of a line. */
const START = /(?:^[ \t]*)?@[ \t]*(\p{L}+)\s*[{(]/gmu;

/**
 * Splits a BibTeX file into entries. A faulty one becomes a problem at its place, and reading goes on where the next one begins a line:
 * no entry reaches over that, so that one open brace does not swallow the rest. Comments and preambles are passed over. Linear in the
 * length of the text.
 */
export function listBibtexEntries(text: string, problems: EntryProblems): readonly BibtexEntry[] {
  const entries: BibtexEntry[] = [];
  const macros = new Map(MONTHS.map((month, index) => [month, String(index + 1)]));
  for (const block of listBlocks(text)) {
    let at = block.start;
    while (at < block.end && entries.length < MAX_ENTRIES) {
      START.lastIndex = at;
      const start = START.exec(text);
      if (start === null || start.index >= block.end) break;
      const cursor = new Cursor(text, start.index + start[0].length, Math.min(block.end, start.index + MAX_ENTRY));
      const read = readEntry(cursor, (start[1] ?? '').toLowerCase(), macros);
      if (read === 'fault') problems.add(start.index, block.end, FAULT);
      else if (read !== undefined) entries.push({ ...read, start: start.index, end: cursor.at });
      at = read === 'fault' ? block.end : cursor.at;
    }
  }
  return entries;
}

const FAULT = 'this entry has no end or is not written as BibTeX wants it: it is not used';

/** From each line that begins an entry to the next. */
function listBlocks(text: string): readonly Span[] {
  START.lastIndex = 0;
  const starts = [...text.matchAll(START)].map(({ index }) => index).filter((index) => isLineStart(text, index));
  return [0, ...starts].map((start, i) => ({ start, end: starts[i] ?? text.length }));
}

function isLineStart(text: string, index: number): boolean {
  return index === 0 || /[\r\n]/.test(text.charAt(index - 1));
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const PASSED_OVER: ReadonlySet<string> = new Set(['comment', 'preamble']);

type Entry = Pick<BibtexEntry, 'key' | 'fields'>;

/** The entry; undefined for what is none (a macro is noted). */
function readEntry(cursor: Cursor, type: string, macros: Map<string, string>): Entry | undefined | 'fault' {
  if (PASSED_OVER.has(type)) return cursor.passOver() ? undefined : 'fault';
  const key = type === 'string' ? '' : cursor.take(/[^,\s{}()"=]*(?=\s*[,})])/y);
  if (key === undefined) return 'fault';
  const fields = new Map<string, string>();
  if (type !== 'string') cursor.take(/\s*,/y);
  while (cursor.take(/\s*[})]/y) === undefined) {
    const name = cursor
      .take(/\s*[\p{L}\p{N}_:+.-]+\s*=/uy)
      ?.slice(0, -1)
      .trim()
      .toLowerCase();
    const value = name === undefined ? undefined : readValue(cursor, macros);
    if (name === undefined || value === undefined) return 'fault';
    if (!fields.has(name)) fields.set(name, value);
    cursor.take(/\s*,/y);
  }
  if (type !== 'string') return { key, fields };
  for (const [name, value] of fields) macros.set(name, value);
  return undefined;
}

/** „{…} # macro # "…" # 12": the parts as one text. */
function readValue(cursor: Cursor, macros: ReadonlyMap<string, string>): string | undefined {
  let value = '';
  do {
    const part = readPart(cursor, macros);
    if (part === undefined || value.length > MAX_ENTRY) return undefined;
    value += part;
  } while (cursor.take(/\s*#/y) !== undefined);
  return value;
}

function readPart(cursor: Cursor, macros: ReadonlyMap<string, string>): string | undefined {
  cursor.take(/\s*/y);
  const bare = cursor.take(/[\p{L}\p{N}_:+.-]+/uy);
  return bare === undefined
    ? cursor.takeDelimited()
    : (macros.get(bare.toLowerCase()) ?? (/^\d+$/.test(bare) ? bare : ''));
}

/** A place in the file that goes forward. */
class Cursor {
  readonly #text: string;
  readonly #limit: number;
  at: number;

  constructor(text: string, at: number, limit: number) {
    this.#text = text;
    this.at = at;
    this.#limit = limit;
  }

  /** What a sticky pattern finds here; the cursor goes behind it. */
  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#text)?.[0];
    if (found === undefined || this.at + found.length > this.#limit) return undefined;
    this.at += found.length;
    return found;
  }

  /** What stands between braces or quotation marks, inner braces with it. */
  takeDelimited(): string | undefined {
    const opening = this.#text.charAt(this.at);
    if (opening !== '{' && opening !== '"') return undefined;
    const start = ++this.at;
    const end = this.#findEnd(opening === '"' ? '"' : '}');
    return end === undefined ? undefined : this.#text.slice(start, end);
  }

  /** Goes behind the end of what was opened before. */
  passOver(): boolean {
    return this.#findEnd('}') !== undefined;
  }

  #findEnd(closing: '"' | '}'): number | undefined {
    for (let depth = 0; this.at < this.#limit; this.at++) {
      const character = this.#text.charAt(this.at);
      if (character === '\\') this.at += 1;
      else if (depth === 0 && character === closing) return this.at++;
      else if (character === '{') depth += 1;
      else if (character === '}') depth -= 1;
      if (depth < 0) return undefined;
    }
    return undefined;
  }
}
