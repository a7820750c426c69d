import { fold } from '../../../core/text/fold.js';
import { listSpellings, listWordStarts } from '../../../core/text/spellings.js';
import type { ActorMatch } from '../../ports.js';
import { leastShared, MAX_CANDIDATES, pickNearest } from '../../shared/nearWords.js';
import { compareText } from '../../shared/takeBest.js';
import type { Database } from '../database.js';
import { Grams } from '../grams.js';
import { TOP_LENGTH } from '../write/aliasRows.js';
import { ACTOR, type ActorRow, compareActorRows, compareResolved, toActor } from './actors.js';

export const COMPLETION_STATEMENTS = {
  mostMentioned: `SELECT ${ACTOR} FROM actors c WHERE c.mention_count > 0 ORDER BY c.mention_count DESC, c.name, c.id LIMIT ?`,
  all: `SELECT ${ACTOR} FROM actors c WHERE c.mention_count > 0
    ORDER BY instr(c.id, ':?') > 0, c.mention_count DESC, c.name, c.id LIMIT ?`,
  tops: `SELECT t.rank AS rank, ${ACTOR} FROM alias_tops t CROSS JOIN actors c ON c.key = t.actor
    WHERE t.prefix = ?1 AND t.rank >= (SELECT rank FROM
      (SELECT rank FROM alias_tops WHERE prefix = ?1 ORDER BY rank DESC LIMIT ?2) ORDER BY rank LIMIT 1)`,
  starts: `SELECT ${ACTOR} FROM actors c WHERE c.key IN
    (SELECT actor FROM alias_starts WHERE start >= ?1 AND start < ?1 || char(1114111)) AND c.mention_count > 0
    ORDER BY c.rank < 0, c.mention_count DESC, c.name, c.id LIMIT ?2`,
  aliases: 'SELECT alias, count FROM aliases WHERE actor = ?',
  words: 'SELECT key, word FROM words WHERE key IN (SELECT value FROM json_each(?))',
} as const;

/** Actors of which some word of a name starts as typed, most mentioned first; almost so, when none does. */
export function completeActors(database: Database, typed: string, limit: number): readonly ActorMatch[] {
  if (typed.trim() === '') return database.all<ActorRow>(COMPLETION_STATEMENTS.mostMentioned, limit).map(matchByName);
  const prefix = fold(typed);
  const found = listStarting(database, prefix, limit);
  if (found.length > 0) return found.map((row) => match(database, row, prefix));
  return prefix.includes(' ') ? [] : completeFuzzily(database, prefix, limit);
}

function listStarting(database: Database, prefix: string, limit: number): readonly ActorRow[] {
  if (prefix === '') return database.all<ActorRow>(COMPLETION_STATEMENTS.all, limit);
  const rows =
    prefix.length <= TOP_LENGTH
      ? database.all<ActorRow>(COMPLETION_STATEMENTS.tops, prefix, Math.max(1, limit))
      : database.all<ActorRow>(COMPLETION_STATEMENTS.starts, prefix, limit);
  return [...rows].sort((a, b) => compareResolved(a, b) || compareActorRows(a, b)).slice(0, limit);
}

function completeFuzzily(database: Database, word: string, limit: number): readonly ActorMatch[] {
  const candidates = pickNearest(word, () => listSimilarWords(database, word));
  const seen = new Set<number>();
  const found: { readonly row: ActorRow; readonly prefix: string; readonly distance: number }[] = [];
  for (const { word: prefix, distance } of candidates)
    for (const row of database.all<ActorRow>(COMPLETION_STATEMENTS.starts, prefix, limit)) {
      if (!seen.has(row.key)) found.push({ row, prefix, distance });
      seen.add(row.key);
    }
  found.sort((a, b) => a.distance - b.distance || compareResolved(a.row, b.row) || compareActorRows(a.row, b.row));
  return found.slice(0, limit).map(({ row, prefix }) => match(database, row, prefix));
}

/** Words that share most trigrams with this one, then by their letters. */
function listSimilarWords(database: Database, word: string): readonly string[] {
  const counts = new Grams(database).count(word);
  // Of those that share as many as the last one wanted, all are looked at: the letters decide.
  const least = Math.max(leastShared(word), findLeast(counts));
  const keys: number[] = [];
  for (const [key, count] of counts.entries()) if (count >= least) keys.push(key);
  const words = database.all<{ key: number; word: string }>(COMPLETION_STATEMENTS.words, JSON.stringify(keys));
  return [...words]
    .sort((a, b) => (counts[b.key] ?? 0) - (counts[a.key] ?? 0) || compareText(a.word, b.word))
    .slice(0, MAX_CANDIDATES)
    .map((row) => row.word);
}

/** The count that the `MAX_CANDIDATES`-th of the highest has. */
function findLeast(counts: Uint8Array): number {
  const sizes = new Uint32Array(256);
  for (const count of counts) sizes[count] = (sizes[count] ?? 0) + 1;
  let sum = 0;
  for (let count = sizes.length - 1; count > 1; count--) {
    sum += sizes[count] ?? 0;
    if (sum >= MAX_CANDIDATES) return count;
  }
  return 1;
}

/** With the most used alias of those that match: most mentions first, then the shortest, then by its letters. */
function match(database: Database, row: ActorRow, prefix: string): ActorMatch {
  const aliases = database.all<{ alias: string; count: number }>(COMPLETION_STATEMENTS.aliases, row.key);
  const best = [...aliases]
    .sort((a, b) => b.count - a.count || a.alias.length - b.alias.length || compareText(a.alias, b.alias))
    .find(({ alias }) => hasStart(alias, prefix));
  return { actor: toActor(row), alias: best?.alias ?? row.name };
}

function hasStart(alias: string, prefix: string): boolean {
  return listSpellings(alias).some((spelling) => listWordStarts(spelling).some((start) => start.startsWith(prefix)));
}

function matchByName(row: ActorRow): ActorMatch {
  const actor = toActor(row);
  return { actor, alias: actor.name };
}
