import type { ArticleId } from '../core/article/article.js';
import { pathOf } from '../core/article/articleId.js';
import { eventKey } from '../core/events/identity.js';
import type { ActorId, Facts } from '../core/facts.js';
import { ActorFold, compareActors } from './memory/actorFold.js';
import { ArticleFold } from './memory/articleFold.js';
import { compareDates, EventFold, type EventRow, type EventSurroundings, showEvent } from './memory/eventFold.js';
import { type EvidenceSource, pageEvidence } from './memory/evidence.js';
import { FileTable } from './memory/fileTable.js';
import { cutPage, mapPage } from './memory/page.js';
import { PassageWords } from './memory/passageWords.js';
import { searchPassages } from './memory/searchPassages.js';
import { StoryFold } from './memory/storyFold.js';
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
  EvidencePlace,
  IndexedFile,
  NewestPlaces,
  OfficeEvidence,
  Page,
  PageRequest,
  PassageEvidence,
  PassageHit,
  PassageQuery,
  StoreChange,
} from './ports.js';
import { type ArticleDigest, digestFacts, type IdentifyEvent, type StatedOffice } from './shared/digest.js';
import { moveDigest } from './shared/moveDigest.js';

/** An empty corpus in memory: for small corpora, tests, and wherever no index can be kept. */
export function createMemoryStore(identify: IdentifyEvent = eventKey): CorpusStore {
  return new MemoryStore(identify);
}

