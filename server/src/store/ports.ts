import type { Article, ArticleId } from '../core/article/article.js';
import type { ActorId, ActorKind, EventStatus, EventType, Facts, MentionForm } from '../core/facts.js';
import type { Problem } from '../core/problem.js';
import type { TimeInterval } from '../core/events/timeInterval.js';
import type { LineStarts } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';

/** Names an event over all articles: made from what identifies it, so that incremental equals rebuild. */
export type EventId = string & { readonly EventId: unique symbol };

/** One page of a list, and the cursor of the next; no cursor: that was all. `total` counts the whole list. */
export interface Page<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next?: string;
}

/**
 * How much of a list is wanted. `cursor` comes from the page before and names its last row: the page goes on behind that row,
 * wherever changes have moved it; when the row is gone, the list starts anew.
 */
export interface PageRequest {
  readonly limit: number;
  readonly cursor?: string;
}

/** An article as lists and citations show it. */
export interface ArticleSummary
  extends Pick<Article, 'title' | 'date' | 'source' | 'authors' | 'url' | 'language' | 'extracted'> {
  readonly id: ArticleId;
  readonly lineStarts: LineStarts;
  readonly actorCount: number;
  readonly eventCount: number;
  /** The first article, by date and then by path, of those that print the same text; the article itself when no other does. */
  readonly story: ArticleId;
  /** How many other articles print the same text. */
  readonly copyCount: number;
  /** Names the article in citations; two articles never share one. */
  readonly citationKey: string;
}

/** A surface form of an actor with the number of mentions that use it. */
export interface AliasCount {
  readonly alias: string;
  readonly count: number;
}

/** An office with the passage that states it and the article's date. */
export interface OfficeEvidence {
  readonly title: string;
  readonly state?: string;
  readonly article: ArticleSummary;
  readonly span: Span;
}

/** An actor folded over all articles of the corpus. */
export interface CorpusActor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  readonly name: string;
  readonly state?: string;
  /** `confirmed`: the authority file names it. */
  readonly certainty: 'recognised' | 'confirmed';
  readonly mentionCount: number;
  readonly passageCount: number;
  readonly articleCount: number;
  /** Different stories among the articles: the same agency text in several outlets is one. */
  readonly storyCount: number;
  /** ISO dates of the first and last dated article that names the actor. */
  readonly firstDate?: string;
  readonly lastDate?: string;
}

/** All about one actor that a card shows. */
export interface ActorDetail extends CorpusActor {
  /** Most frequent first. */
  readonly aliases: readonly AliasCount[];
  /** Newest first; the same title of the same state once, with its newest evidence. */
  readonly offices: readonly OfficeEvidence[];
  /** Mentions by year, ascending: the sparkline. */
  readonly years: readonly { readonly year: string; readonly count: number }[];
  /** Actors that share passages with it, most frequent first, at most ten. */
  readonly neighbours: readonly { readonly actor: CorpusActor; readonly count: number }[];
}

/** An event folded over all articles that tell it. */
export interface CorpusEvent {
  readonly id: EventId;
  readonly label: string;
  readonly type: EventType;
  readonly status: EventStatus;
  readonly date?: TimeInterval;
  readonly place?: string;
  readonly participants: readonly CorpusActor[];
  readonly passageCount: number;
  readonly articleCount: number;
  /**
   * Independent sources that tell it: no more than there are stories (the same agency text in several outlets is one), and no more
   * than there are outlets (articles without a known outlet count one each).
   */
  readonly sourceCount: number;
}

/** A mention or trigger with the passage around it: what is shown as evidence and opened on F12. */
export interface PassageEvidence {
  readonly article: ArticleSummary;
  /** The passage in the article's text. */
  readonly passage: Span;
  readonly text: string;
  /** The mention or trigger inside the passage, in the article's text. */
  readonly mention: Span;
  readonly form?: MentionForm;
  /** Actors mentioned in the passage: what ranks it for a sentence of the draft. */
  readonly actors: readonly ActorId[];
  readonly events: readonly EventId[];
}

/** Where a mention or trigger stands, and in which passage. */
export type EvidencePlace = Pick<PassageEvidence, 'article' | 'passage' | 'mention'>;

/** A place for each of those that some article names. */
export interface NewestPlaces {
  readonly actors: ReadonlyMap<ActorId, EvidencePlace>;
  readonly events: ReadonlyMap<EventId, EvidencePlace>;
}

export interface Counts {
  readonly articles: number;
  readonly passages: number;
  readonly mentions: number;
  readonly actors: number;
  readonly events: number;
}

/** How much evidence is wanted. A list of places needs no texts, and reading them takes time: a store may then leave them empty. */
export interface EvidenceRequest extends PageRequest {
  readonly isTextWanted?: false;
}

export interface ActorQuery extends PageRequest {
  readonly kind?: ActorKind;
}

export interface EventQuery extends PageRequest {
  /** Only events in which this actor takes part. */
  readonly actor?: ActorId;
  /** Only events of this month, `YYYY-MM`, or of no date: `undated`. */
  readonly month?: string;
}

/** A file of the corpus as the index knows it. Equal stamps mean unchanged; equal hashes mean that only name or time changed. */
export interface IndexedFile {
  readonly path: string;
  readonly stamp: string;
  /** Of the file's bytes; what else its articles were made from (references, learnt furniture) goes into it too. */
  readonly hash: string;
  /** ANALYSIS_VERSION that made its facts. */
  readonly version: number;
  readonly problems: readonly Problem[];
}

