import type { TimeInterval } from '../../../core/events/timeInterval.js';
import type { ActorId } from '../../../core/facts.js';
import type { CorpusActor, CorpusEvent, EventId, EventQuery, Page } from '../../ports.js';
import { compareText } from '../../shared/takeBest.js';
import type { Database } from '../database.js';
import { splitWords } from '../../shared/eventWords.js';
import { hashName } from '../names.js';
import { parseInterval, unpackKind } from '../rowFacts.js';
import { toDate, toDay } from '../days.js';
import { listParticipants, rankOfText, UNDATED } from '../write/eventRows.js';
import { findActorKey, readActors } from './actors.js';
import { getTotal } from './summaries.js';

interface EventRow {
  readonly key: number;
  readonly id: EventId;
  readonly day: number;
  readonly label: string;
  readonly what: number;
  /** Null where the day is all there is. */
  readonly date: string | null;
  readonly place: string | null;
  readonly participants: string;
  readonly article_count: number;
  readonly passage_count: number;
  readonly source_count: number;
}

const EVENT = `e.key, e.id, e.day, e.label, e.what, e.date, e.place, e.participants, e.article_count, e.passage_count,
  e.source_count`;
const BEHIND = '(e.day < ?1 OR e.label > ?2 OR (e.label = ?2 AND e.id > ?3))';
/** Days of one month lie between the month and the one behind it. */
const IN_MONTH = 'e.day >= ?5 AND e.day < ?6';

export const EVENT_STATEMENTS = {
  find: `SELECT ${EVENT} FROM events e WHERE e.hash = ? AND e.id = ?`,
  page: `SELECT ${EVENT} FROM events e WHERE e.day <= ?1 AND ${BEHIND} ORDER BY e.day DESC, substr(e.label, 1, 10), e.label, e.id LIMIT ?4`,
  pageOfMonth: `SELECT ${EVENT} FROM events e WHERE e.day <= ?1 AND ${IN_MONTH} AND ${BEHIND}
    ORDER BY e.day DESC, substr(e.label, 1, 10), e.label, e.id LIMIT ?4`,
  pageOfActor: `SELECT ${EVENT} FROM event_actors x CROSS JOIN events e ON e.key = x.event WHERE x.actor = ?5 AND x.day <= ?1 AND ${BEHIND}
    ORDER BY x.day DESC, e.label, e.id LIMIT ?4`,
  pageOfActorAndMonth: `SELECT ${EVENT} FROM event_actors x CROSS JOIN events e ON e.key = x.event
    WHERE x.actor = ?7 AND x.day <= ?1 AND x.day >= ?5 AND x.day < ?6 AND ${BEHIND} ORDER BY x.day DESC, e.label, e.id LIMIT ?4`,
  countOfActor: 'SELECT count(*) AS count FROM event_actors WHERE actor = ?',
  countOfActorAndMonth: 'SELECT count(*) AS count FROM event_actors WHERE actor = ? AND day >= ? AND day < ?',
  countOfMonth: 'SELECT count FROM event_months WHERE month = ?',
  months: 'SELECT month, count FROM event_months',
  oftenTold: `SELECT ${EVENT} FROM events e WHERE e.article_count > 1 ORDER BY e.article_count DESC, e.day DESC, e.label, e.id LIMIT ?`,
  words: 'SELECT rowid AS text FROM event_words WHERE event_words MATCH ? ORDER BY rowid DESC LIMIT ?',
  wordsBefore:
    'SELECT rowid AS text FROM event_words WHERE event_words MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?',
  byTexts: `SELECT ${EVENT} FROM json_each(?) j CROSS JOIN events e ON e.text = j.value`,
} as const;

const BEFORE_ALL = [Number.MAX_SAFE_INTEGER, '', ''] as const;

export function findEvent(database: Database, id: EventId): CorpusEvent | undefined {
  const row = findEventRow(database, id);
  return row && showEvents(database, [row])[0];
}

/** Dated events newest first, then undated ones by label. */
export function pageEvents(database: Database, query: EventQuery): Page<CorpusEvent> {
  const after = query.cursor === undefined ? undefined : findEventRow(database, query.cursor);
  const place = after === undefined ? BEFORE_ALL : ([after.day, after.label, after.id] as const);
  const size = Math.max(0, query.limit) + 1;
  const { rows: found, total } = readPage(database, query, [...place, size]);
  const rows = showEvents(database, found.slice(0, size - 1));
  const last = rows.at(-1);
  return { rows, total, ...(found.length >= size && last && { next: last.id }) };
}

/** Newest first, `undated` last. */
export function listEventMonths(database: Database): readonly { readonly month: string; readonly count: number }[] {
  const months = database.all<{ month: string; count: number }>(EVENT_STATEMENTS.months).map((row) => ({ ...row }));
  return months.sort(
    (a, b) => Number(a.month === UNDATED) - Number(b.month === UNDATED) || compareText(b.month, a.month),
  );
}

/** Events that have a word for every word of `text`, most told first. */
export function completeEvents(database: Database, text: string, limit: number): readonly CorpusEvent[] {
  const words = splitWords(text);
  const rows = words.length === 0 ? listMostTold(database, limit) : listWithWords(database, words, limit);
  return showEvents(database, [...rows].sort(compareTold).slice(0, Math.max(0, limit)));
}

