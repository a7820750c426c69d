import { fold } from '../text/fold.js';
import { memoise } from './memo.js';
import { isJoined, type Word } from './words.js';

/** Values by sequences of folded words. A look-up reads only as far as the longest name with the same first word. */
export interface NameTable<T> {
  /** Keys are folded words with single spaces. */
  readonly byKey: ReadonlyMap<string, readonly T[]>;
  /** Words of the longest key by first word. */
  readonly longest: ReadonlyMap<string, number>;
}

/** The stretch `words[first, end)` and what the table has for it. */
export interface NameHit<T> {
  readonly first: number;
  readonly end: number;
  readonly values: readonly T[];
}

/** Builds a table from key and value pairs; a key may come more than once. Linear. */
export function buildNameTable<T>(entries: Iterable<readonly [key: string, value: T]>): NameTable<T> {
  const byKey = new Map<string, T[]>();
  const longest = new Map<string, number>();
  for (const [key, value] of entries) {
    const known = byKey.get(key);
    if (known) known.push(value);
    else byKey.set(key, [value]);
    const space = key.indexOf(' ');
    const first = space < 0 ? key : key.slice(0, space);
    const count = space < 0 ? 1 : key.split(' ').length;
    if (count > (longest.get(first) ?? 0)) longest.set(first, count);
  }
  return { byKey, longest };
}

/** The key of a name as it is written: „Nato-Russland-Rat" and „U.S." become `nato russland rat` and `u s`. */
export function nameKey(name: string): string {
  let key = '';
  let isApart = false;
  for (const char of name) {
    const folded = foldChar(char);
    if (folded === ' ') isApart = key !== '';
    else if (folded !== '') {
      key += isApart ? ` ${folded}` : folded;
      isApart = false;
    }
  }
  return key;
}

/** `fold` of one character; everything but letters and digits becomes a space, apostrophes and combining marks nothing. */
const foldChar = memoise((char) => {
  const folded = fold(char);
  return folded === '' ? (/[\p{M}\u00ad'’]/u.test(char) ? '' : ' ') : folded.replace(/[^\p{L}\p{N}]+/gu, ' ');
});

/** The names that start at `words[first]`, longest first. */
export function listHits<T>(table: NameTable<T>, words: readonly Word[], first: number): readonly NameHit<T>[] {
  const start = words[first];
  const most = start === undefined ? undefined : table.longest.get(start.folded);
  if (start === undefined || most === undefined) return [];
  const hits: NameHit<T>[] = [];
  let key = '';
  for (let end = first + 1; end <= first + most; end++) {
    const word = words[end - 1];
    if (word === undefined || (end > first + 1 && !isJoined(word))) break;
    key = key === '' ? word.folded : `${key} ${word.folded}`;
    const values = table.byKey.get(key);
    if (values) hits.push({ first, end, values });
  }
  return hits.reverse();
}