/**
 * One change of the index. A file may hold so many articles that they cannot all be held at once: they are put one after another, with
 * the same `pass`, a number larger than in every earlier pass of the file; `finish` then removes the articles of earlier passes.
 */
export type StoreChange =
  | { readonly kind: 'put'; readonly facts: Facts; readonly path: string; readonly pass: number }
  | { readonly kind: 'finish'; readonly file: IndexedFile; readonly pass: number }
  | { readonly kind: 'forget'; readonly path: string }
  /** The file has moved: its articles keep their facts and get the ids of the new path. */
  | { readonly kind: 'rename'; readonly from: string; readonly to: string; readonly stamp: string };

/**
 * What the service asks of a corpus store. All calls are asynchronous, coarse (one answers one feature) and paged, and hold no
 * type of an engine, so that memory, SQLite and PostgreSQL can stand behind it. The contract test decides what it means.
 */
export interface CorpusStore {
  /** Folds an article's facts in; what the same article put before is removed first. */
  put(facts: Facts): Promise<void>;
  /** Removes all traces of an article; unknown ids are ignored. */
  remove(article: ArticleId): Promise<void>;
  /** Makes all changes in order, or none of them: what a reader sees is before or after. */
  apply(changes: readonly StoreChange[]): Promise<void>;
  /** All files that were finished, by path. */
  listFiles(): Promise<readonly IndexedFile[]>;
  /** Grows with every change: an answer of an older revision may be stale. */
  getRevision(): Promise<number>;
  getCounts(): Promise<Counts>;

  /** Newest first, then by path; articles without a date come last. */
  listArticles(request: PageRequest): Promise<Page<ArticleSummary>>;
  findArticle(id: ArticleId): Promise<ArticleSummary | undefined>;
  findArticleByKey(citationKey: string): Promise<ArticleSummary | undefined>;
  /** The other articles that print the same text, by date and then by path. */
  listCopies(id: ArticleId): Promise<readonly ArticleSummary[]>;

  /** Most mentioned first, then by name. */
  listActors(query: ActorQuery): Promise<Page<CorpusActor>>;
  findActor(id: ActorId): Promise<ActorDetail | undefined>;
  /** All actors that some article calls exactly `alias` (folded), most frequent with this alias first. */
  findActorsByAlias(alias: string): Promise<readonly CorpusActor[]>;
  /** Actors of which some word of a name or alias starts with `prefix` (folded, umlauts as ae too); fuzzy when none does. */
  completeActors(prefix: string, limit: number): Promise<readonly ActorMatch[]>;

  /** Dated events newest first, then undated ones by label. */
  listEvents(query: EventQuery): Promise<Page<CorpusEvent>>;
  findEvent(id: EventId): Promise<CorpusEvent | undefined>;
  /** Events whose label, type, participants or place hold every word of `text` as a prefix, most told first. */
  completeEvents(text: string, limit: number): Promise<readonly CorpusEvent[]>;
  /** Months that have events, newest first, with their number; `undated` last. */
  listEventMonths(): Promise<readonly { readonly month: string; readonly count: number }[]>;

  /** Every mention of the actor, newest article first, then by place in the article. */
  listActorEvidence(id: ActorId, request: EvidenceRequest): Promise<Page<PassageEvidence>>;
  listEventEvidence(id: EventId, request: EvidenceRequest): Promise<Page<PassageEvidence>>;
  /** The first row that lists of evidence of these actors and events have. */
  listNewestPlaces(actors: readonly ActorId[], events: readonly EventId[]): Promise<NewestPlaces>;
  /** The texts of passages that lists of evidence gave, in their order; undefined for one that is not any more what was indexed. */
  readPassages(
    places: readonly Pick<PassageEvidence, 'article' | 'passage'>[],
  ): Promise<readonly (string | undefined)[]>;
  /** Passages that hold what is asked for, best first. */
  searchPassages(query: PassageQuery): Promise<Page<PassageHit>>;
}

/** A search in the words of passages, as a tree that no engine's syntax leaks into. */
export type TextQuery =
  /** Words in this order, one behind the other; one word: the word itself. */
  | { readonly kind: 'phrase'; readonly words: readonly string[]; readonly isPrefix?: true }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly TextQuery[] }
  | { readonly kind: 'not'; readonly part: TextQuery };

/** One of these is wanted; when `isUnwanted`, none of them. */
export interface Choice<T> {
  readonly anyOf: readonly T[];
  readonly isUnwanted?: true;
}

/** What narrows a search; all that is given must hold. */
export interface PassageQuery extends PageRequest {
  readonly text?: TextQuery;
  /** Whom the passage names. */
  readonly actors?: readonly Choice<ActorId>[];
  /** What the passage tells. */
  readonly events?: readonly Choice<EventId>[];
  /** Words that stand one behind the other in the outlet's name. */
  readonly sources?: readonly Choice<string>[];
  /** ISO dates, inclusive; an article without a date lies in no range. */
  readonly from?: string;
  readonly to?: string;
}

/** A passage found, with the stretches of the article's text that matched. */
export interface PassageHit {
  readonly article: ArticleSummary;
  readonly passage: Span;
  readonly text: string;
  readonly matches: readonly Span[];
  readonly score: number;
}

/** A completion hit: the actor and the alias that matched. */
export interface ActorMatch {
  readonly actor: CorpusActor;
  readonly alias: string;
}
