import { type ActorId, type ActorKind, isUnresolved } from '../../../core/facts.js';
import { chooseLook, type LookKey, lookKeyOf, type LookTally, ORIGINS, originOf } from '../../shared/actorLook.js';
import { Tally } from '../../shared/tally.js';
import type { Database } from '../database.js';
import { parseList } from '../stored.js';
import { flushAliases } from './aliasRows.js';
import type { ActorDelta, Deltas } from './deltas.js';
import type { Intern } from './intern.js';

interface ActorRow {
  readonly id: ActorId;
  readonly kind: ActorKind | null;
  readonly name: string | null;
  readonly state: string | null;
  readonly article_count: number;
  readonly looks: string;
  readonly refs: number;
  readonly rank: number | null;
  readonly mention_count: number;
}

const READ = 'SELECT id, kind, name, state, looks, refs, rank, mention_count, article_count FROM actors WHERE key = ?';
const DELETE = 'DELETE FROM actors WHERE key = ?';
const COUNT_REFS = 'UPDATE actors SET refs = ? WHERE key = ?';
const UPDATE = `UPDATE actors SET kind = ?2, name = ?3, state = ?4, certainty = ?5, looks = ?6, refs = ?7, rank = ?8,
  mention_count = mention_count + ?9, passage_count = passage_count + ?10, article_count = article_count + ?11,
  copies = copies + ?12,
  first_day = (SELECT day FROM actor_articles WHERE actor = ?1 AND day > 0 ORDER BY day LIMIT 1),
  last_day = (SELECT day FROM actor_articles WHERE actor = ?1 AND day > 0 ORDER BY day DESC LIMIT 1)
  WHERE key = ?1`;
const ADD_YEAR = `INSERT INTO actor_years (actor, year, count) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count`;
const DROP_YEARS = 'DELETE FROM actor_years WHERE actor = ? AND count = 0';
const ADD_NEIGHBOUR = `INSERT INTO neighbours (actor, other, count) VALUES (?, ?, ?)
  ON CONFLICT DO UPDATE SET count = count + excluded.count`;
const DROP_NEIGHBOUR = 'DELETE FROM neighbours WHERE actor = ? AND other = ? AND count = 0';

/** Unresolved names come behind all others, whatever their number. */
const UNRESOLVED = -64;

/** Writes what a batch has changed in actors. */
export function flushActors(database: Database, deltas: Deltas, intern: Intern): void {
  for (const [key, delta] of deltas.actors) flushActor(database, { key, delta, totals: deltas.totals, intern });
}

interface Flush {
  readonly key: number;
  readonly delta: ActorDelta;
  readonly totals: Tally<string>;
  readonly intern: Intern;
}

function flushActor(database: Database, flush: Flush): void {
  const { key, delta } = flush;
  const row = database.get<ActorRow>(READ, key);
  if (row === undefined) return;
  if (isUntouched(delta)) {
    if (delta.refs !== 0) countRefs(database, key, row.refs + delta.refs);
    return;
  }
  flushSums(database, key, delta);
  const mentions = row.mention_count + delta.mentions;
  const looks = addLooks(row, delta.looks);
  const look = chooseLook(looks);
  const rank = rankOf(row.id, mentions);
  const { added, dropped } = { added: flush.intern.newAliases.get(key), dropped: delta.aliases };
  flushAliases(database, { actor: key, deltas: dropped, added: added ?? new Map(), oldRank: row.rank, rank });
  countTotals(flush.totals, row, mentions > 0 ? look.kind : null);
  if (row.refs + delta.refs === 0) {
    database.run(DELETE, key);
    return;
  }
  const { kind, name, state = null, certainty } = look;
  const sums = [delta.mentions, delta.passages, delta.articles, delta.copies];
  const shown = [kind, name, state, certainty, printLooks(looks), row.refs + delta.refs, rank];
  database.run(UPDATE, key, ...shown, ...sums);
}

/** Whether only tellings that name the actor have come or gone. */
function isUntouched({ articles, mentions, copies, looks, aliases }: ActorDelta): boolean {
  return articles === 0 && mentions === 0 && copies === 0 && looks.size === 0 && aliases.size === 0;
}

function countRefs(database: Database, key: number, refs: number): void {
  if (refs === 0) database.run(DELETE, key);
  else database.run(COUNT_REFS, refs, key);
}

function flushSums(database: Database, key: number, { years, neighbours }: ActorDelta): void {
  for (const [year, count] of years.entries()) database.run(ADD_YEAR, key, year, count);
  if ([...years.entries()].some(([, count]) => count < 0)) database.run(DROP_YEARS, key);
  for (const [other, count] of neighbours.entries()) {
    database.run(ADD_NEIGHBOUR, key, other, count);
    if (count < 0) database.run(DROP_NEIGHBOUR, key, other);
  }
}

/** The logarithm of the mentions: names are ordered by it for completion, and it changes seldom. */
function rankOf(id: ActorId, mentions: number): number | null {
  if (mentions <= 0) return null;
  return Math.floor(Math.log2(mentions)) + (isUnresolved(id) ? UNRESOLVED : 0);
}

/**
 * Looks of an actor as its row holds them: `[key, count]` in turn. Most actors have one look, that of all their articles: the row shows it,
 * and only its origin is noted.
 */
function addLooks({ looks: stored, kind, name, state, article_count: articles }: ActorRow, more: LookTally): LookTally {
  const looks: LookTally = new Tally<LookKey>();
  const origin = ORIGINS[Number(stored)];
  if (stored !== '' && origin !== undefined && kind !== null)
    looks.add(lookKeyOf({ origin, kind, name: name ?? '', ...(state !== null && { state }) }), articles);
  else for (const [look, count] of parseList(stored) as readonly [LookKey, number][]) looks.add(look, count);
  for (const [look, count] of more.entries()) looks.add(look, count);
  return looks;
}

function printLooks(looks: LookTally): string {
  const entries = [...looks.entries()];
  const [first, ...others] = entries;
  return first !== undefined && others.length === 0 ? String(originOf(first[0])) : JSON.stringify(entries);
}

/** Numbers of actors, in all and of each kind. */
function countTotals(
  totals: Tally<string>,
  { mention_count: before, kind: oldKind }: ActorRow,
  kind: string | null,
): void {
  if (before > 0) {
    totals.add('actors', -1);
    totals.add(`actors ${oldKind ?? ''}`, -1);
  }
  if (kind === null) return;
  totals.add('actors', 1);
  totals.add(`actors ${kind}`, 1);
}
