import type { Article } from '../../core/article/article.js';
import { eventKey } from '../../core/events/identity.js';
import { statesOf } from '../../core/events/sameness.js';
import { intersects, type TimeInterval } from '../../core/events/timeInterval.js';
import type { ActorId, Event } from '../../core/facts.js';
import { fold } from '../../core/text/fold.js';
import type { CorpusEvent, CorpusStore, EventId } from '../../store/ports.js';

/** So many events of a participant, and so many of a month, are compared: the newest. */
const MAX_COMPARED = 100;
const MAX_PARTICIPANTS = 4;
// How much it says that dates, places, persons and their states agree. One shared participant alone, or the same place alone, is not
// enough; the same day with one of two participants is, and so are the same participants where nothing else is told.
const POINTS = { day: 3, month: 2, year: 1, place: 2, otherPlace: -1, actors: 3, states: 2 } as const;
const ENOUGH = 4;

/**
 * The event of the corpus that a draft's (or article's) event most likely is: of the same type, at a compatible date, with the same
 * participants or place. Undefined when none is like it.
 */
export async function matchEvent(store: CorpusStore, event: Event, article: Article): Promise<CorpusEvent | undefined> {
  const same = await store.findEvent(eventKey(event, article) as EventId);
  // An event that only its article knows is known by its place in it: what the editor holds may count otherwise.
  if (same && isPossible(event, same)) return same;
  let best: { readonly known: CorpusEvent; readonly likeness: number } | undefined;
  for (const known of await listCandidates(store, event)) {
    const likeness = isPossible(event, known) ? measureLikeness(event, known) : 0;
    if (likeness >= ENOUGH && likeness > (best?.likeness ?? 0)) best = { known, likeness };
  }
  return best?.known;
}

async function listCandidates(store: CorpusStore, event: Event): Promise<Iterable<CorpusEvent>> {
  const found = new Map<EventId, CorpusEvent>();
  for (const actor of [...actorsOf(event)].slice(0, MAX_PARTICIPANTS))
    for (const known of (await store.listEvents({ actor, limit: MAX_COMPARED })).rows) found.set(known.id, known);
  const month = event.date?.from.slice(0, 7);
  if (month !== undefined)
    for (const known of (await store.listEvents({ month, limit: MAX_COMPARED })).rows) found.set(known.id, known);
  return found.values();
}

/** Neither the type nor the date rules it out. */
function isPossible({ type, date }: Event, known: CorpusEvent): boolean {
  return type === known.type && (!date || !known.date || intersects(date, known.date));
}

function measureLikeness(event: Event, known: CorpusEvent): number {
  const actors = new Set(known.participants.map(({ id }) => id));
  const states = new Set(known.participants.map(({ id, state }) => state ?? id));
  return (
    compareDates(event.date, known.date) +
    comparePlaces(event.place?.name, known.place) +
    POINTS.actors * measureOverlap(actorsOf(event), actors) +
    POINTS.states * measureOverlap(statesOf(event.participants), states)
  );
}

/** Two dates that are known to intersect say the more, the more precise the vaguer one is. */
function compareDates(own: TimeInterval | undefined, known: TimeInterval | undefined): number {
  if (own === undefined || known === undefined) return 0;
  const lengths = [own, known].map(({ from, to }) => Date.parse(to) - Date.parse(from));
  const days = Math.max(...lengths) / 86_400_000;
  if (days < 8) return POINTS.day;
  return days < 32 ? POINTS.month : POINTS.year;
}

function comparePlaces(own: string | undefined, known: string | undefined): number {
  if (own === undefined || known === undefined) return 0;
  return fold(own) === fold(known) ? POINTS.place : POINTS.otherPlace;
}

/** Jaccard index: what is in both, of what is in either. */
function measureOverlap(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((each) => b.has(each)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

function actorsOf({ participants }: Event): ReadonlySet<ActorId> {
  return new Set(participants.map(({ actor }) => actor));
}
