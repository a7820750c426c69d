import type { ArticleId } from '../../core/article/article.js';
import type { ArticleSummary, Page, PageRequest, PassageEvidence } from '../ports.js';
import type { ArticleDigest, Place } from '../shared/digest.js';
import { lowerBound } from './lazyOrder.js';
import { compareNewestDigest } from './newest.js';

/** The places that are asked for: in which articles (newest first), which of an article's, and how many there are in all. */
export interface EvidenceSource {
  readonly articles: readonly ArticleDigest[];
  readonly placesOf: (digest: ArticleDigest) => readonly Place[];
  readonly total: number;
  readonly findArticle: (id: ArticleId) => ArticleDigest | undefined;
  readonly summarise: (digest: ArticleDigest) => ArticleSummary;
}

/** One page of places, newest article first, then by place in the article. Costs its rows, however many come before. */
export function pageEvidence(source: EvidenceSource, request: PageRequest): Page<PassageEvidence> {
  const rows: PassageEvidence[] = [];
  const last = findLastRow(source, request.cursor);
  for (const { digest, place } of walk(source, last)) {
    const end = rows.at(-1);
    if (rows.length >= request.limit)
      return { rows, total: source.total, ...(end && { next: `${String(end.mention.start)}:${end.article.id}` }) };
    rows.push(toEvidence(source.summarise(digest), place));
  }
  return { rows, total: source.total };
}

interface LastRow {
  readonly digest: ArticleDigest;
  readonly start: number;
}

function findLastRow(source: EvidenceSource, cursor: string | undefined): LastRow | undefined {
  const match = /^(\d+):(.+)$/s.exec(cursor ?? '');
  const digest = match?.[2] === undefined ? undefined : source.findArticle(match[2] as ArticleId);
  return digest && { digest, start: Number(match?.[1]) };
}

function* walk(
  { articles, placesOf }: EvidenceSource,
  last: LastRow | undefined,
): Generator<{ digest: ArticleDigest; place: Place }> {
  const first = last ? lowerBound(articles, (each) => compareNewestDigest(each, last.digest) < 0) : 0;
  for (let i = first; i < articles.length; i++) {
    const digest = articles[i];
    if (digest === undefined) return;
    const behind = digest === last?.digest ? last.start : -1;
    for (const place of placesOf(digest)) if (place.start > behind) yield { digest, place };
  }
}

function toEvidence(article: ArticleSummary, { passage, start, end, form }: Place): PassageEvidence {
  return {
    article,
    passage: { start: passage.start, end: passage.end },
    text: passage.text,
    mention: { start, end },
    ...(form !== undefined && { form }),
    actors: passage.actors,
    events: passage.events,
  };
}
