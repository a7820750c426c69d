import { fold } from '../text/fold.js';
import { memoise } from '../text/memo.js';
import { isJoined, type Word } from './words.js';

/** What look-ups need of a map: the values may be made when they are asked for. */
export type Lookup<T> = Pick<ReadonlyMap<string, T>, 'get' | 'has' | 'size'>;

/** Values by sequences of folded words. A look-up reads only as far as the longest name with the same first word. */
export interface NameTable<T> {
  /** Keys are folded words with single spaces. */
  readonly byKey: Lookup<readonly T[]>;
  /** Words of the longest key by first word; missing where no key has more than one. */
  readonly longest: ReadonlyMap<string, number>;
}

/** A table whose names can be listed. */
export interface BuiltNames<T> extends NameTable<T> {
  readonly byKey: ReadonlyMap<string, readonly T[]>;
}

/** The stretch `words[first, end)` and what the table has for it. */
export interface NameHit<T> {
  readonly first: number;
  readonly end: number;
  readonly values: readonly T[];
}

/** Takes a key and a value into a table that is being built; a key may come more than once. */
export type AddName<T> = (key: string, value: T) => void;

/** Builds a table: `fill` gives it its names. Linear. */
export function buildNameTable<T>(fill: (add: AddName<T>) => void): BuiltNames<T> {
  const byKey = new Map<string, T[]>();
  const longest = new Map<string, number>();
  fill((key, value) => {
    const known = byKey.get(key);
    if (known) known.push(value);
    else {
      byKey.set(key, [value]);
      noteLength(longest, key);
    }
  });
  return { byKey, longest };
}

function noteLength(longest: Map<string, number>, key: string): void {
  const space = key.indexOf(' ');
  if (space < 0) return;
  const first = key.slice(0, space);
  let count = 1;
  for (let i = space; i >= 0; i = key.indexOf(' ', i + 1)) count++;
  if (count > (longest.get(first) ?? 0)) longest.set(first, count);
}

/** The key of a name as it is written: „Nato-Russland-Rat" and „U.S." become `nato russland rat` and `u s`. */
export function nameKey(name: string): string {
  return SIMPLE.test(name) ? name.toLowerCase() : foldName(name);
}

const SIMPLE = /^[A-Za-z0-9]+(?: [A-Za-z0-9]+)*$/;

function foldName(name: string): string {
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

/** The names that start at `words[first]`, longest first; the last word may have the s of a genitive. */
export function listHits<T>(table: NameTable<T>, words: readonly Word[], first: number): readonly NameHit<T>[] {
  const start = words[first];
  if (start === undefined) return [];
  const single = findValues(table, start.folded);
  const most = table.longest.get(start.folded) ?? 1;
  const hits: NameHit<T>[] = single === undefined ? [] : [{ first, end: first + 1, values: single }];
  let key = start.folded;
  for (let end = first + 2; end <= first + most; end++) {
    const word = words[end - 1];
    if (word === undefined || !isJoined(word)) break;
    key = `${key} ${word.folded}`;
    const values = findValues(table, key);
    if (values) hits.push({ first, end, values });
  }
  return hits.reverse();
}

function findValues<T>({ byKey }: NameTable<T>, key: string): readonly T[] | undefined {
  return byKey.get(key) ?? (key.endsWith('s') ? byKey.get(key.slice(0, -1)) : undefined);
}
