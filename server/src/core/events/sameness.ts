import type { NamedActor } from '../actors/recognisedNames.js';
import type { ActorId, EventStatus, Participant } from '../facts.js';
import { intersects, type TimeInterval } from './timeInterval.js';
import type { Trigger } from './triggers.js';

/** What decides whether two tellings may be of one event. */
export interface Telling {
  readonly trigger: Trigger;
  readonly status: EventStatus;
  readonly when?: TimeInterval;
  readonly place?: ActorId;
  readonly participants: readonly Participant[];
  /** `readSides(participants)`. */
  readonly sides: Sides;
}

/** Participants at state level. */
export interface Sides {
  readonly states: ReadonlySet<string>;
  readonly doers: ReadonlySet<string>;
  readonly persons: ReadonlyMap<string, readonly ActorId[]>;
}

type Actors = ReadonlyMap<ActorId, NamedActor>;

/** Whether nothing speaks against one event: type, kind, status, dates, places and persons. */
export function areCompatible(a: Telling, b: Telling, actors: Actors): boolean {
  if (a.trigger.type !== b.trigger.type || a.status !== b.status || !areAlike(a, b)) return false;
  if (a.when && b.when && !intersects(a.when, b.when)) return false;
  if (a.place && b.place && a.place !== b.place && !liesIn(a.place, b.place, actors)) return false;
  return !namesOtherPersons(a.sides.persons, b.sides.persons) && !namesOtherDoers(a, b);
}

/** „Forderung Russlands an die Nato" is not that of the Nato to Russia. */
function namesOtherDoers(a: Telling, b: Telling): boolean {
  const [first, second] = [a.sides.doers, b.sides.doers];
  return first.size > 0 && second.size > 0 && countShared(first, second) === 0;
}

/** An election is no earthquake; a visit and a meeting are one only at the same time. */
function areAlike(a: Telling, b: Telling): boolean {
  if (a.trigger.type === 'OTHER') return a.trigger.mode === b.trigger.mode;
  // A conference is the setting of meetings, not one of them.
  if ((a.trigger.mode === 'conference') !== (b.trigger.mode === 'conference')) return false;
  const isVisit = (telling: Telling): boolean => telling.trigger.mode === 'visit';
  return isVisit(a) === isVisit(b) || (a.when !== undefined && b.when !== undefined);
}

/**
 * Whether the participants are the same as far as told: Jaccard at state level ≥ 0.5, or one side's, at least two, are all among
 * the other's. One shared participant is enough only for the same word („die Forderung Moskaus").
 */
export function shareParties(a: Telling, b: Telling): boolean {
  const [first, second] = [a.sides.states, b.sides.states];
  const shared = countShared(first, second);
  const smaller = Math.min(first.size, second.size);
  if (shared === 0) return false;
  if (smaller === 1 && Math.max(first.size, second.size) > 1) return a.trigger === b.trigger;
  return shared / (first.size + second.size - shared) >= 0.5 || shared === smaller;
}

/** The states of participants; an actor without a known state stands for itself. */
export function statesOf(participants: readonly Participant[]): ReadonlySet<string> {
  return new Set(participants.map(stateOf));
}

function stateOf({ actor, state }: Participant): string {
  return state ?? actor;
}

/** Two other ministers of the same state meet at another time, even of the same two states. */
function namesOtherPersons(a: Sides['persons'], b: Sides['persons']): boolean {
  if (a.size === 0 || b.size === 0) return false;
  for (const [state, own] of a) {
    const others = b.get(state);
    if (others && !own.some((person) => others.includes(person))) return true;
  }
  return false;
}

function countShared(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const state of a) if (b.has(state)) shared++;
  return shared;
}

/** The sides of participants, worked out once: a telling is compared with many events. */
export function readSides(participants: readonly Participant[]): Sides {
  const doers = statesOf(participants.filter(({ role }) => role === 'source'));
  return { states: statesOf(participants), doers, persons: personsByState(participants) };
}

function personsByState(participants: readonly Participant[]): ReadonlyMap<string, readonly ActorId[]> {
  const byState = new Map<string, ActorId[]>();
  for (const own of participants) {
    if (!own.actor.startsWith('person:')) continue;
    byState.set(stateOf(own), [...(byState.get(stateOf(own)) ?? []), own.actor]);
  }
  return byState;
}

/** A town and its state: „in Russland" and „in Wostotschny" may be one place. */
function liesIn(a: ActorId, b: ActorId, actors: Actors): boolean {
  const [first, second] = [actors.get(a), actors.get(b)];
  const hasState = first?.kind === 'country' || second?.kind === 'country';
  return hasState && first?.state !== undefined && first.state === second?.state;
}
