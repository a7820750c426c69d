import type { NamedActor } from '../actors/recognisedNames.js';
import type { ActorId } from '../facts.js';
import { canStandAlone } from './acceptTelling.js';
import { toDayNumber } from './dates/calendar.js';
import type { EventText } from './eventText.js';
import type { Group, Party } from './participants.js';
import { isMutual } from './parts.js';
import { areCompatible, readSides, shareParties, type Sides, type Telling } from './sameness.js';
import { type ClauseTelling, isDefinite } from './tellings.js';
import type { Sliced } from '../text/slices.js';
import type { TimeInterval } from './timeInterval.js';
import type { Trigger } from './triggers.js';

/** A telling at its place in the text. */
export interface PlacedTelling extends ClauseTelling {
  /** Where its paragraph starts. */
  readonly start: number;
  /** Its position among the tellings of the text. */
  readonly order: number;
}

/** An event of the article with everything that tells it; what it is known by grows with every telling. */
export interface ToldEvent extends Telling {
  readonly participants: readonly Party[];
  readonly tellings: readonly PlacedTelling[];
  /** The paragraph that told it first. */
  readonly text: EventText;
}

/** One that is still growing: it is extended in place, so that a long text stays linear. */
interface OpenEvent extends ToldEvent {
  /** Position among the events of the text. */
  readonly index: number;
  participants: readonly Party[];
  sides: Sides;
  when?: TimeInterval;
  place?: ActorId;
  readonly tellings: PlacedTelling[];
  /** The triggers that have told it. */
  readonly words: Set<Trigger>;
}

/** The actors of the text, and its states by ISO code. */
export interface Cast {
  readonly actors: Actors;
  readonly states: ReadonlyMap<string, NamedActor>;
}

type Actors = ReadonlyMap<ActorId, NamedActor>;

/**
 * Joins tellings of one event, in the order of the text. A telling joins the latest event that is compatible and has the same
 * participants; one of the same clause; or, when definite and without own participants, the latest compatible event. What joins
 * none and cannot stand alone waits for another of its clause („hat die Stichwahl gewonnen"), else it is left out. The events ascend by their first telling. Yields now and then.
 */
export function* mergeTellings(cast: Cast, tellings: readonly PlacedTelling[]): Sliced<readonly ToldEvent[]> {
  const events: OpenEvent[] = [];
  const open = new Map<string, OpenEvent[]>();
  const started = new Map<Trigger, OpenEvent>();
  let waiting: readonly PlacedTelling[] = [];
  for (const told of tellings) {
    const own = nameGroup(cast, events, told);
    const isRecent = (known: OpenEvent): boolean => known.index >= events.length - MAX_COMPARED;
    const kind = `${own.trigger.type} ${own.status}`;
    const comparable = (open.get(kind) ?? []).filter(isRecent);
    open.set(kind, comparable);
    waiting = waiting.filter(({ mention }) => mention.clause === own.mention.clause);
    const known = findSame(comparable, own, cast.actors);
    if (known) join(known, own, cast.actors);
    else if (canStandAlone(own)) {
      const before = started.get(own.trigger);
      const added = start(own, events.length, before && isRecent(before) ? before : undefined);
      events.push(added);
      comparable.push(added);
      started.set(own.trigger, added);
      for (const object of waiting.filter(
        (other) => belongsTo(added, other) && areCompatible(added, other, cast.actors),
      ))
        join(added, object, cast.actors);
    } else waiting = [...waiting, own];
    if (told.order % SLICE === 0) yield;
  }
  return events.toSorted((a, b) => firstOrder(a) - firstOrder(b));
}

/** So many tellings are merged between two pauses. */
const SLICE = 32;

/** So many of the latest events a telling is compared with: far more than an article has, so that a whole book stays linear. */
const MAX_COMPARED = 200;

/** „Die beiden trafen sich erstmals 2019": those who act together in the latest event that has two or more. */
function nameGroup(cast: Cast, events: readonly ToldEvent[], own: PlacedTelling): PlacedTelling {
  if (own.group === undefined || isDefinite(own)) return own;
  const latest = events
    .slice(-MAX_COMPARED)
    .filter((known) => listTogether(known).length >= 2)
    .reduce<ToldEvent | undefined>(
      (best, known) => (best && lastOrder(best) > lastOrder(known) ? best : known),
      undefined,
    );
  const role = isMutual(own.trigger.type) ? 'party' : 'source';
  const named = latest
    ? listTogether(latest).map((party) => ({ ...asMeant(cast, party, own.group), role }) as const)
    : [];
  const all = [...named, ...own.participants];
  const participants = all.filter(({ actor }, i) => all.findIndex((other) => other.actor === actor) === i);
  return { ...own, participants, sides: readSides(participants) };
}

function listTogether({ participants, trigger }: ToldEvent): readonly Party[] {
  return trigger.mode === 'visit' ? participants : participants.filter(({ role }) => role !== 'target');
}

function firstOrder({ tellings }: ToldEvent): number {
  return tellings[0]?.order ?? 0;
}

function lastOrder({ tellings }: ToldEvent): number {
  return tellings.at(-1)?.order ?? 0;
}

