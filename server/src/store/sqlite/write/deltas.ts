import { type LookTally, lookKeyOf } from '../../shared/actorLook.js';
import { Tally } from '../../shared/tally.js';
import { printInterval, type RowActor, type RowEvent, type RowFacts, type RowPassage } from '../rowFacts.js';

/** What a batch changes in an actor's sums. */
export interface ActorDelta {
  /** Articles and tellings that need the actor's row. */
  refs: number;
  mentions: number;
  passages: number;
  articles: number;
  /** Articles that only repeat the text of another that names the actor. */
  copies: number;
  readonly looks: LookTally;
  readonly years: Tally<number>;
  readonly neighbours: Tally<number>;
  readonly aliases: Map<number, { uses: number; count: number }>;
}

export const ASPECTS = ['labels', 'types', 'statuses', 'dates', 'places', 'participants', 'names', 'outlets'] as const;

/** How often articles give an event each label, type …: `participants` are keys of actors, `outlets` are folded. */
export type EventTallies = Readonly<Record<(typeof ASPECTS)[number], Tally<string>>>;

/** What a batch changes in an event's sums. */
export interface EventDelta {
  articles: number;
  passages: number;
  places: number;
  copies: number;
  readonly tallies: EventTallies;
}

/** All sums that a batch changes; each is read and written once, however many articles of the batch touch it. */
export class Deltas {
  readonly actors = new Map<number, ActorDelta>();
  readonly events = new Map<number, EventDelta>();
  readonly totals = new Tally<string>();

  actor(key: number): ActorDelta {
    const known = this.actors.get(key) ?? createActorDelta();
    this.actors.set(key, known);
    return known;
  }

  event(key: number): EventDelta {
    const known = this.events.get(key) ?? createEventDelta();
    this.events.set(key, known);
    return known;
  }
}

/** What is counted with the facts of an article. */
export interface CountedArticle {
  readonly facts: RowFacts;
  /** Zero where unknown. */
  readonly year: number;
  /** Folded, or the article itself where unknown. */
  readonly outlet: string;
  readonly nameAlias: (alias: number) => string;
}

/** Adds what an article brings to the sums (`sign` 1), or takes exactly that away (−1). */
export function countArticle(deltas: Deltas, article: CountedArticle, sign: 1 | -1): void {
  const { facts } = article;
  for (const actor of facts.actors) countActor(deltas.actor(actor.actor), actor, article, sign);
  for (const event of facts.events) countEvent(deltas, event, article, sign);
  for (const passage of facts.passages) countPassage(deltas, passage, article, sign);
  deltas.totals.add('articles', sign);
  deltas.totals.add('passages', sign * facts.passages.length);
  deltas.totals.add('words', sign * facts.passages.reduce((sum, { words }) => sum + words, 0));
}

function countActor(delta: ActorDelta, actor: RowActor, { nameAlias }: CountedArticle, sign: 1 | -1): void {
  const { origin, kind, state } = actor;
  delta.refs += sign;
  delta.articles += sign;
  delta.looks.add(lookKeyOf({ origin, kind, name: nameAlias(actor.name), state }), sign);
  for (const { alias, count } of actor.aliases) {
    const sum = delta.aliases.get(alias) ?? { uses: 0, count: 0 };
    delta.aliases.set(alias, { uses: sum.uses + sign, count: sum.count + sign * count });
  }
}

function countEvent(deltas: Deltas, event: RowEvent, { outlet }: CountedArticle, sign: 1 | -1): void {
  const delta = deltas.event(event.event);
  delta.articles += sign;
  tallyEvent(delta.tallies, event, outlet, sign);
  for (const { place, participants } of event.tellings) {
    if (place?.actor !== undefined) deltas.actor(place.actor).refs += sign;
    for (const { actor } of participants) deltas.actor(actor).refs += sign;
  }
}

/** Adds what one article tells of an event, or takes it away. */
export function tallyEvent(tallies: EventTallies, event: RowEvent, outlet: string, sign: 1 | -1): void {
  tallies.outlets.add(outlet, sign);
  for (const name of event.names) tallies.names.add(name, sign);
  for (const { label, type, status, date, place, participants } of event.tellings) {
    tallies.labels.add(label, sign);
    tallies.types.add(type, sign);
    tallies.statuses.add(status, sign);
    if (date) tallies.dates.add(printInterval(date), sign);
    if (place) tallies.places.add(place.name, sign);
    for (const actor of new Set(participants.map((each) => each.actor))) tallies.participants.add(String(actor), sign);
  }
}

export function createTallies(): EventTallies {
  return Object.fromEntries(ASPECTS.map((aspect) => [aspect, new Tally<string>()])) as unknown as EventTallies;
}

/** What tells outlets apart; articles without a known outlet count one each. */
export function nameOutlet(id: string, outlet: string | null): string {
  return outlet === null ? `article ${id}` : `outlet ${outlet}`;
}

function countPassage(deltas: Deltas, { marks }: RowPassage, { facts, year }: CountedArticle, sign: 1 | -1): void {
  const [actors, events] = [new Set<number>(), new Set<number>()];
  for (const { form, index } of marks) {
    if (form === undefined) events.add(facts.events[index]?.event ?? 0);
    else actors.add(facts.actors[index]?.actor ?? 0);
  }
  for (const { form, index } of marks) {
    if (form === undefined) deltas.event(facts.events[index]?.event ?? 0).places += sign;
    else countMention(deltas, facts.actors[index]?.actor ?? 0, year, sign);
  }
  for (const event of events) deltas.event(event).passages += sign;
  for (const actor of actors) {
    const delta = deltas.actor(actor);
    delta.passages += sign;
    for (const other of actors) if (other !== actor) delta.neighbours.add(other, sign);
  }
}

function countMention(deltas: Deltas, actor: number, year: number, sign: 1 | -1): void {
  const delta = deltas.actor(actor);
  delta.mentions += sign;
  deltas.totals.add('mentions', sign);
  if (year > 0) delta.years.add(year, sign);
}

function createActorDelta(): ActorDelta {
  return {
    refs: 0,
    mentions: 0,
    passages: 0,
    articles: 0,
    copies: 0,
    looks: new Tally(),
    years: new Tally(),
    neighbours: new Tally(),
    aliases: new Map(),
  };
}

function createEventDelta(): EventDelta {
  return { articles: 0, passages: 0, places: 0, copies: 0, tallies: createTallies() };
}
