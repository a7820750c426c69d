import { fold } from '../../core/text/fold.js';
import type { ArticleSummary, Page, PassageHit, PassageQuery } from '../ports.js';
import { holdsWords, isChosen } from '../shared/choice.js';
import { liesIn } from '../shared/dateRange.js';
import type { ArticleDigest } from '../shared/digest.js';
import { joinSpans, type PhrasePlaces, scorePlaces, weighRarity } from '../shared/relevance.js';
import { compareNewestDigest } from './newest.js';
import type { PassageWords, PlacedPassage } from './passageWords.js';
import { findPhrase, foldQuery, mayHold, type FoldedQuery, type Phrase } from '../shared/textMatch.js';

/** What is searched, and how its articles are shown. */
export interface SearchedCorpus {
  readonly articles: readonly ArticleDigest[];
  readonly words: PassageWords;
  readonly summarise: (digest: ArticleDigest) => ArticleSummary;
}

interface Hit extends PlacedPassage {
  readonly places: PhrasePlaces;
  readonly score: number;
}

/** Passages that hold what is asked for: best first by BM25, then newest article first, then by place. Reads the whole corpus. */
export function searchPassages(corpus: SearchedCorpus, query: PassageQuery): Page<PassageHit> {
  const hits = query.text === undefined ? listAll(corpus) : rank(corpus, foldQuery(query.text));
  const wanted = hits.filter((hit) => isWanted(hit, query)).sort(compareHits);
  const start = wanted.findIndex((hit) => cursorOf(hit) === query.cursor) + 1;
  const page = wanted.slice(start, start + Math.max(0, query.limit));
  const last = page.at(-1);
  const isLast = last === undefined || start + page.length >= wanted.length;
  return {
    rows: page.map((hit) => toPassageHit(hit, corpus)),
    total: wanted.length,
    ...(!isLast && { next: cursorOf(last) }),
  };
}

function listAll({ articles }: SearchedCorpus): readonly Hit[] {
  return [...listPassages(articles)].map((passage) => ({ ...passage, places: new Map(), score: 0 }));
}

function* listPassages(articles: readonly ArticleDigest[]): Generator<PlacedPassage> {
  for (const digest of articles) for (const passage of digest.passages) yield { digest, passage };
}

/** All that hold the phrases, before they are narrowed: how rare a phrase is must not depend on where it is looked for. */
function rank({ articles, words }: SearchedCorpus, { phrases, accepts }: FoldedQuery): readonly Hit[] {
  const holders = new Map<Phrase, number>();
  const found: (Hit & { readonly length: number })[] = [];
  let [count, length] = [0, 0];
  for (const placed of listPassages(articles)) {
    const own = words.listWords(placed.passage);
    const places = new Map(phrases.map((phrase) => [phrase, findPhrase(own, phrase)]));
    const stems = new Set(own.map(({ word }) => word));
    for (const phrase of phrases) if (mayHold(stems, phrase)) holders.set(phrase, (holders.get(phrase) ?? 0) + 1);
    count += 1;
    length += own.length;
    const has = (phrase: Phrase): boolean => (places.get(phrase) ?? findPhrase(own, phrase)).length > 0;
    if (accepts(has)) found.push({ ...placed, places, score: 0, length: own.length });
  }
  const weights = new Map([...holders].map(([phrase, holding]) => [phrase, weighRarity(holding, count)]));
  return found.map((hit) => ({ ...hit, score: scorePlaces(hit.places, weights, hit.length / (length / count)) }));
}

function isWanted({ digest: { summary }, passage }: Hit, query: PassageQuery): boolean {
  const { actors = [], events = [], sources = [] } = query;
  const outlet = fold(summary.source ?? '');
  return (
    actors.every((choice) => isChosen(choice, (actor) => passage.actors.includes(actor))) &&
    events.every((choice) => isChosen(choice, (event) => passage.events.includes(event))) &&
    sources.every((choice) => isChosen(choice, (source) => holdsWords(outlet, fold(source)))) &&
    liesIn(summary.date, query)
  );
}

function compareHits(a: Hit, b: Hit): number {
  return b.score - a.score || compareNewestDigest(a.digest, b.digest) || a.passage.start - b.passage.start;
}

function cursorOf({ digest, passage }: Hit): string {
  return `${String(passage.start)}:${digest.summary.id}`;
}

function toPassageHit({ digest, passage, places, score: value }: Hit, { summarise }: SearchedCorpus): PassageHit {
  return {
    article: summarise(digest),
    passage: { start: passage.start, end: passage.end },
    text: passage.text,
    matches: joinSpans([...places.values()].flat()),
    score: value,
  };
}
