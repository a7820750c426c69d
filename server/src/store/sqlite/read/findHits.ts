import { fold } from '../../../core/text/fold.js';
import type { Choice, PassageQuery } from '../../ports.js';
import { holdsWords, isChosen } from '../../shared/choice.js';
import { lastDayOf, liesIn } from '../../shared/dateRange.js';
import type { Phrase } from '../../shared/textMatch.js';
import type { Database } from '../database.js';
import { PASSAGES_OF_DAY, toDate, toDay } from '../days.js';
import { hashName, type Names } from '../names.js';
import { type RowPlaces, type RowPassage, unpackPlaces } from '../rowFacts.js';
import { FACTS, type FactsRow } from './evidence.js';
import { type MatchQuery, matchPhrase, toMatchQuery } from './matchQuery.js';
import { getTotal } from './summaries.js';

/** So many hits are listed, the newest: more would take longer than somebody waits who types. */
const MAX_LISTED = 2000;
/** Among so many hits, the newest, those of a frequent actor, event or outlet are looked for. */
const MAX_LOOKED_AT = 4000;
/** Of a common word so many passages, the newest, are compared with those of an actor or event. */
const MAX_MATCHED = 20_000;
/** Words of so many passages are common: what the rest of them are is not worth the time. */
const COMMON = 2500;
/** Of an actor or event with no more articles than this, all passages are looked at. */
const MAX_DRIVING = 1000;

const RANGE = 'rowid >= ?1 AND rowid < ?2';
const LAST = 'ORDER BY rowid DESC LIMIT ?3';
const HOLDS = (
  table: string,
  column: string,
  list: string,
): string => `NOT EXISTS (SELECT 1 FROM json_each(${list}) g WHERE NOT EXISTS
  (SELECT 1 FROM json_each(g.value) t CROSS JOIN ${table} s WHERE s.${column} = t.value AND s.day = a.day AND s.article = a.key))`;
const HOLDER = '(SELECT key FROM articles WHERE passage <= h.place ORDER BY passage DESC LIMIT 1)';
const PLACED = `SELECT h.place, a.passage, a.outlet, ${FACTS} FROM (SELECT value AS place FROM json_each(?1)) h
  CROSS JOIN articles a ON a.key = ${HOLDER}`;

export const SEARCH_STATEMENTS = {
  newest: `SELECT rowid AS place FROM passages WHERE passages MATCH ?4 AND ${RANGE} ${LAST}`,
  among: `SELECT place FROM (SELECT rowid AS place FROM passages WHERE passages MATCH ?1 ORDER BY rowid DESC
    LIMIT ${String(MAX_MATCHED)}) WHERE place IN (SELECT value FROM json_each(?2))`,
  negated: `SELECT rowid AS place FROM passages WHERE ${RANGE}
    AND rowid NOT IN (SELECT rowid FROM passages WHERE passages MATCH ?4) ${LAST}`,
  all: `SELECT rowid AS place FROM passages WHERE ${RANGE} ${LAST}`,
  count: `SELECT count(*) AS count FROM (SELECT 1 FROM passages WHERE passages MATCH ? LIMIT ${String(COMMON)})`,
  passages: 'SELECT passage, facts FROM articles WHERE hash = ? AND id = ?',
  placed: PLACED,
  placedNarrow: `${PLACED} WHERE ${HOLDS('actor_articles', 'actor', '?2')} AND ${HOLDS('event_articles', 'event', '?3')}`,
  articlesOf: {
    actors: `SELECT a.passage, a.facts FROM actor_articles s CROSS JOIN articles a ON a.key = s.article WHERE s.actor = ? LIMIT ?`,
    events: `SELECT a.passage, a.facts FROM event_articles s CROSS JOIN articles a ON a.key = s.article WHERE s.event = ? LIMIT ?`,
  },
} as const;

export interface Hit {
  readonly place: number;
}

/** What the index finds. */
export interface FoundHits {
  /** Newest first. */
  readonly hits: readonly Hit[];
  /** Whether nothing but what is asked for was found; else the texts decide. */
  readonly isExact: boolean;
}

/** A hit with the article that holds it. */
export interface PlacedHit extends Hit {
  readonly row: FactsRow & { readonly passage: number; readonly outlet: string | null };
  readonly facts: RowPlaces;
  readonly passage: RowPassage;
}

