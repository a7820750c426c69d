import type { ArticleId } from '../../../core/article/article.js';
import type { ActorId } from '../../../core/facts.js';
import type { Span } from '../../../core/text/span.js';
import type {
  ArticleSummary,
  EventId,
  EvidencePlace,
  NewestPlaces,
  Page,
  PageRequest,
  PassageEvidence,
} from '../../ports.js';
import type { Database } from '../database.js';
import { hashName, type Names } from '../names.js';
import { type Mark, type RowPlaces, type RowPassage, unpackPlaces } from '../rowFacts.js';
import type { IndexedPassage } from './passageTexts.js';
import { BEFORE_ALL, findArticlePlace, SUMMARY, type SummaryRow, toSummary } from './summaries.js';

export interface FactsRow extends SummaryRow {
  readonly key: number;
  readonly day: number;
  readonly facts: Uint8Array;
}

export const FACTS = `a.key, a.day, a.facts, ${SUMMARY}`;

export const EVIDENCE_STATEMENTS = {
  actor: pageOf('actor_articles', 'actor'),
  event: pageOf('event_articles', 'event'),
  newestOfActors: newestOf('actors', 'actor_articles', 'actor'),
  newestOfEvents: newestOf('events', 'event_articles', 'event'),
  passages: 'SELECT key, facts FROM articles WHERE hash = ? AND id = ?',
  actorTotal: 'SELECT mention_count AS total FROM actors WHERE key = ?',
  eventTotal: 'SELECT place_count AS total FROM events WHERE key = ?',
} as const;

/** From which article on, newest first and then by path; of the first one also places are left out. */
function pageOf(table: string, column: string): string {
  return `SELECT ${FACTS} FROM (SELECT s.article AS k, s.day AS d, o.id AS i FROM ${table} s CROSS JOIN articles o ON o.key = s.article
    WHERE s.${column} = ?1 AND s.day <= ?2 AND (s.day < ?2 OR o.id >= ?3) ORDER BY s.day DESC, o.id LIMIT ?4)
    CROSS JOIN articles a ON a.key = k ORDER BY d DESC, i`;
}

/** Of each the first article by path of its newest day. */
function newestOf(named: string, table: string, column: string): string {
  const newest = `SELECT s.day FROM ${table} s WHERE s.${column} = n.key ORDER BY s.day DESC LIMIT 1`;
  return `SELECT n.id AS name, n.key AS named, ${FACTS} FROM json_each(?1) j
    CROSS JOIN ${named} n ON n.hash = j.value ->> 0 AND n.id = j.value ->> 1
    CROSS JOIN articles a ON a.key = (SELECT o.key FROM ${table} s CROSS JOIN articles o ON o.key = s.article
      WHERE s.${column} = n.key AND s.day = (${newest}) ORDER BY o.id LIMIT 1)`;
}

/** Whose places are asked for. */
export interface EvidenceOf {
  readonly kind: 'actor' | 'event';
  readonly key: number;
}

/** A place without its text, and what finds that. */
export interface TextlessEvidence {
  readonly passage: IndexedPassage;
  readonly evidence: Omit<PassageEvidence, 'text'>;
}

/** One page of places, newest article first, then by place in the article. Costs its rows, however many come before. */
export function pageEvidence(
  { database, names }: { readonly database: Database; readonly names: Names },
  { kind, key }: EvidenceOf,
  request: PageRequest,
): Page<TextlessEvidence> {
  const { total } = database.get<{ total: number }>(EVIDENCE_STATEMENTS[`${kind}Total`], key) ?? { total: 0 };
  const limit = Math.max(0, request.limit);
  const rows: TextlessEvidence[] = [];
  const walked = walk(database, { kind, key }, { ...findPlace(database, request.cursor), limit });
  for (const found of walked) {
    const last = rows.at(-1)?.evidence;
    if (rows.length >= limit)
      return { rows, total, ...(last && { next: `${String(last.mention.start)}:${last.article.id}` }) };
    rows.push(toEvidence(found, names));
  }
  return { rows, total };
}

/** The first row of the evidence of each. */
export function listNewestPlaces(
  database: Database,
  actors: readonly ActorId[],
  events: readonly EventId[],
): NewestPlaces {
  return { actors: findNewest(database, 'actor', actors), events: findNewest(database, 'event', events) };
}

function findNewest<T extends string>(
  database: Database,
  kind: EvidenceOf['kind'],
  ids: readonly T[],
): ReadonlyMap<T, EvidencePlace> {
  const sql = kind === 'actor' ? EVIDENCE_STATEMENTS.newestOfActors : EVIDENCE_STATEMENTS.newestOfEvents;
  const asked = JSON.stringify(ids.map((id) => [hashName(id), id]));
  const places = new Map<T, EvidencePlace>();
  for (const row of database.all<FactsRow & { readonly name: T; readonly named: number }>(sql, asked)) {
    const [first] = listMarks(row, { kind, key: row.named });
    if (first === undefined) continue;
    const { passage, mark } = first;
    places.set(row.name, { article: toSummary(row), passage: spanOf(passage), mention: spanOf(mark) });
  }
  return places;
}

