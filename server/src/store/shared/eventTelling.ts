import type { ActorId, Event, EventStatus, EventType } from '../../core/facts.js';
import type { Granularity, TimeInterval } from '../../core/events/timeInterval.js';
import { Tally } from './tally.js';
import { compareText } from './takeBest.js';

/** How often articles give an event each label, type, date …: they need not agree. */
export interface Telling {
  readonly labels: Tally<string>;
  readonly types: Tally<EventType>;
  readonly statuses: Tally<EventStatus>;
  readonly dates: Tally<string>;
  readonly places: Tally<string>;
  readonly participants: Tally<ActorId>;
}

/** What the corpus takes to be true of an event. */
export interface ToldEvent {
  readonly label: string;
  readonly type: EventType;
  readonly status: EventStatus;
  readonly date?: TimeInterval;
  readonly place?: string;
  /** Named by most articles first. */
  readonly participants: readonly ActorId[];
}

// What has happened was planned before: the later stage is the truth, whichever more articles tell.
const STATUSES: readonly EventStatus[] = ['happened', 'planned', 'hypothetical'];
const PRECISION: readonly Granularity[] = ['day', 'interval', 'week', 'month', 'season', 'year'];

export function createTelling(): Telling {
  return {
    labels: new Tally(),
    types: new Tally(),
    statuses: new Tally(),
    dates: new Tally(),
    places: new Tally(),
    participants: new Tally(),
  };
}

/** Adds what an article tells (`sign` 1), or takes it back (−1). */
export function tallyTelling(telling: Telling, event: Event, sign: 1 | -1): void {
  telling.labels.add(event.label, sign);
  telling.types.add(event.type, sign);
  telling.statuses.add(event.status, sign);
  if (event.date) telling.dates.add(`${event.date.granularity} ${event.date.from} ${event.date.to}`, sign);
  if (event.place) telling.places.add(event.place.name, sign);
  for (const actor of new Set(event.participants.map((each) => each.actor))) telling.participants.add(actor, sign);
}

/** Label, type and place as most articles have them, the most precise date, and everybody who took part. */
export function chooseTelling(telling: Telling): ToldEvent {
  const place = findMostFrequent(telling.places);
  const date = findMostPrecise(telling.dates);
  return {
    label: findMostFrequent(telling.labels) ?? '',
    type: findMostFrequent(telling.types) ?? 'OTHER',
    status: STATUSES.find((status) => telling.statuses.get(status) > 0) ?? 'hypothetical',
    ...(date !== undefined && { date }),
    ...(place !== undefined && { place }),
    participants: listByCount(telling.participants),
  };
}

function findMostFrequent<T extends string>(tally: Tally<T>): T | undefined {
  return listByCount(tally)[0];
}

function listByCount<T extends string>(tally: Tally<T>): readonly T[] {
  return [...tally.entries()].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0])).map(([value]) => value);
}

function findMostPrecise(dates: Tally<string>): TimeInterval | undefined {
  const [best] = [...dates.entries()]
    .map(([text, count]) => ({ date: parseDate(text), text, count }))
    .sort(
      (a, b) =>
        PRECISION.indexOf(a.date.granularity) - PRECISION.indexOf(b.date.granularity) ||
        b.count - a.count ||
        compareText(a.text, b.text),
    );
  return best?.date;
}

function parseDate(text: string): TimeInterval {
  const [granularity, from, to] = text.split(' ') as [Granularity, string, string];
  return { granularity, from, to };
}
