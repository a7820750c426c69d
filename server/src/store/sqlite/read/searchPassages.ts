import { compareText } from '../../shared/takeBest.js';
import { findPhrase, foldQuery, type Phrase } from '../../shared/textMatch.js';
import type { Page, PassageHit, PassageQuery, TextQuery } from '../../ports.js';
import { joinSpans, type PhrasePlaces, scorePlaces, weighRarity } from '../../shared/relevance.js';
import { listSearchWords } from '../../shared/words.js';
import type { Database } from '../database.js';
import type { Names } from '../names.js';
import { countHolders, findCursor, findHits, type FoundHits, type Hit, type PlacedHit, placeHits } from './findHits.js';
import type { PassageTexts } from './passageTexts.js';
import { getTotal, toSummary } from './summaries.js';

/** So many hits at once are read and ranked by their words, as they now stand in their articles. */
const GROUP = 200;
/** Of so many passages that may hold what is asked for, the newest, the texts are read. */
const MAX_CHECKED = 400;

/** Hits with their articles, in groups: of two groups every hit of the first comes first. */
interface Search {
  readonly groups: readonly (readonly PlacedHit[])[];
  readonly total: number;
  readonly phrases: readonly Phrase[];
  readonly weights: ReadonlyMap<Phrase, number>;
  readonly meanLength: number;
  /** Whether nothing comes behind the groups. */
  readonly isEnd: boolean;
}

type RankedHit = PlacedHit & { readonly text: string; readonly places: PhrasePlaces; readonly score: number };

interface Searched {
  readonly database: Database;
  readonly names: Names;
  readonly texts: PassageTexts;
}

/**
 * Passages that hold what is asked for: of every `GROUP` newest the best first by BM25, then newest article first, then by place. Of very
 * many hits the list holds the newest, and `total` counts the list.
 */
export async function searchPassages(searched: Searched, query: PassageQuery): Promise<Page<PassageHit>> {
  const { database, names, texts } = searched;
  const found = database.read(() => findHits(database, names, query));
  const hits = found.isExact || query.text === undefined ? found.hits : await confirm(found, query.text, searched);
  const search = database.read(() => prepare(database, hits, query));
  const ranked: RankedHit[] = [];
  let start = 0;
  for (const group of search.groups) {
    ranked.push(...(await rank(group, search, texts)));
    start = ranked.findIndex((hit) => cursorOf(hit) === query.cursor) + 1;
    if (ranked.length > start + query.limit) break;
  }
  const rows = ranked.slice(start, start + Math.max(0, query.limit));
  const last = rows.at(-1);
  const isLast = last === undefined || (start + rows.length >= ranked.length && search.isEnd);
  return { rows: rows.map(toPassageHit), total: search.total, ...(!isLast && { next: cursorOf(last) }) };
}

/** Which of the hits do hold what is asked for, by their texts. */
async function confirm({ hits }: FoundHits, query: TextQuery, { database, texts }: Searched): Promise<readonly Hit[]> {
  const { accepts } = foldQuery(query);
  const placed = database.read(() => placeHits(database, hits.slice(0, MAX_CHECKED)));
  const read = await readTexts(placed, texts);
  return placed.filter((_, i) => {
    const words = listSearchWords(read[i] ?? '');
    return read[i] !== undefined && accepts((phrase) => findPhrase(words, phrase).length > 0);
  });
}

function readTexts(hits: readonly PlacedHit[], texts: PassageTexts): Promise<readonly (string | undefined)[]> {
  return texts.read(hits.map(({ row, passage }) => ({ ...passage, article: row.key, id: row.id })));
}

function prepare(database: Database, hits: readonly Hit[], query: PassageQuery): Search {
  const total = hits.length;
  const phrases = query.text === undefined ? [] : foldQuery(query.text).phrases;
  const count = getTotal(database, 'passages');
  const weights = new Map(phrases.map((phrase) => [phrase, weighRarity(countHolders(database, phrase, count), count)]));
  const meanLength = getTotal(database, 'words') / count;
  // Without words there is one order for all, and a page of it needs no texts of others.
  if (phrases.length === 0)
    return { groups: [pageByDay(placeHits(database, hits), query)], total, phrases, weights, meanLength, isEnd: true };
  return { ...groupHits(database, hits, query), total, phrases, weights, meanLength };
}

/** The groups that the page is in. */
function groupHits(
  database: Database,
  hits: readonly Hit[],
  { cursor, limit }: PassageQuery,
): Pick<Search, 'groups' | 'isEnd'> {
  const after = findCursor(database, cursor);
  const start = hits.findIndex(({ place }) => place === after);
  const first = Math.floor(Math.max(0, start) / GROUP) * GROUP;
  // The rest of the group that the cursor is in may be too few.
  const size = (after === undefined ? 0 : GROUP) + Math.max(0, limit) + 1;
  const end = first + Math.ceil(size / GROUP) * GROUP;
  const placed = new Map(placeHits(database, hits.slice(first, end)).map((hit) => [hit.place, hit]));
  const groups: PlacedHit[][] = [];
  for (let from = first; from < Math.min(end, hits.length); from += GROUP)
    groups.push(hits.slice(from, from + GROUP).flatMap(({ place }) => placed.get(place) ?? []));
  return { groups, isEnd: end >= hits.length };
}

/** The hits of one page, one before it (which the cursor names) and one behind. */
function pageByDay(hits: readonly PlacedHit[], { limit, cursor }: PassageQuery): readonly PlacedHit[] {
  const sorted = [...hits].sort(compareNewest);
  const start = Math.max(
    0,
    sorted.findIndex((hit) => cursorOf(hit) === cursor),
  );
  return sorted.slice(start, start + Math.max(0, limit) + 2);
}

async function rank(group: readonly PlacedHit[], search: Search, texts: PassageTexts): Promise<readonly RankedHit[]> {
  const read = await readTexts(group, texts);
  const ranked = group.flatMap((hit, i) => {
    const text = read[i];
    return text === undefined ? [] : [rankOne(hit, text, search)];
  });
  return ranked.sort((a, b) => b.score - a.score || compareNewest(a, b));
}

function rankOne(hit: PlacedHit, text: string, { phrases, weights, meanLength }: Search): RankedHit {
  const words = phrases.length === 0 ? [] : listSearchWords(text);
  const places = new Map(phrases.map((phrase) => [phrase, findPhrase(words, phrase)]));
  return { ...hit, text, places, score: scorePlaces(places, weights, words.length / meanLength) };
}

function compareNewest(a: PlacedHit, b: PlacedHit): number {
  return b.row.day - a.row.day || compareText(a.row.id, b.row.id) || a.passage.start - b.passage.start;
}

function cursorOf({ passage, row }: PlacedHit): string {
  return `${String(passage.start)}:${row.id}`;
}

function toPassageHit({ row, passage: { start, end }, text, places, score }: RankedHit): PassageHit {
  const spans = [...places.values()].flat().map((span) => ({ start: start + span.start, end: start + span.end }));
  return { article: toSummary(row), passage: { start, end }, text, matches: joinSpans(spans), score };
}
