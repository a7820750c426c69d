import { type ActorId, type ActorKind, isUnresolved } from '../../../core/facts.js';
import type { ActorDetail, ActorQuery, CorpusActor, OfficeEvidence, Page } from '../../ports.js';
import { listAliasCounts } from '../../shared/aliasCounts.js';
import { compareText } from '../../shared/takeBest.js';
import { listSpellings } from '../../../core/text/spellings.js';
import type { Database } from '../database.js';
import { toDate } from '../days.js';
import { hashName } from '../names.js';
import { getTotal, SUMMARY, type SummaryRow, toSummary } from './summaries.js';

/** A row with the columns that `ACTOR` names. */
export interface ActorRow {
  readonly key: number;
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly name: string;
  readonly state: string | null;
  readonly certainty: CorpusActor['certainty'];
  readonly mention_count: number;
  readonly passage_count: number;
  readonly article_count: number;
  readonly copies: number;
  readonly first_day: number | null;
  readonly last_day: number | null;
}

export const ACTOR = `c.key, c.id, c.kind, c.name, c.state, c.certainty, c.mention_count, c.passage_count, c.article_count, c.copies,
  c.first_day, c.last_day`;

const MAX_NEIGHBOURS = 10;

export const ACTOR_STATEMENTS = {
  find: `SELECT ${ACTOR} FROM actors c WHERE c.hash = ? AND c.id = ? AND c.mention_count > 0`,
  key: 'SELECT key FROM actors WHERE hash = ? AND id = ?',
  byKeys: `SELECT ${ACTOR} FROM json_each(?) j CROSS JOIN actors c ON c.key = j.value WHERE c.mention_count > 0`,
  page: `SELECT ${ACTOR} FROM actors c WHERE c.mention_count > 0 AND c.mention_count <= ?1
    AND (c.mention_count < ?1 OR c.name > ?2 OR (c.name = ?2 AND c.id > ?3)) ORDER BY c.mention_count DESC, c.name, c.id LIMIT ?4`,
  pageOfKind: `SELECT ${ACTOR} FROM actors c WHERE c.kind = ?5 AND c.mention_count > 0 AND c.mention_count <= ?1
    AND (c.mention_count < ?1 OR c.name > ?2 OR (c.name = ?2 AND c.id > ?3)) ORDER BY c.mention_count DESC, c.name, c.id LIMIT ?4`,
  aliases: 'SELECT alias, count FROM aliases WHERE actor = ? AND count > 0',
  years: 'SELECT year, count FROM actor_years WHERE actor = ? ORDER BY year',
  neighbourCount: 'SELECT count FROM neighbours WHERE actor = ? AND count > 4 ORDER BY count DESC LIMIT 1 OFFSET ?',
  topNeighbours: `SELECT n.count AS shared, ${ACTOR} FROM neighbours n CROSS JOIN actors c ON c.key = n.other
    WHERE n.actor = ?1 AND n.count >= ?2 AND n.count > 4 ORDER BY n.count DESC, c.id LIMIT ?3`,
  allNeighbours: `SELECT n.count AS shared, ${ACTOR} FROM neighbours n CROSS JOIN actors c ON c.key = n.other
    WHERE n.actor = ? ORDER BY n.count DESC, c.id LIMIT ?`,
  firstOffice: 'SELECT min(office) AS office FROM actor_offices WHERE actor = ? AND office > ?',
  officePlace: `SELECT o.start, o.end, t.title, t.state AS office_state, ${SUMMARY}
    FROM actor_offices o JOIN offices t ON t.key = o.office JOIN articles a ON a.key = o.article
    WHERE o.actor = ?1 AND o.office = ?2
    AND o.day = (SELECT max(day) FROM actor_offices WHERE actor = ?1 AND office = ?2) ORDER BY a.id, o.start, o.end LIMIT 1`,
  bearers: `SELECT sum(l.count) AS shared, ${ACTOR} FROM aliases l JOIN actors c ON c.key = l.actor WHERE l.key IN
    (SELECT s.alias FROM json_each(?) j CROSS JOIN alias_starts s ON s.start = j.value WHERE s.whole = 1) AND c.mention_count > 0
    GROUP BY l.actor`,
} as const;

export function toActor(row: ActorRow): CorpusActor {
  const [firstDate, lastDate] = [toDate(row.first_day ?? 0), toDate(row.last_day ?? 0)];
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    certainty: row.certainty,
    ...(row.state !== null && { state: row.state }),
    mentionCount: row.mention_count,
    passageCount: row.passage_count,
    articleCount: row.article_count,
    storyCount: row.article_count - row.copies,
    ...(firstDate !== undefined && { firstDate }),
    ...(lastDate !== undefined && { lastDate }),
  };
}

export function findActorRow(database: Database, id: string): ActorRow | undefined {
  return database.get<ActorRow>(ACTOR_STATEMENTS.find, hashName(id), id);
}