/** „Beide Länder": the states of those who were named. */
function asMeant({ states }: Cast, party: Party, group: Group | undefined): Party {
  const state = group === 'states' && party.state !== undefined ? states.get(party.state) : undefined;
  return state ? { ...party, actor: state.id, mention: { ...party.mention, actor: state } } : party;
}

/** The event, of those of its type and status, that the telling is of; undefined when it is a new one. */
function findSame(events: readonly OpenEvent[], own: PlacedTelling, actors: Actors): OpenEvent | undefined {
  const isSame = (known: OpenEvent): boolean => belongsTo(known, own) && areCompatible(known, own, actors);
  const same = events.findLast(isSame);
  const isNamed = own.participants.length > 1 || own.participants.some(({ isNear }) => isNear);
  return same ?? (isNamed || !isDefinite(own) ? undefined : findTakenUp(events, own, actors));
}

function belongsTo(known: OpenEvent, own: PlacedTelling): boolean {
  return shareParties(known, own) || completes(known, own) || isSameClause(known, own);
}

function isSameClause(known: ToldEvent, own: PlacedTelling): boolean {
  const isOneSided = known.participants.length < 2 || own.participants.length < 2;
  const last = known.tellings.at(-1)?.mention;
  // „stellten Forderungen", „haben ein Abkommen unterzeichnet": verb and object tell one event.
  const isObject = last !== undefined && (last.form === 'noun') !== (own.mention.form === 'noun');
  return last?.clause === own.mention.clause && (isObject || (isOneSided && isMutual(own.trigger.type)));
}

/** „die Invasion der Ukraine" and „Putins Krieg": one names who suffers, the other who strikes. */
function completes(known: ToldEvent, own: PlacedTelling): boolean {
  if (known.trigger.type !== 'ASSAULT' || !WARS.has(known.trigger.mode) || !WARS.has(own.trigger.mode)) return false;
  const sides = (telling: Telling): ReadonlySet<string> => new Set(telling.participants.map(({ role }) => role));
  const [first, second] = [sides(known), sides(own)];
  return first.size === 1 && second.size === 1 && first.has('source') === second.has('target');
}
const WARS: ReadonlySet<string> = new Set(['war', 'invade']);

/**
 * „Das Treffen dauerte …", also where the clause names somebody („bei den Gesprächen sagte Peskow"): the latest event told with
 * that word, else the first meeting, which the report is about.
 */
function findTakenUp(events: readonly OpenEvent[], own: PlacedTelling, actors: Actors): OpenEvent | undefined {
  const unnamed = { ...own, participants: [], sides: readSides([]) };
  const isOpen = (known: OpenEvent): boolean => areCompatible(known, unnamed, actors);
  const sameWord = events.findLast((known) => known.words.has(own.trigger) && isOpen(known));
  if (sameWord || own.trigger.isWeak || own.trigger.type !== 'CONSULT') return sameWord;
  return events.find(isOpen);
}

/** A first telling without participants is one of a series („Zuletzt hatten 2013 Verhandlungen …"): those of the latest of its kind. */
function start(own: PlacedTelling, index: number, before: OpenEvent | undefined): OpenEvent {
  const participants = own.participants.length > 0 ? own.participants : (before?.participants ?? own.participants);
  const sides = participants === own.participants ? own.sides : readSides(participants);
  return { ...own, index, participants, sides, tellings: [own], words: new Set([own.trigger]) };
}

function join(known: OpenEvent, own: PlacedTelling, actors: Actors): void {
  const isShared = belongsTo(known, own);
  const isNew = ({ actor }: Party): boolean => !known.participants.some((other) => other.actor === actor);
  // „Auch in Berlin wurde das Treffen bemerkt": who only takes up an event adds neither time nor place.
  const addsSetting = isShared || own.takesPlace;
  const when = addsSetting ? morePrecise(known.when, own.when) : known.when;
  const place = addsSetting ? placeOf(known, own, actors) : known.place;
  const added = isShared ? own.participants.filter(isNew) : [];
  insert(known.tellings, own);
  known.words.add(own.trigger);
  if (added.length > 0) {
    known.participants = [...known.participants, ...added];
    known.sides = readSides(known.participants);
  }
  if (when) known.when = when;
  if (place) known.place = place;
}

/** At its place in the text: nearly always the last. */
function insert(tellings: PlacedTelling[], own: PlacedTelling): void {
  let at = tellings.length;
  while (at > 0 && (tellings[at - 1]?.order ?? 0) > own.order) at--;
  tellings.splice(at, 0, own);
}

function morePrecise(a: TimeInterval | undefined, b: TimeInterval | undefined): TimeInterval | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return length(b) < length(a) ? b : a;
}

function length({ from, to }: TimeInterval): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** A town is more than its state. */
function placeOf(known: ToldEvent, own: PlacedTelling, actors: Actors): ActorId | undefined {
  const isTown = own.place !== undefined && actors.get(own.place)?.kind === 'place';
  const hasTown = known.place !== undefined && actors.get(known.place)?.kind === 'place';
  return isTown && !hasTown ? own.place : (known.place ?? own.place);
}
