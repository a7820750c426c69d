import type { ActorId } from '../../core/facts.js';
import { fold } from '../../core/text/fold.js';
import { splitWords } from '../shared/eventWords.js';
import type { CorpusActor, CorpusEvent, EventId } from '../ports.js';
import type { ArticleDigest, EventShare } from '../shared/digest.js';
import { chooseTelling, createTelling, tallyTelling, type Telling, type ToldEvent } from '../shared/eventTelling.js';
import { LazyOrder } from './lazyOrder.js';
import { compareNewestDigest } from './newest.js';
import { PrefixIndex, type PrefixEntry } from './prefixIndex.js';
import { Tally } from '../shared/tally.js';
import { compareText, takeBest } from '../shared/takeBest.js';

/** The month of events without a date. */
const UNDATED = 'undated';

/** An event of the corpus: the sum of what all articles tell of it. */
interface FoldedEvent {
  readonly id: EventId;
  readonly telling: Telling;
  readonly outlets: Tally<string>;
  readonly words: Map<string, { uses: number; readonly entry: PrefixEntry<FoldedEvent> }>;
  readonly articles: LazyOrder<ArticleDigest>;
  passageCount: number;
  /** Triggers in all articles. */
  placeCount: number;
  /** What it was filed under: it is taken out of the same places again before it changes. */
  filed: ToldEvent;
}

/** Folds what articles tell of events, and takes it back exactly. */
export class EventFold {
  readonly #events = new Map<EventId, FoldedEvent>();
  readonly #all = new LazyOrder(compareDates);
  readonly #told = new LazyOrder(compareTold);
  readonly #months = new Map<string, LazyOrder<FoldedEvent>>();
  readonly #actors = new Map<ActorId, LazyOrder<FoldedEvent>>();
  readonly #words = new PrefixIndex<FoldedEvent>();

  get size(): number {
    return this.#events.size;
  }

  add(digest: ArticleDigest): void {
    for (const share of digest.events) {
      const event = this.#take(share.id);
      countShare(event, { share, digest, sign: 1 });
      event.articles.add(digest);
      for (const word of listWords(share)) this.#addWord(event, word);
      this.#file(event);
    }
  }

  remove(digest: ArticleDigest): void {
    for (const share of digest.events) {
      const event = this.#take(share.id);
      countShare(event, { share, digest, sign: -1 });
      event.articles.delete(digest);
      for (const word of listWords(share)) this.#removeWord(event, word);
      if (event.articles.size > 0) this.#file(event);
    }
  }