/** Actors by their keys; those that no article names are left out. */
export function readActors(database: Database, keys: Iterable<number>): ReadonlyMap<number, CorpusActor> {
  const rows = database.all<ActorRow>(ACTOR_STATEMENTS.byKeys, JSON.stringify([...new Set(keys)]));
  return new Map(rows.map((row) => [row.key, toActor(row)]));
}

export function pageActors(database: Database, { limit, cursor, kind }: ActorQuery): Page<CorpusActor> {
  const after = cursor === undefined ? undefined : findActorRow(database, cursor);
  const place = [after?.mention_count ?? Number.MAX_SAFE_INTEGER, after?.name ?? '', after?.id ?? ''] as const;
  const size = Math.max(0, limit) + 1;
  const found =
    kind === undefined
      ? database.all<ActorRow>(ACTOR_STATEMENTS.page, ...place, size)
      : database.all<ActorRow>(ACTOR_STATEMENTS.pageOfKind, ...place, size, kind);
  const rows = found.slice(0, size - 1).map(toActor);
  const total = getTotal(database, kind === undefined ? 'actors' : `actors ${kind}`);
  const last = rows.at(-1);
  return { rows, total, ...(found.length >= size && last && { next: last.id }) };
}

export function findActorDetail(database: Database, id: ActorId): ActorDetail | undefined {
  const row = findActorRow(database, id);
  if (row === undefined) return undefined;
  const { key } = row;
  return {
    ...toActor(row),
    aliases: listAliasCounts(database.all<{ alias: string; count: number }>(ACTOR_STATEMENTS.aliases, key)),
    offices: listOffices(database, key),
    years: database
      .all<{ year: number; count: number }>(ACTOR_STATEMENTS.years, key)
      .map(({ year, count }) => ({ year: String(year).padStart(4, '0'), count })),
    neighbours: listNeighbours(database, key),
  };
}

/** Full names come before bare surnames, then who is called so most. */
export function listByAlias(database: Database, alias: string): readonly CorpusActor[] {
  const rows = database.all<ActorRow & { shared: number }>(
    ACTOR_STATEMENTS.bearers,
    JSON.stringify(listSpellings(alias)),
  );
  return [...rows].sort((a, b) => compareResolved(a, b) || b.shared - a.shared || compareActorRows(a, b)).map(toActor);
}

export function compareResolved(a: ActorRow, b: ActorRow): number {
  return Number(isUnresolved(a.id)) - Number(isUnresolved(b.id));
}

/** Most mentioned first, then by name. */
export function compareActorRows(a: ActorRow, b: ActorRow): number {
  return b.mention_count - a.mention_count || compareText(a.name, b.name) || compareText(a.id, b.id);
}

/** Few actors share many passages with one, and thousands share a few: the index holds those that share more. */
function listNeighbours(database: Database, key: number): ActorDetail['neighbours'] {
  type Row = ActorRow & { readonly shared: number };
  const least = database.get<{ count: number }>(ACTOR_STATEMENTS.neighbourCount, key, MAX_NEIGHBOURS - 1)?.count;
  const rows =
    least === undefined
      ? database.all<Row>(ACTOR_STATEMENTS.allNeighbours, key, MAX_NEIGHBOURS)
      : database.all<Row>(ACTOR_STATEMENTS.topNeighbours, key, least, MAX_NEIGHBOURS);
  return rows.map((row) => ({ actor: toActor(row), count: row.shared }));
}

type OfficeRow = SummaryRow & {
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly office_state: string;
};

/** Newest first. An actor has few offices, however often they are stated: each is looked up for its newest place. */
function listOffices(database: Database, actor: number): readonly OfficeEvidence[] {
  const rows: OfficeRow[] = [];
  for (let office = nextOffice(database, actor, 0); office !== null; office = nextOffice(database, actor, office)) {
    const row = database.get<OfficeRow>(ACTOR_STATEMENTS.officePlace, actor, office);
    if (row) rows.push(row);
  }
  return rows.map(toOffice).sort(compareOffices);
}

function nextOffice(database: Database, actor: number, office: number): number | null {
  return database.get<{ office: number | null }>(ACTOR_STATEMENTS.firstOffice, actor, office)?.office ?? null;
}

function toOffice(row: OfficeRow): OfficeEvidence {
  const { title, office_state: state, start, end } = row;
  return { title, ...(state !== '' && { state }), article: toSummary(row), span: { start, end } };
}

function compareOffices(a: OfficeEvidence, b: OfficeEvidence): number {
  return (
    compareText(b.article.date ?? '', a.article.date ?? '') ||
    compareText(a.article.id, b.article.id) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(`${a.title}\t${a.state ?? ''}`, `${b.title}\t${b.state ?? ''}`)
  );
}

/** The key of an actor, also of one that only tellings name. */
export function findActorKey(database: Database, id: string): number | undefined {
  return database.get<{ key: number }>(ACTOR_STATEMENTS.key, hashName(id), id)?.key;
}