function readPage(
  database: Database,
  { actor, month }: EventQuery,
  place: readonly (string | number)[],
): { readonly rows: readonly EventRow[]; readonly total: number } {
  const days = month === undefined ? undefined : daysOf(month);
  if (actor === undefined && days === undefined)
    return { rows: database.all(EVENT_STATEMENTS.page, ...place), total: getTotal(database, 'events') };
  if (actor === undefined && days !== undefined) {
    const total = database.get<{ count: number }>(EVENT_STATEMENTS.countOfMonth, month ?? '')?.count ?? 0;
    return { rows: database.all(EVENT_STATEMENTS.pageOfMonth, ...place, ...days), total };
  }
  return readActorPage(database, { actor: actor ?? ('' as ActorId), days }, place);
}

function readActorPage(
  database: Database,
  { actor, days }: { readonly actor: ActorId; readonly days: readonly [number, number] | undefined },
  place: readonly (string | number)[],
): { readonly rows: readonly EventRow[]; readonly total: number } {
  const key = findActorKey(database, actor);
  if (key === undefined) return { rows: [], total: 0 };
  const { countOfActor, countOfActorAndMonth, pageOfActor, pageOfActorAndMonth } = EVENT_STATEMENTS;
  if (days === undefined) {
    const total = database.get<{ count: number }>(countOfActor, key)?.count ?? 0;
    return { rows: database.all(pageOfActor, ...place, key), total };
  }
  const total = database.get<{ count: number }>(countOfActorAndMonth, key, ...days)?.count ?? 0;
  return { rows: database.all(pageOfActorAndMonth, ...place, ...days, key), total };
}

function daysOf(month: string): readonly [number, number] {
  if (month === UNDATED) return [0, 1];
  const first = toDay(month);
  return first === 0 ? [0, 0] : [first, first + 32];
}

function findEventRow(database: Database, id: string): EventRow | undefined {
  return database.get<EventRow>(EVENT_STATEMENTS.find, hashName(id), id);
}

/** Few events are told twice; the rest come in the order of their days. */
function listMostTold(database: Database, limit: number): readonly EventRow[] {
  const often = database.all<EventRow>(EVENT_STATEMENTS.oftenTold, limit);
  if (often.length >= limit) return often;
  const keys = new Set(often.map(({ key }) => key));
  const newest = database.all<EventRow>(EVENT_STATEMENTS.page, ...BEFORE_ALL, limit + often.length);
  return [...often, ...newest.filter(({ key, article_count: count }) => !keys.has(key) && count === 1)];
}

/**
 * Words are filed by how often, then when an event is told: the rows are read backwards until what follows can only come behind those that
 * are wanted.
 */
function listWithWords(database: Database, words: readonly string[], limit: number): readonly EventRow[] {
  const query = words.map((word) => `"${word}"*`).join(' AND ');
  const texts: number[] = [];
  let found = database.all<{ text: number }>(EVENT_STATEMENTS.words, query, limit + 1);
  texts.push(...found.map(({ text }) => text));
  const end = texts[limit - 1];
  while (found.length > 0 && end !== undefined && isOpen(end, texts.at(-1) ?? 0)) {
    found = database.all<{ text: number }>(EVENT_STATEMENTS.wordsBefore, query, texts.at(-1) ?? 0, CHUNK);
    texts.push(...found.map(({ text }) => text));
  }
  return database.all<EventRow>(EVENT_STATEMENTS.byTexts, JSON.stringify(texts));
}

const CHUNK = 256;

/** Whether rows behind `last` may still come before the row at `end`: those of its rank, and if told once of its day. */
function isOpen(end: number, last: number): boolean {
  const [a, b] = [rankOfText(end), rankOfText(last)];
  return a.rank === b.rank && (a.rank > 0 || a.day === b.day);
}

/** Most told first, then as in lists. */
function compareTold(a: EventRow, b: EventRow): number {
  return b.article_count - a.article_count || b.day - a.day || compareText(a.label, b.label) || compareText(a.id, b.id);
}

function showEvents(database: Database, rows: readonly EventRow[]): readonly CorpusEvent[] {
  const actors = readActors(
    database,
    rows.flatMap(({ participants }) => listParticipants(participants)),
  );
  return rows.map((row) => showEvent(row, actors));
}

function showEvent(row: EventRow, actors: ReadonlyMap<number, CorpusActor>): CorpusEvent {
  const date = row.date === null ? toInterval(row.day) : parseInterval(row.date);
  return {
    id: row.id,
    label: row.label,
    ...unpackKind(row.what),
    ...(date !== undefined && { date }),
    ...(row.place !== null && { place: row.place }),
    participants: listParticipants(row.participants).flatMap((key) => actors.get(key) ?? []),
    passageCount: row.passage_count,
    articleCount: row.article_count,
    sourceCount: row.source_count,
  };
}

function toInterval(day: number): TimeInterval | undefined {
  const date = toDate(day);
  return date === undefined ? undefined : { granularity: 'day', from: date, to: date };
}