const NO_FILTER: Filter = { actors: [], events: [], outlets: [] };

/** What narrows a search, with keys in place of names. */
interface Filter extends Pick<PassageQuery, 'from' | 'to'> {
  readonly actors: readonly Choice<number>[];
  readonly events: readonly Choice<number>[];
  /** Folded words. */
  readonly outlets: readonly Choice<string>[];
}

/** Passages that may hold what is asked for, at most `MAX_LISTED`: the newest. */
export function findHits(database: Database, names: Names, query: PassageQuery): FoundHits {
  const filter = createFilter(names, query);
  if (filter === undefined) return { hits: [], isExact: true };
  const match = query.text === undefined ? EVERYTHING : toMatchQuery(query.text);
  const isNarrow = filter.actors.length + filter.events.length + filter.outlets.length > 0;
  const isDated = filter.from !== undefined || filter.to !== undefined;
  const range = { ...placesOf(database, filter), limit: isNarrow || isDated ? MAX_LOOKED_AT : MAX_LISTED };
  const found = listAmong(database, match, filter) ?? listNewest(database, match, range);
  const wanted =
    isNarrow || isDated ? placeHits(database, found, filter).filter((hit) => isWanted(hit, filter)) : [...found];
  const hits = wanted.sort((a, b) => b.place - a.place).slice(0, MAX_LISTED);
  return { hits: hits.map(({ place }) => ({ place })), isExact: match.isExact };
}

/** No passage does not match nothing. */
const EVERYTHING: MatchQuery = { match: '', isNegated: true, isExact: true };

/** In how many passages the words of a phrase stand; of one that is common, half of all: it tells little whichever its number is. */
export function countHolders(database: Database, phrase: Phrase, all: number): number {
  const { match } = matchPhrase(phrase);
  const count = match === '' ? 0 : (database.get<{ count: number }>(SEARCH_STATEMENTS.count, match)?.count ?? 0);
  return count < COMMON ? count : Math.max(count, all / 2);
}

/** The newest hits, newest first. */
function listNewest(
  database: Database,
  { match, isNegated }: MatchQuery,
  { first, end, limit }: { readonly first: number; readonly end: number; readonly limit: number },
): readonly Hit[] {
  const { all, negated, newest } = SEARCH_STATEMENTS;
  if (match === '') return isNegated ? database.all<Hit>(all, first, end, limit) : [];
  return database.all<Hit>(isNegated ? negated : newest, first, end, limit, match);
}

/** The hits among the passages of an actor or event that few articles name; undefined where none is so rare. */
function listAmong(database: Database, match: MatchQuery, filter: Filter): readonly Hit[] | undefined {
  if (match.isNegated && match.match !== '') return undefined;
  const driving = [
    ...listWanted(filter.events).map((keys) => ['events', keys] as const),
    ...listWanted(filter.actors).map((keys) => ['actors', keys] as const),
  ];
  for (const [kind, keys] of driving) {
    const places = listPlaces(database, kind, keys);
    if (places !== undefined) return listAt(database, match, places);
  }
  return undefined;
}

/** Hits at these places. */
function listAt(database: Database, { match, isNegated }: MatchQuery, places: readonly number[]): readonly Hit[] {
  if (match === '') return isNegated ? places.map((place) => ({ place })) : [];
  return database.all<Hit>(SEARCH_STATEMENTS.among, match, JSON.stringify(places));
}

/** The keys of every choice that is wanted: each list must have one of them. */
function listWanted(choices: readonly Choice<number>[]): readonly (readonly number[])[] {
  return choices.flatMap(({ anyOf, isUnwanted }) => (isUnwanted ? [] : [anyOf]));
}

/** The passages of any of these; undefined when they are in too many articles. */
function listPlaces(
  database: Database,
  kind: 'actors' | 'events',
  wanted: readonly number[],
): readonly number[] | undefined {
  const sql = SEARCH_STATEMENTS.articlesOf[kind];
  const rows: { readonly passage: number; readonly facts: Uint8Array }[] = [];
  for (const key of wanted) {
    rows.push(...database.all<{ passage: number; facts: Uint8Array }>(sql, key, MAX_DRIVING + 1 - rows.length));
    if (rows.length > MAX_DRIVING) return undefined;
  }
  const places = rows.flatMap((row) => {
    const facts = unpackPlaces(row.facts);
    return [...facts.passages.entries()]
      .filter(([, passage]) => wanted.some((key) => keysOf(facts, passage)[kind].has(key)))
      .map(([index]) => row.passage + index);
  });
  return [...new Set(places)];
}

