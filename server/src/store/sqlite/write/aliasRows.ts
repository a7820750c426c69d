import { listSpellings, listWordStarts } from '../../../core/text/spellings.js';
import type { Database } from '../database.js';
import { Grams } from '../grams.js';

/** What a batch has changed in the names of one actor. */
export interface AliasFlush {
  readonly actor: number;
  readonly deltas: ReadonlyMap<number, { readonly uses: number; readonly count: number }>;
  readonly added: ReadonlyMap<number, string>;
  readonly oldRank: number | null;
  readonly rank: number | null;
}

/** Answers to so few letters are found by rank; longer ones fit few names, and those are simply read. */
export const TOP_LENGTH = 3;

const COUNT = 'UPDATE aliases SET uses = uses + ?, count = count + ? WHERE key = ? RETURNING uses';
const LIST = 'SELECT alias FROM aliases WHERE actor = ?';
const READ = 'SELECT alias FROM aliases WHERE key = ?';
const DELETE = 'DELETE FROM aliases WHERE key = ?';
const ADD_START = 'INSERT INTO alias_starts (start, alias, actor, whole) VALUES (?, ?, ?, ?)';
const DELETE_START = 'DELETE FROM alias_starts WHERE start = ? AND alias = ?';
const ADD_TOP = 'INSERT OR IGNORE INTO alias_tops (prefix, rank, actor) VALUES (?, ?, ?)';
const DELETE_TOP = 'DELETE FROM alias_tops WHERE prefix = ? AND rank = ? AND actor = ?';
const FIND_WORD = 'SELECT key FROM words WHERE word = ?';
const ADD_WORD = 'INSERT INTO words (word) VALUES (?)';
const DELETE_WORD = 'DELETE FROM words WHERE key = ?';
// A start begins with the word alone or with the word and a space; „!" is what follows a space.
const IS_USED = `SELECT 1 FROM alias_starts WHERE start = ?1
  UNION ALL SELECT 1 FROM alias_starts WHERE start > ?1 || ' ' AND start < ?1 || '!' LIMIT 1`;

/** Writes what has changed, and files new names under all that finds them; names that no article uses any more leave nothing. */
export function flushAliases(database: Database, flush: AliasFlush): void {
  const { actor, deltas, added, oldRank, rank } = flush;
  for (const [alias, name] of added) addAlias(database, alias, actor, name);
  const gone: string[] = [];
  for (const [alias, { uses, count }] of deltas) {
    const row = database.get<{ uses: number }>(COUNT, uses, count, alias);
    if (row?.uses === 0) gone.push(deleteAlias(database, alias));
  }
  if (oldRank === rank && gone.length === 0 && added.size === 0) return;
  const kept = listPrefixes(database.all<{ alias: string }>(LIST, actor).map(({ alias }) => alias));
  if (oldRank !== null) {
    const stale = new Set([...listPrefixes(gone), ...(oldRank === rank ? [] : kept)]);
    for (const prefix of stale)
      if (oldRank !== rank || !kept.has(prefix)) database.run(DELETE_TOP, prefix, oldRank, actor);
  }
  if (rank === null) return;
  for (const prefix of kept) database.run(ADD_TOP, prefix, rank, actor);
}

function addAlias(database: Database, alias: number, actor: number, name: string): void {
  const { keys, starts } = listStarts(name);
  for (const start of starts) {
    addWord(database, firstWordOf(start));
    database.run(ADD_START, start, alias, actor, keys.has(start) ? 1 : 0);
  }
}

function deleteAlias(database: Database, alias: number): string {
  const name = database.get<{ alias: string }>(READ, alias)?.alias ?? '';
  database.run(DELETE, alias);
  const { starts } = listStarts(name);
  for (const start of starts) database.run(DELETE_START, start, alias);
  for (const word of new Set([...starts].map(firstWordOf))) dropWord(database, word);
  return name;
}

function addWord(database: Database, word: string): void {
  if (database.get(FIND_WORD, word) !== undefined) return;
  const key = database.insert(ADD_WORD, word);
  new Grams(database).add(key, word);
}

function dropWord(database: Database, word: string): void {
  if (database.get(IS_USED, word) !== undefined) return;
  const key = database.get<{ key: number }>(FIND_WORD, word)?.key;
  if (key === undefined) return;
  database.run(DELETE_WORD, key);
  new Grams(database).delete(key, word);
}

function listStarts(name: string): { readonly keys: ReadonlySet<string>; readonly starts: ReadonlySet<string> } {
  const keys = listSpellings(name);
  return { keys: new Set(keys), starts: new Set(keys.flatMap(listWordStarts)) };
}

function listPrefixes(names: readonly string[]): ReadonlySet<string> {
  const starts = names.flatMap((name) => [...listStarts(name).starts]);
  return new Set(
    starts.flatMap((start) =>
      Array.from({ length: Math.min(TOP_LENGTH, start.length) }, (_, i) => start.slice(0, i + 1)),
    ),
  );
}

function firstWordOf(start: string): string {
  const space = start.indexOf(' ');
  return space < 0 ? start : start.slice(0, space);
}
