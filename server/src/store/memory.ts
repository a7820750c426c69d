import type { ArticleId } from '../core/article/article.js';
import { eventKey } from '../core/events/identity.js';
import type { ActorId, Facts } from '../core/facts.js';
import { ActorFold, compareActors } from './memory/actorFold.js';
import { digestFacts, type ArticleDigest, type IdentifyEvent } from './memory/digest.js';
import { compareDates, EventFold, showEvent, type EventRow, type FindActor } from './memory/eventFold.js';
import { pageEvidence } from './memory/evidence.js';
import { LazyOrder } from './memory/lazyOrder.js';
import { compareNewestDigest } from './memory/newest.js';
import { cutPage, mapPage } from './memory/page.js';
import type {
  ActorDetail,
  ActorMatch,
  ActorQuery,
  ArticleSummary,
  CorpusActor,
  CorpusEvent,
  CorpusStore,
  Counts,
  EventId,
  EventQuery,
  Page,
  PageRequest,
  PassageEvidence,
} from './ports.js';

/** An empty corpus in memory: for small corpora, tests, and wherever no index can be kept. */
export function createMemoryStore(identify: IdentifyEvent = eventKey): CorpusStore {
  return new MemoryStore(identify);
}

class MemoryStore implements CorpusStore {
  readonly #identify: IdentifyEvent;
  readonly #articles = new Map<ArticleId, ArticleDigest>();
  readonly #newest = new LazyOrder<ArticleDigest>(compareNewestDigest);
  readonly #actors = new ActorFold();
  readonly #events = new EventFold();
  readonly #findActor: FindActor = (id) => this.#actors.find(id);
  #revision = 0;
  #passageCount = 0;
  #mentionCount = 0;

  constructor(identify: IdentifyEvent) {
    this.#identify = identify;
  }

  put(facts: Facts): Promise<void> {
    const digest = digestFacts(facts, this.#identify);
    this.#forget(digest.summary.id);
    this.#revision += 1;
    this.#articles.set(digest.summary.id, digest);
    this.#newest.add(digest);
    this.#actors.add(digest);
    this.#events.add(digest);
    this.#count(digest, 1);
    return Promise.resolve();
  }

  remove(article: ArticleId): Promise<void> {
    this.#forget(article);
    return Promise.resolve();
  }

  getRevision(): Promise<number> {
    return Promise.resolve(this.#revision);
  }

  getCounts(): Promise<Counts> {
    return Promise.resolve({
      articles: this.#articles.size,
      passages: this.#passageCount,
      mentions: this.#mentionCount,
      actors: this.#actors.size,
      events: this.#events.size,
    });
  }

  listArticles(request: PageRequest): Promise<Page<ArticleSummary>> {
    const page = cutPage(this.#newest.list(), request, {
      compare: compareNewestDigest,
      findRow: (cursor) => this.#articles.get(cursor as ArticleId),
      cursorOf: ({ summary }) => summary.id,
    });
    return Promise.resolve(mapPage(page, ({ summary }) => summary));
  }

  findArticle(id: ArticleId): Promise<ArticleSummary | undefined> {
    return Promise.resolve(this.#articles.get(id)?.summary);
  }

  listActors(query: ActorQuery): Promise<Page<CorpusActor>> {
    const actors = this.#actors.list();
    const asked = query.kind === undefined ? actors : actors.filter(({ kind }) => kind === query.kind);
    const page = cutPage(asked, query, {
      compare: compareActors,
      findRow: (cursor) => this.#actors.find(cursor as ActorId),
      cursorOf: ({ id }) => id,
    });
    return Promise.resolve(page);
  }

  findActor(id: ActorId): Promise<ActorDetail | undefined> {
    return Promise.resolve(this.#actors.findDetail(id));
  }

  findActorsByAlias(alias: string): Promise<readonly CorpusActor[]> {
    return Promise.resolve(this.#actors.listByAlias(alias));
  }

  completeActors(prefix: string, limit: number): Promise<readonly ActorMatch[]> {
    return Promise.resolve(this.#actors.complete(prefix, limit));
  }

  listEvents(query: EventQuery): Promise<Page<CorpusEvent>> {
    const page = cutPage(this.#events.list(query), query, {
      compare: compareDates,
      findRow: (cursor) => this.#events.findRow(cursor),
      cursorOf: ({ id }) => id,
    });
    return Promise.resolve(mapPage(page, (event) => this.#show(event)));
  }

  findEvent(id: EventId): Promise<CorpusEvent | undefined> {
    const event = this.#events.findRow(id);
    return Promise.resolve(event && this.#show(event));
  }

  completeEvents(text: string, limit: number): Promise<readonly CorpusEvent[]> {
    return Promise.resolve(this.#events.complete(text, limit).map((event) => this.#show(event)));
  }

  listEventMonths(): Promise<readonly { readonly month: string; readonly count: number }[]> {
    return Promise.resolve(this.#events.listMonths());
  }

  listActorEvidence(id: ActorId, request: PageRequest): Promise<Page<PassageEvidence>> {
    const source = {
      articles: this.#actors.listArticles(id),
      placesOf: (digest: ArticleDigest) => digest.actors.find(({ actor }) => actor.id === id)?.places ?? [],
      total: this.#actors.find(id)?.mentionCount ?? 0,
      findArticle: (article: ArticleId) => this.#articles.get(article),
    };
    return Promise.resolve(pageEvidence(source, request));
  }

  listEventEvidence(id: EventId, request: PageRequest): Promise<Page<PassageEvidence>> {
    const source = {
      articles: this.#events.listArticles(id),
      placesOf: (digest: ArticleDigest) => digest.events.find((share) => share.id === id)?.places ?? [],
      total: this.#events.findRow(id)?.placeCount ?? 0,
      findArticle: (article: ArticleId) => this.#articles.get(article),
    };
    return Promise.resolve(pageEvidence(source, request));
  }

  #show(event: EventRow): CorpusEvent {
    return showEvent(event, this.#findActor);
  }

  #forget(id: ArticleId): void {
    const digest = this.#articles.get(id);
    if (digest === undefined) return;
    this.#revision += 1;
    this.#articles.delete(id);
    this.#newest.delete(digest);
    this.#actors.remove(digest);
    this.#events.remove(digest);
    this.#count(digest, -1);
  }

  #count(digest: ArticleDigest, sign: 1 | -1): void {
    this.#passageCount += sign * digest.passages.length;
    this.#mentionCount += sign * digest.mentionCount;
  }
}
