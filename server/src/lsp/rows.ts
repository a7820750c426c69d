import { printTimeInterval } from '../core/events/timeInterval.js';
import type {
  ActorRow,
  ArticleRow,
  CorpusRow,
  EventRow,
  FoundRow,
  ListAnswer,
  PassageRow,
} from '../protocol/protocol.js';
import type { CorpusStatus, FoundPassage, ListedArticle } from '../service/answers.js';
import { toMarkedLine } from '../service/search/markedLine.js';
import type { ArticleSummary, CorpusActor, CorpusEvent, Page, PassageEvidence } from '../store/ports.js';
import { toArticleUri, toFileOf } from './articleUri.js';
import { toRangeByLines } from './convert.js';

/** The rows of our own protocol for what the service answers. */
export function toCorpusRow(corpus: string, { name, state, progress, counts, problemCount }: CorpusStatus): CorpusRow {
  return {
    corpus,
    name,
    state,
    done: progress?.done ?? 0,
    total: progress?.total ?? 0,
    ...(progress?.secondsLeft !== undefined && { secondsLeft: progress.secondsLeft }),
    articles: counts.articles,
    actors: counts.actors,
    events: counts.events,
    problems: problemCount,
  };
}

export function toAnswer<T, Row>({ rows, total, next }: Page<T>, toRow: (each: T) => Row): ListAnswer<Row> {
  return { rows: rows.map(toRow), total, ...(next === undefined ? {} : { next }) };
}

export function toArticleRow(corpus: string, article: ListedArticle): ArticleRow {
  return {
    uri: toArticleUri(corpus, article),
    path: article.id,
    ...(article.extracted && { original: toFileOf(corpus, article.id) }),
    title: article.title ?? baseName(article.id),
    ...pickDateAndSource(article),
    actors: article.actorCount,
    events: article.eventCount,
    citationKey: article.citationKey,
    copies: article.copyCount,
    alsoIn: article.alsoIn,
  };
}

export function toActorRow(actor: CorpusActor): ActorRow {
  return {
    id: actor.id,
    name: actor.name,
    kind: actor.kind,
    confirmed: actor.certainty === 'confirmed',
    ...(actor.state !== undefined && { state: actor.state }),
    passages: actor.passageCount,
    articles: actor.articleCount,
  };
}

export function toEventRow(event: CorpusEvent): EventRow {
  return {
    id: event.id,
    label: event.label,
    type: event.type,
    status: event.status,
    ...(event.date === undefined ? {} : { date: printTimeInterval(event.date) }),
    ...(event.place === undefined ? {} : { place: event.place }),
    participants: event.participants.map(({ name }) => name),
    passages: event.passageCount,
    articles: event.articleCount,
    sources: event.sourceCount,
  };
}

export function toPassageRow(corpus: string, evidence: PassageEvidence): PassageRow {
  const { article, mention } = evidence;
  return {
    location: { uri: toArticleUri(corpus, article), range: toRangeByLines(article.lineStarts, mention) },
    ...collapseAround(evidence),
    title: article.title ?? baseName(article.id),
    ...pickDateAndSource(article),
    citationKey: article.citationKey,
    copies: article.copyCount,
  };
}

export function toFoundRow(
  corpus: string,
  { article, passage, text, matches, alsoIn, reason }: FoundPassage,
): FoundRow {
  const { lineStarts } = article;
  const inText = matches.map(({ start, end }) => ({ start: start - passage.start, end: end - passage.start }));
  const line = toMarkedLine(text, inText);
  return {
    location: { uri: toArticleUri(corpus, article), range: toRangeByLines(lineStarts, matches[0] ?? passage) },
    passage: toRangeByLines(lineStarts, passage),
    text: line.text,
    marks: line.marks.map(({ start, end }) => [start, end] as const),
    path: article.id,
    title: article.title ?? baseName(article.id),
    ...pickDateAndSource(article),
    citationKey: article.citationKey,
    alsoIn,
    reason,
  };
}

/** White space collapsed, with the mention still found. */
function collapseAround({ text, passage, mention }: PassageEvidence): Pick<PassageRow, 'text' | 'highlight'> {
  const [start, end] = [mention.start - passage.start, mention.end - passage.start];
  const before = collapse(text.slice(0, start)).trimStart();
  const named = collapse(text.slice(start, end));
  const after = collapse(text.slice(end)).trimEnd();
  return { text: before + named + after, highlight: [before.length, before.length + named.length] };
}

function collapse(text: string): string {
  return text.replace(/\s+/g, ' ');
}

function pickDateAndSource({ date, source }: ArticleSummary): Pick<ArticleRow, 'date' | 'source'> {
  return { ...(date === undefined ? {} : { date }), ...(source === undefined ? {} : { source }) };
}

function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}
