import type { ArticleId } from '../../core/article/article.js';
import type { ActorId, Facts } from '../../core/facts.js';
import type {
  ActorDetail,
  ActorMatch,
  ActorQuery,
  ArticleSummary,
  CorpusActor,
  CorpusEvent,
  Counts,
  EventId,
  EventQuery,
  EvidenceRequest,
  IndexedFile,
  NewestPlaces,
  Page,
  PageRequest,
  PassageEvidence,
  PassageHit,
  PassageQuery,
  StoreChange,
} from '../ports.js';
import type { IdentifyEvent } from '../shared/digest.js';
import type { Database } from './database.js';
import { createLease, PROCESS_HOST } from './lease.js';
import { Names } from './names.js';
import type { IndexLease, SqliteStore, Verification } from './sqliteTypes.js';
import { findActorDetail, findActorKey, listByAlias, pageActors } from './read/actors.js';
import { completeActors } from './read/completion.js';
import { completeEvents, findEvent, listEventMonths, pageEvents } from './read/events.js';
import {
  type EvidenceOf,
  findPassages,
  listNewestPlaces,
  pageEvidence,
  type TextlessEvidence,
} from './read/evidence.js';
import { getCounts, listFiles } from './read/overview.js';
import { PassageTexts, type TextSource } from './read/passageTexts.js';
import { searchPassages } from './read/searchPassages.js';
import { findSummary, findSummaryByKey, getTotal, listCopies, pageArticles } from './read/summaries.js';
import { Verifier } from './verifier.js';
import { applyChanges, putArticle, removeArticle } from './write/writer.js';

/** What a store is made of: an open index, where texts are, and what makes events of different articles one. */
export interface StoreParts {
  readonly database: Database;
  readonly generation: number;
  readonly source: TextSource;
  readonly identify: IdentifyEvent;
  readonly wasUnclean: boolean;
  /** Called when the store closes, before the file does. */
  readonly leave: () => void;
}

/** The corpus in SQLite: each question is answered from one moment of the index; texts come from the articles. */
export class SqliteCorpusStore implements SqliteStore {
  readonly generation: number;
  readonly wasUnclean: boolean;
  readonly lease: IndexLease;
  readonly #parts: StoreParts;
  readonly #database: Database;
  readonly #names: Names;
  readonly #texts: PassageTexts;
  readonly #verifier: Verifier;
  #version: number | undefined;

  constructor(parts: StoreParts) {
    this.#parts = parts;
    this.#database = parts.database;
    this.generation = parts.generation;
    this.wasUnclean = parts.wasUnclean;
    this.#names = new Names(parts.database);
    this.#texts = new PassageTexts(parts.database, parts.source);
    this.#verifier = new Verifier(parts.database, this.#names);
    this.lease = createLease(parts.database, PROCESS_HOST);
    this.hasChanged();
  }