class MemoryStore implements CorpusStore {
  readonly #identify: IdentifyEvent;
  readonly #stories = new StoryFold();
  readonly #articles = new ArticleFold(this.#stories);
  readonly #actors = new ActorFold(this.#stories);
  readonly #events = new EventFold();
  readonly #files = new FileTable();
  readonly #words = new PassageWords();
  readonly #surroundings: EventSurroundings = {
    findActor: (id) => this.#actors.find(id),
    countStories: (articles) => this.#stories.count(articles),
  };
  #revision = 0;
  #passageCount = 0;
  #mentionCount = 0;

  constructor(identify: IdentifyEvent) {
    this.#identify = identify;
  }

  put(facts: Facts): Promise<void> {
    this.#put(digestFacts(facts, this.#identify), { path: pathOf(facts.article.id), pass: 0 });
    return Promise.resolve();
  }

  remove(article: ArticleId): Promise<void> {
    this.#files.drop(article);
    this.#forget(article);
    return Promise.resolve();
  }

  apply(changes: readonly StoreChange[]): Promise<void> {
    // All that may fail comes first: from here on no reader gets a turn, and nothing stands in the way.
    const steps = changes.map((change) => this.#prepare(change));
    for (const step of steps) step();
    return Promise.resolve();
  }

  listFiles(): Promise<readonly IndexedFile[]> {
    return Promise.resolve(this.#files.list());
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
    return Promise.resolve(this.#articles.page(request));
  }

  findArticle(id: ArticleId): Promise<ArticleSummary | undefined> {
    const digest = this.#articles.find(id);
    return Promise.resolve(digest && this.#articles.summarise(digest));
  }

  findArticleByKey(citationKey: string): Promise<ArticleSummary | undefined> {
    const digest = this.#articles.findByKey(citationKey);
    return Promise.resolve(digest && this.#articles.summarise(digest));
  }

  listCopies(id: ArticleId): Promise<readonly ArticleSummary[]> {
    return Promise.resolve(this.#articles.listCopies(id));
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
    const detail = this.#actors.findDetail(id);
    return Promise.resolve(
      detail && { ...detail, offices: detail.offices.flatMap((office) => this.#showOffice(office)) },
    );
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
    const source = this.#evidenceIn(this.#actors.listArticles(id), {
      placesOf: (digest) => digest.actors.find(({ actor }) => actor.id === id)?.places ?? [],
      total: this.#actors.find(id)?.mentionCount ?? 0,
    });
    return Promise.resolve(pageEvidence(source, request));
  }

  listEventEvidence(id: EventId, request: PageRequest): Promise<Page<PassageEvidence>> {
    const source = this.#evidenceIn(this.#events.listArticles(id), {
      placesOf: (digest) => digest.events.find((share) => share.id === id)?.places ?? [],
      total: this.#events.findRow(id)?.placeCount ?? 0,
    });
    return Promise.resolve(pageEvidence(source, request));
  }

  async listNewestPlaces(actors: readonly ActorId[], events: readonly EventId[]): Promise<NewestPlaces> {
    const places = { actors: new Map<ActorId, EvidencePlace>(), events: new Map<EventId, EvidencePlace>() };
    for (const id of actors)
      for (const place of (await this.listActorEvidence(id, { limit: 1 })).rows) places.actors.set(id, place);
    for (const id of events)
      for (const place of (await this.listEventEvidence(id, { limit: 1 })).rows) places.events.set(id, place);
    return places;
  }

  readPassages(
    places: readonly Pick<PassageEvidence, 'article' | 'passage'>[],
  ): Promise<readonly (string | undefined)[]> {
    const read = places.map(({ article, passage }) => {
      const passages = this.#articles.find(article.id)?.passages ?? [];
      return passages.find(({ start }) => start === passage.start)?.text;
    });
    return Promise.resolve(read);
  }

  searchPassages(query: PassageQuery): Promise<Page<PassageHit>> {
    const { summarise } = this.#articles;
    const articles = this.#articles.list();
    return Promise.resolve(searchPassages({ articles, words: this.#words, summarise }, query));
  }

  #evidenceIn(articles: readonly ArticleDigest[], places: Pick<EvidenceSource, 'placesOf' | 'total'>): EvidenceSource {
    const { summarise } = this.#articles;
    return { articles, ...places, findArticle: (id) => this.#articles.find(id), summarise };
  }

  #showOffice(office: StatedOffice): readonly OfficeEvidence[] {
    const digest = this.#articles.find(office.article.id);
    return digest ? [{ ...office, article: this.#articles.summarise(digest) }] : [];
  }

  #show(event: EventRow): CorpusEvent {
    return showEvent(event, this.#surroundings);
  }

  /** What is left to do for a change once nothing of it can fail. */
  #prepare(change: StoreChange): () => void {
    switch (change.kind) {
      case 'put': {
        const digest = digestFacts(change.facts, this.#identify);
        return () => {
          this.#put(digest, change);
        };
      }
      case 'finish':
        return () => {
          this.#finish(change.file, change.pass);
        };
      case 'forget':
        return () => {
          this.#forgetFile(change.path);
        };
      case 'rename':
        return () => {
          this.#rename(change);
        };
    }
  }

  #put(digest: ArticleDigest, { path, pass }: { readonly path: string; readonly pass: number }): void {
    this.#forget(digest.summary.id);
    this.#files.note(path, digest.summary.id, pass);
    this.#add(digest);
  }

  #finish(file: IndexedFile, pass: number): void {
    for (const article of this.#files.finish(file, pass)) {
      this.#files.drop(article);
      this.#forget(article);
    }
    this.#revision += 1;
  }

  #forgetFile(path: string): void {
    for (const article of this.#files.forget(path)) this.#forget(article);
    this.#revision += 1;
  }

  #rename({ from, to, stamp }: { readonly from: string; readonly to: string; readonly stamp: string }): void {
    const file = this.#files.find(from);
    if (file === undefined) return;
    const moved = this.#files.listPasses(from).flatMap(([id, pass]) => {
      const digest = this.#articles.find(id);
      const newId = `${to}${id.slice(from.length)}` as ArticleId;
      return digest ? [{ digest: moveDigest(digest, newId, this.#identify), pass }] : [];
    });
    for (const path of [from, to]) this.#forgetFile(path);
    for (const { digest, pass } of moved) this.#put(digest, { path: to, pass });
    const problems = file.problems.map((problem) => ({ ...problem, path: to }));
    this.#files.finish({ ...file, path: to, stamp, problems }, 0);
  }

  #add(digest: ArticleDigest): void {
    this.#revision += 1;
    this.#stories.add(digest);
    this.#articles.add(digest);
    this.#actors.add(digest);
    this.#events.add(digest);
    this.#count(digest, 1);
  }

  #forget(id: ArticleId): void {
    const digest = this.#articles.find(id);
    if (digest === undefined) return;
    this.#revision += 1;
    this.#stories.remove(digest);
    this.#articles.remove(digest);
    this.#actors.remove(digest);
    this.#events.remove(digest);
    this.#count(digest, -1);
  }

  #count(digest: ArticleDigest, sign: 1 | -1): void {
    this.#passageCount += sign * digest.passages.length;
    this.#mentionCount += sign * digest.mentionCount;
  }
}
