import type { ArticleId } from '../../../core/article/article.js';
import type { ArticleSummary, Page, PageRequest } from '../../ports.js';
import { listBases, printKey } from '../../shared/citationKeys.js';
import type { ArticleOutline } from '../../shared/digest.js';
import { unpackAscending } from '../bytes.js';
import type { Database } from '../database.js';
import { hashName } from '../names.js';
import { parseList } from '../stored.js';

/** A row with the columns that `SUMMARY` names. */
export interface SummaryRow {
  readonly id: ArticleId;
  readonly about: string;
  readonly lines: Uint8Array;
  readonly actor_count: number;
  readonly event_count: number;
  readonly copies: number;
  readonly key_base: string;
  readonly claims: number;
  readonly holder: ArticleId | null;
  readonly first: ArticleId | null;
}

/** What a summary is made of, from `articles a`. That others claim the same citation key needs to be known, not how many. */
export const SUMMARY = `a.id, a.about, a.lines, a.actor_count, a.event_count, a.copies, a.key_base,
  (SELECT count(*) FROM (SELECT 1 FROM articles k WHERE k.key_base = a.key_base LIMIT 2)) AS claims,
  (SELECT k.id FROM articles k WHERE k.key_base = a.key_base AND k.key_stated = 1 ORDER BY k.id LIMIT 1) AS holder,
  (SELECT f.id FROM articles f WHERE f.key = a.story) AS first`;

export const ARTICLE_STATEMENTS = {
  find: `SELECT ${SUMMARY} FROM articles a WHERE a.hash = ? AND a.id = ?`,
  place: 'SELECT day, id FROM articles WHERE hash = ? AND id = ?',
  page: `SELECT ${SUMMARY} FROM (SELECT key AS k, day AS d, id AS i FROM articles
    WHERE day <= ?1 AND (day < ?1 OR id > ?2) ORDER BY day DESC, id LIMIT ?3) JOIN articles a ON a.key = k ORDER BY d DESC, i`,
  byBase: `SELECT ${SUMMARY} FROM articles a WHERE a.key_base = ?`,
  copies: `SELECT ${SUMMARY} FROM articles o JOIN prints p ON p.key = o.print JOIN prints q ON q.story = p.story
    JOIN articles a ON a.print = q.key WHERE o.hash = ? AND o.id = ? AND a.key <> o.key ORDER BY a.day = 0, a.day, a.id`,
  total: 'SELECT count FROM totals WHERE name = ?',
} as const;

/** Comes before every row of a list that descends by day. */
export const BEFORE_ALL = { day: 2 ** 40, id: '' };

export function toSummary(row: SummaryRow): ArticleSummary {
  const {
    id,
    about,
    lines,
    actor_count: actorCount,
    event_count: eventCount,
    copies,
    key_base: base,
    claims,
    holder,
    first,
  } = row;
  return {
    id,
    ...parseAbout(about),
    lineStarts: unpackAscending(lines),
    actorCount,
    eventCount,
    story: first ?? id,
    copyCount: copies,
    citationKey: printKey(id, base, { count: claims, ...(holder !== null && { holder }) }),
  };
}

/** What `printAbout` wrote; gaps of the list are what is not known. */
function parseAbout(about: string): Omit<ArticleOutline, 'id' | 'lineStarts' | 'actorCount' | 'eventCount'> {
  const [language, extracted, title, date, source, authors, url] = parseList(about) as About;
  return {
    language,
    extracted: extracted === 1,
    ...(typeof title === 'string' && { title }),
    ...(typeof date === 'string' && { date }),
    ...(typeof source === 'string' && { source }),
    ...(Array.isArray(authors) && { authors: authors as readonly string[] }),
    ...(typeof url === 'string' && { url }),
  };
}

type About = readonly [ArticleOutline['language'], number, ...unknown[]];

export function findSummary(database: Database, id: ArticleId): ArticleSummary | undefined {
  const row = database.get<SummaryRow>(ARTICLE_STATEMENTS.find, hashName(id), id);
  return row && toSummary(row);
}

/** Where an article stands in lists: the newest first, then by path. */
export function findArticlePlace(
  database: Database,
  id: string,
): { readonly day: number; readonly id: string } | undefined {
  return database.get(ARTICLE_STATEMENTS.place, hashName(id), id);
}

export function findSummaryByKey(database: Database, citationKey: string): ArticleSummary | undefined {
  const claims = listBases(citationKey).flatMap((base) => database.all<SummaryRow>(ARTICLE_STATEMENTS.byBase, base));
  return claims.map(toSummary).find((summary) => summary.citationKey === citationKey);
}

export function listCopies(database: Database, id: ArticleId): readonly ArticleSummary[] {
  return database.all<SummaryRow>(ARTICLE_STATEMENTS.copies, hashName(id), id).map(toSummary);
}

export function pageArticles(database: Database, { limit, cursor }: PageRequest): Page<ArticleSummary> {
  const after = (cursor === undefined ? undefined : findArticlePlace(database, cursor)) ?? BEFORE_ALL;
  const found = database.all<SummaryRow>(ARTICLE_STATEMENTS.page, after.day, after.id, Math.max(0, limit) + 1);
  const rows = found.slice(0, Math.max(0, limit)).map(toSummary);
  const last = rows.at(-1);
  const isLast = last === undefined || found.length <= limit;
  return { rows, total: getTotal(database, 'articles'), ...(!isLast && { next: last.id }) };
}

export function getTotal(database: Database, name: string): number {
  return database.get<{ count: number }>(ARTICLE_STATEMENTS.total, name)?.count ?? 0;
}