  put(facts: Facts): Promise<void> {
    return this.#answer(() => {
      putArticle(this.#database, facts, this.#parts.identify);
    });
  }

  remove(article: ArticleId): Promise<void> {
    return this.#answer(() => {
      removeArticle(this.#database, article, this.#parts.identify);
    });
  }

  apply(changes: readonly StoreChange[]): Promise<void> {
    return this.#answer(() => {
      applyChanges(this.#database, changes, this.#parts.identify);
    });
  }

  listFiles(): Promise<readonly IndexedFile[]> {
    return this.#read(() => listFiles(this.#database));
  }

  getRevision(): Promise<number> {
    return this.#read(() => getTotal(this.#database, 'revision'));
  }

  getCounts(): Promise<Counts> {
    return this.#read(() => getCounts(this.#database));
  }

  listArticles(request: PageRequest): Promise<Page<ArticleSummary>> {
    return this.#read(() => pageArticles(this.#database, request));
  }

  findArticle(id: ArticleId): Promise<ArticleSummary | undefined> {
    return this.#read(() => findSummary(this.#database, id));
  }

  findArticleByKey(citationKey: string): Promise<ArticleSummary | undefined> {
    return this.#read(() => findSummaryByKey(this.#database, citationKey));
  }

  listCopies(id: ArticleId): Promise<readonly ArticleSummary[]> {
    return this.#read(() => listCopies(this.#database, id));
  }

  listActors(query: ActorQuery): Promise<Page<CorpusActor>> {
    return this.#read(() => pageActors(this.#database, query));
  }

  findActor(id: ActorId): Promise<ActorDetail | undefined> {
    return this.#read(() => findActorDetail(this.#database, id));
  }

  findActorsByAlias(alias: string): Promise<readonly CorpusActor[]> {
    return this.#read(() => listByAlias(this.#database, alias));
  }

  completeActors(prefix: string, limit: number): Promise<readonly ActorMatch[]> {
    return this.#read(() => completeActors(this.#database, prefix, limit));
  }

  listEvents(query: EventQuery): Promise<Page<CorpusEvent>> {
    return this.#read(() => pageEvents(this.#database, query));
  }

  findEvent(id: EventId): Promise<CorpusEvent | undefined> {
    return this.#read(() => findEvent(this.#database, id));
  }

  completeEvents(text: string, limit: number): Promise<readonly CorpusEvent[]> {
    return this.#read(() => completeEvents(this.#database, text, limit));
  }

  listEventMonths(): Promise<readonly { readonly month: string; readonly count: number }[]> {
    return this.#read(() => listEventMonths(this.#database));
  }

  listActorEvidence(id: ActorId, request: EvidenceRequest): Promise<Page<PassageEvidence>> {
    return this.#listEvidence('actor', () => findActorKey(this.#database, id), request);
  }

  listEventEvidence(id: EventId, request: EvidenceRequest): Promise<Page<PassageEvidence>> {
    return this.#listEvidence('event', () => this.#names.findEvent(id), request);
  }

  listNewestPlaces(actors: readonly ActorId[], events: readonly EventId[]): Promise<NewestPlaces> {
    return this.#read(() => listNewestPlaces(this.#database, actors, events));
  }

  async readPassages(
    places: readonly Pick<PassageEvidence, 'article' | 'passage'>[],
  ): Promise<readonly (string | undefined)[]> {
    const found = await this.#read(() => findPassages(this.#database, places));
    const read = await this.#texts.read(found.flatMap((passage) => passage ?? []));
    let next = 0;
    return found.map((passage) => (passage === undefined ? undefined : read[next++]));
  }

  searchPassages(query: PassageQuery): Promise<Page<PassageHit>> {
    return searchPassages({ database: this.#database, names: this.#names, texts: this.#texts }, query);
  }

  hasChanged(): boolean {
    const version = this.#database.get<{ data_version: number }>('PRAGMA data_version')?.data_version;
    const isOther = version !== this.#version;
    this.#version = version;
    return isOther;
  }

  tidy(): void {
    this.#database.get('PRAGMA wal_checkpoint(PASSIVE)');
  }

  verify(articles: number): Promise<Verification> {
    return this.#read(() => this.#verifier.check(articles));
  }

  close(): void {
    this.#parts.leave();
    this.#database.close();
  }

  async #listEvidence(
    kind: EvidenceOf['kind'],
    findKey: () => number | undefined,
    request: EvidenceRequest,
  ): Promise<Page<PassageEvidence>> {
    const page = await this.#read((): Page<TextlessEvidence> => {
      const key = findKey();
      if (key === undefined) return { rows: [], total: 0 };
      return pageEvidence({ database: this.#database, names: this.#names }, { kind, key }, request);
    });
    if (request.isTextWanted === false)
      return { ...page, rows: page.rows.map(({ evidence }) => ({ ...evidence, text: '' })) };
    const texts = await this.#texts.read(page.rows.map(({ passage }) => passage));
    return { ...page, rows: withTexts(page.rows, texts, ({ evidence }, text) => ({ ...evidence, text })) };
  }

  #read<T>(work: () => T): Promise<T> {
    return this.#answer(() => this.#database.read(work));
  }

  /** What `work` throws is what the promise rejects with. */
  #answer<T>(work: () => T): Promise<T> {
    return new Promise((resolve) => {
      resolve(work());
    });
  }
}

/** Rows with their texts; those whose text is not what was indexed are left out. */
function withTexts<T, U>(
  rows: readonly T[],
  texts: readonly (string | undefined)[],
  show: (row: T, text: string) => U,
): readonly U[] {
  return rows.flatMap((row, i) => {
    const text = texts[i];
    return text === undefined ? [] : [show(row, text)];
  });
}