  /** Dated events newest first, then undated ones by label; of one actor, of one month, or all. */
  list(filter: { readonly actor?: ActorId; readonly month?: string }): readonly EventRow[] {
    const { actor, month } = filter;
    if (actor === undefined) return (month === undefined ? this.#all : this.#months.get(month))?.list() ?? [];
    const events = this.#actors.get(actor)?.list() ?? [];
    return month === undefined ? events : events.filter((event) => monthOf(event) === month);
  }

  findRow(id: string): EventRow | undefined {
    return this.#events.get(id as EventId);
  }

  /** The articles that tell the event, newest first. */
  listArticles(id: EventId): readonly ArticleDigest[] {
    return this.#events.get(id)?.articles.list() ?? [];
  }

  /** Newest first, `undated` last. */
  listMonths(): readonly { readonly month: string; readonly count: number }[] {
    return [...this.#months]
      .map(([month, events]) => ({ month, count: events.size }))
      .sort((a, b) => Number(a.month === UNDATED) - Number(b.month === UNDATED) || compareText(b.month, a.month));
  }

  /** Events that have a word for every word of `text`, most told first. */
  complete(text: string, limit: number): readonly EventRow[] {
    const words = splitWords(text).sort((a, b) => b.length - a.length);
    const [longest] = words;
    if (longest === undefined) return this.#told.list().slice(0, limit);
    const candidates = new Set<FoldedEvent>();
    for (const { value } of this.#words.find(longest)) if (holdsAll(value, words)) candidates.add(value);
    return takeBest(candidates, limit, compareTold);
  }

  /** The event, taken out of all lists while it changes; `#file` puts it back. */
  #take(id: EventId): FoldedEvent {
    const event = this.#events.get(id);
    if (event === undefined) return createEvent(id);
    this.#events.delete(id);
    for (const order of [this.#all, this.#told]) order.delete(event);
    deleteFrom(this.#months, monthOf(event), event);
    for (const actor of event.filed.participants) deleteFrom(this.#actors, actor, event);
    return event;
  }

  #file(event: FoldedEvent): void {
    event.filed = chooseTelling(event.telling);
    this.#events.set(event.id, event);
    for (const order of [this.#all, this.#told]) order.add(event);
    addTo(this.#months, monthOf(event), event);
    for (const actor of event.filed.participants) addTo(this.#actors, actor, event);
  }

  #addWord(event: FoldedEvent, word: string): void {
    const known = event.words.get(word) ?? { uses: 0, entry: { key: word, value: event } };
    if (known.uses === 0) this.#words.add(known.entry);
    known.uses += 1;
    event.words.set(word, known);
  }

  #removeWord(event: FoldedEvent, word: string): void {
    const known = event.words.get(word);
    if (known === undefined) return;
    known.uses -= 1;
    if (known.uses > 0) return;
    this.#words.delete(known.entry);
    event.words.delete(word);
  }
}

/** An event as lists hold it: it is shown with `showEvent`. */
export type EventRow = FoldedEvent;

/** The rest of the corpus, as far as events are shown with it. */
export interface EventSurroundings {
  readonly findActor: (id: ActorId) => CorpusActor | undefined;
  /** How many different texts these articles print. */
  readonly countStories: (articles: readonly ArticleDigest[]) => number;
}

/** The event with its participants and sources as the corpus now knows them. */
export function showEvent(event: EventRow, { findActor, countStories }: EventSurroundings): CorpusEvent {
  const { participants, ...told } = event.filed;
  return {
    id: event.id,
    ...told,
    participants: participants.flatMap((id) => findActor(id) ?? []),
    passageCount: event.passageCount,
    articleCount: event.articles.size,
    sourceCount: Math.min(event.outlets.size, countStories(event.articles.list())),
  };
}

/** Dated events newest first, then undated ones by label. */
export function compareDates(a: EventRow, b: EventRow): number {
  return (
    compareText(b.filed.date?.from ?? '', a.filed.date?.from ?? '') ||
    compareText(a.filed.label, b.filed.label) ||
    compareText(a.id, b.id)
  );
}

function compareTold(a: EventRow, b: EventRow): number {
  return b.articles.size - a.articles.size || compareDates(a, b);
}

function createEvent(id: EventId): FoldedEvent {
  const telling = createTelling();
  return {
    id,
    telling,
    outlets: new Tally(),
    words: new Map(),
    articles: new LazyOrder(compareNewestDigest),
    passageCount: 0,
    placeCount: 0,
    filed: chooseTelling(telling),
  };
}

function countShare(
  event: FoldedEvent,
  { share, digest, sign }: { readonly share: EventShare; readonly digest: ArticleDigest; readonly sign: 1 | -1 },
): void {
  event.passageCount += sign * share.passages.length;
  event.placeCount += sign * share.places.length;
  event.outlets.add(outletOf(digest), sign);
  for (const told of share.tellings) tallyTelling(event.telling, told, sign);
}

/** Articles without a known outlet count one each. */
function outletOf({ summary }: ArticleDigest): string {
  return summary.source === undefined ? `article ${summary.id}` : `outlet ${fold(summary.source)}`;
}

function listWords({ tellings, names }: EventShare): ReadonlySet<string> {
  const texts = tellings.flatMap(({ label, type, place }) => [label, type, place?.name ?? '']);
  return new Set([...texts, ...names].flatMap(splitWords));
}

function holdsAll(event: FoldedEvent, words: readonly string[]): boolean {
  const own = [...event.words.keys()];
  return words.every((word) => own.some((each) => each.startsWith(word)));
}

function monthOf({ filed }: FoldedEvent): string {
  return filed.date?.from.slice(0, 7) ?? UNDATED;
}

function addTo<K>(orders: Map<K, LazyOrder<FoldedEvent>>, key: K, event: FoldedEvent): void {
  const order = orders.get(key) ?? new LazyOrder(compareDates);
  order.add(event);
  orders.set(key, order);
}

function deleteFrom<K>(orders: Map<K, LazyOrder<FoldedEvent>>, key: K, event: FoldedEvent): void {
  const order = orders.get(key);
  order?.delete(event);
  if (order?.size === 0) orders.delete(key);
}