function spanOf({ start, end }: Span): Span {
  return { start, end };
}

/** Passages as the index knows them now; undefined for one that it does not. */
export function findPassages(
  database: Database,
  places: readonly Pick<PassageEvidence, 'article' | 'passage'>[],
): readonly (IndexedPassage | undefined)[] {
  const articles = new Map<ArticleId, { readonly key: number; readonly facts: RowPlaces } | undefined>();
  return places.map(({ article: { id }, passage: { start, end } }) => {
    if (!articles.has(id)) articles.set(id, readFacts(database, id));
    const article = articles.get(id);
    const passage = article?.facts.passages.find((each) => each.start === start && each.end === end);
    return article && passage && { article: article.key, id, start, end, hash: passage.hash };
  });
}

function readFacts(database: Database, id: ArticleId): { readonly key: number; readonly facts: RowPlaces } | undefined {
  const row = database.get<Pick<FactsRow, 'key' | 'facts'>>(EVIDENCE_STATEMENTS.passages, hashName(id), id);
  return row && { key: row.key, facts: unpackPlaces(row.facts) };
}

interface FoundMark {
  readonly facts: RowPlaces;
  readonly passage: RowPassage;
  readonly mark: Mark;
}

interface WalkedMark extends FoundMark {
  readonly key: number;
  readonly article: ArticleSummary;
}

function* walk(
  database: Database,
  { kind, key }: EvidenceOf,
  from: { readonly day: number; readonly id: string; readonly start: number; readonly limit: number },
): Generator<WalkedMark> {
  let { day, id } = from;
  let behind = from.start;
  // One row more than wanted tells that there are more; most articles that name an actor do so several times.
  const size = Math.max(2, Math.ceil(from.limit / 2) + 1);
  for (;;) {
    const found = database.all<FactsRow>(EVIDENCE_STATEMENTS[kind], key, day, id, size);
    for (const row of found) {
      const start = row.id === id ? behind : -1;
      const marks = listMarks(row, { kind, key }).filter(({ mark }) => mark.start > start);
      if (marks.length === 0) continue;
      // Several marks of one article share its summary.
      const article = toSummary(row);
      yield* marks.map((each) => ({ ...each, key: row.key, article }));
    }
    const last = found.at(-1);
    if (last === undefined || found.length < size) return;
    ({ day, id } = last);
    behind = Infinity;
  }
}

function findPlace(database: Database, cursor: string | undefined): { day: number; id: string; start: number } {
  const [, start = '', id] = /^(\d+):(.+)$/s.exec(cursor ?? '') ?? [];
  const place = id === undefined ? undefined : findArticlePlace(database, id);
  return place ? { ...place, start: Number(start) } : { ...BEFORE_ALL, start: -1 };
}

function listMarks(row: FactsRow, { kind, key }: EvidenceOf): readonly FoundMark[] {
  const facts = unpackPlaces(row.facts);
  const index =
    kind === 'actor'
      ? facts.actors.findIndex((each) => each.actor === key)
      : facts.events.findIndex((each) => each.event === key);
  const isOwn = (mark: Mark): boolean => mark.index === index && (mark.form === undefined) === (kind === 'event');
  const found = facts.passages.flatMap((passage) =>
    passage.marks.filter(isOwn).map((mark) => ({ facts, passage, mark })),
  );
  return found.sort((a, b) => a.mark.start - b.mark.start || a.mark.end - b.mark.end);
}

function toEvidence({ key, article, facts, passage, mark }: WalkedMark, names: Names): TextlessEvidence {
  const { start, end, hash } = passage;
  return {
    passage: { article: key, id: article.id, start, end, hash },
    evidence: {
      article,
      passage: { start, end },
      mention: { start: mark.start, end: mark.end },
      ...(mark.form !== undefined && { form: mark.form }),
      ...nameMarks(facts, passage, names),
    },
  };
}

/** Who and what is mentioned in a passage, in the order of the first mention. */
export function nameMarks(
  facts: RowPlaces,
  { marks }: RowPassage,
  names: Names,
): { readonly actors: readonly ActorId[]; readonly events: readonly EventId[] } {
  const [actors, events] = [new Set<number>(), new Set<number>()];
  for (const { form, index } of marks) (form === undefined ? events : actors).add(index);
  return {
    actors: [...actors].map((index) => names.nameActor(facts.actors[index]?.actor ?? 0)),
    // Those of one article come in its order, wherever their triggers stand.
    events: [...events].sort((a, b) => a - b).map((index) => names.nameEvent(facts.events[index]?.event ?? 0)),
  };
}