/** The hits with their articles; those whose article has not all actors and events are left out. */
export function placeHits(
  database: Database,
  hits: readonly Hit[],
  { actors, events }: Filter = NO_FILTER,
): readonly PlacedHit[] {
  const places = JSON.stringify(hits.map(({ place }) => place));
  const rows =
    actors.length + events.length === 0
      ? database.all<PlacedHit['row'] & { place: number }>(SEARCH_STATEMENTS.placed, places)
      : database.all<PlacedHit['row'] & { place: number }>(
          SEARCH_STATEMENTS.placedNarrow,
          ...[places, JSON.stringify(listWanted(actors)), JSON.stringify(listWanted(events))],
        );
  return rows.flatMap((row) => {
    const facts = unpackPlaces(row.facts);
    const passage = facts.passages[row.place - row.passage];
    return passage ? [{ place: row.place, row, facts, passage }] : [];
  });
}

/** Undefined when it asks for an actor or event that is not there. */
function createFilter(names: Names, query: PassageQuery): Filter | undefined {
  const { actors = [], events = [], sources = [], from, to } = query;
  const actorKeys = actors.map((choice) => mapChoice(choice, (id) => names.findActor(id)));
  const eventKeys = events.map((choice) => mapChoice(choice, (id) => names.findEvent(id)));
  if (listWanted([...actorKeys, ...eventKeys]).some(({ length }) => length === 0)) return undefined;
  return {
    actors: actorKeys,
    events: eventKeys,
    outlets: sources.map((choice) => mapChoice(choice, fold)),
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
  };
}

/** What is not known is left out. */
function mapChoice<T, U>({ anyOf, isUnwanted }: Choice<T>, find: (each: T) => U | undefined): Choice<U> {
  return { anyOf: anyOf.flatMap((each) => find(each) ?? []), ...(isUnwanted && { isUnwanted }) };
}

function isWanted({ row, facts, passage }: PlacedHit, { actors, events, outlets, from, to }: Filter): boolean {
  const keys = keysOf(facts, passage);
  return (
    actors.every((choice) => isChosen(choice, (actor) => keys.actors.has(actor))) &&
    events.every((choice) => isChosen(choice, (event) => keys.events.has(event))) &&
    outlets.every((choice) => isChosen(choice, (words) => holdsWords(row.outlet ?? '', words))) &&
    liesIn(toDate(row.day), { ...(from !== undefined && { from }), ...(to !== undefined && { to }) })
  );
}

function keysOf(
  { actors, events }: RowPlaces,
  { marks }: RowPassage,
): { readonly actors: ReadonlySet<number>; readonly events: ReadonlySet<number> } {
  const keys = { actors: new Set<number>(), events: new Set<number>() };
  for (const { form, index } of marks)
    if (form === undefined) keys.events.add(events[index]?.event ?? 0);
    else keys.actors.add(actors[index]?.actor ?? 0);
  return keys;
}

/**
 * Row numbers of the range. A date without day or month counts as its first day, and is filed before it; passages of a full day lie behind
 * it, none farther than `borrowed`.
 */
function placesOf(database: Database, { from, to }: Filter): { readonly first: number; readonly end: number } {
  const first = from === undefined ? 0 : toDay(from.slice(0, 4)) * PASSAGES_OF_DAY;
  if (to === undefined) return { first, end: Number.MAX_SAFE_INTEGER };
  return { first, end: (toDay(lastDayOf(to)) + 1) * PASSAGES_OF_DAY + getTotal(database, 'borrowed') };
}

/** The row number of the passage that a cursor names. */
export function findCursor(database: Database, cursor: string | undefined): number | undefined {
  const [, start = '', id = ''] = /^(\d+):(.+)$/s.exec(cursor ?? '') ?? [];
  const row = database.get<{ passage: number; facts: Uint8Array }>(SEARCH_STATEMENTS.passages, hashName(id), id);
  const index =
    row === undefined ? -1 : unpackPlaces(row.facts).passages.findIndex((each) => each.start === Number(start));
  return row === undefined || index < 0 ? undefined : row.passage + index;
}
