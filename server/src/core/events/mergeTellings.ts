import type { Actor, ActorId } from '../facts.js';
import { canStandAlone } from './acceptTelling.js';
import { toDayNumber } from './dates/calendar.js';
import type { EventText } from './eventText.js';
import type { Group, Party } from './participants.js';
import { isMutual } from './parts.js';
import { areCompatible, shareParties, type Telling } from './sameness.js';
import { type ClauseTelling, isDefinite } from './tellings.js';
import type { TimeInterval } from './timeInterval.js';
import type { Trigger } from './triggers.js';

/** An event of the article with everything that tells it; what it is known by grows with every telling. */
export interface ToldEvent extends Telling {
  readonly participants: readonly Party[];
  readonly tellings: readonly ClauseTelling[];
}

/** One that is still growing: its lists are extended in place, so that a long text stays linear. */
interface OpenEvent extends ToldEvent {
  readonly tellings: ClauseTelling[];
  /** The triggers that have told it. */
  readonly words: Set<Trigger>;
}

type Actors = ReadonlyMap<ActorId, Actor>;

/**
 * Joins tellings of one event, in the order of the text. A telling joins the latest event that is compatible and has the same
 * participants; one of the same clause; or, when definite and without own participants, the latest compatible event. What joins
 * none and cannot stand alone is left out.
 */
export function mergeTellings(text: EventText, tellings: readonly ClauseTelling[]): readonly ToldEvent[] {
  const events: OpenEvent[] = [];
  for (const told of tellings) {
    const offset = Math.max(0, events.length - MAX_COMPARED);
    const recent = offset === 0 ? events : events.slice(offset);
    const own = nameGroup(text, recent, told);
    const index = findSame(recent, own, text.actors);
    const known = recent[index];
    if (known) events[offset + index] = join(known, own, text.actors);
    else if (canStandAlone(text, own)) events.push(start(recent, own));
  }
  return events;
}

/** So many of the latest events a telling is compared with: far more than an article has, so that a whole book stays linear. */
const MAX_COMPARED = 200;

/** „Die beiden trafen sich erstmals 2019": those who act together in the latest event that has two or more. */
function nameGroup(text: EventText, events: readonly ToldEvent[], own: ClauseTelling): ClauseTelling {
  if (own.group === undefined || isDefinite(own)) return own;
  const latest = events
    .filter((known) => listTogether(known).length >= 2)
    .reduce<ToldEvent | undefined>(
      (best, known) => (best && lastHead(best) > lastHead(known) ? best : known),
      undefined,
    );
  const role = isMutual(own.trigger.type) ? 'party' : 'source';
  const named = latest
    ? listTogether(latest).map((party) => ({ ...asMeant(text, party, own.group), role }) as const)
    : [];
  const participants = [...named, ...own.participants];
  return {
    ...own,
    participants: participants.filter(({ actor }, i) => participants.findIndex((other) => other.actor === actor) === i),
  };
}

function listTogether({ participants, trigger }: ToldEvent): readonly Party[] {
  return trigger.mode === 'visit' ? participants : participants.filter(({ role }) => role !== 'target');
}

function lastHead({ tellings }: ToldEvent): number {
  return tellings.at(-1)?.mention.head ?? 0;
}

/** „Beide Länder": the states of those who were named. */
function asMeant(text: EventText, party: Party, group: Group | undefined): Party {
  const state = group === 'states' && party.state !== undefined ? text.states.get(party.state) : undefined;
  return state ? { ...party, actor: state.id, mention: { ...party.mention, actor: state } } : party;
}

/** Index of the event that the telling is of; −1 when it is a new one. */
function findSame(events: readonly OpenEvent[], own: ClauseTelling, actors: Actors): number {
  const isSame = (known: OpenEvent): boolean =>
    areCompatible(known, own, actors) &&
    (shareParties(known, own) || completes(known, own) || isSameClause(known, own));
  const same = events.findLastIndex(isSame);
  const isNamed = own.participants.length > 1 || own.participants.some(({ isNear }) => isNear);
  return same >= 0 || isNamed || !isDefinite(own) ? same : findTakenUp(events, own, actors);
}

function isSameClause(known: ToldEvent, own: ClauseTelling): boolean {
  const isOneSided = known.participants.length < 2 || own.participants.length < 2;
  const last = known.tellings.at(-1)?.mention;
  // „stellten Forderungen", „haben ein Abkommen unterzeichnet": verb and object tell one event.
  const isObject = last !== undefined && (last.form === 'noun') !== (own.mention.form === 'noun');
  return last?.clause === own.mention.clause && (isObject || (isOneSided && isMutual(own.trigger.type)));
}

/** „die Invasion der Ukraine" and „Putins Krieg": one names who suffers, the other who strikes. */
function completes(known: ToldEvent, own: ClauseTelling): boolean {
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
function findTakenUp(events: readonly OpenEvent[], own: ClauseTelling, actors: Actors): number {
  const unnamed = { ...own, participants: [] };
  const isOpen = (known: OpenEvent): boolean => areCompatible(known, unnamed, actors);
  const sameWord = events.findLastIndex((known) => known.words.has(own.trigger) && isOpen(known));
  if (sameWord >= 0 || own.trigger.isWeak || own.trigger.type !== 'CONSULT') return sameWord;
  return events.findIndex((known) => known.trigger.type === 'CONSULT' && isOpen(known));
}

/** A first telling without participants is one of a series („Zuletzt hatten 2013 Verhandlungen …"): those of the latest of its kind. */
function start(events: readonly OpenEvent[], own: ClauseTelling): OpenEvent {
  const series = own.participants.length > 0 ? undefined : events.findLast((known) => known.trigger === own.trigger);
  const participants = series?.participants ?? own.participants;
  return { ...own, participants, tellings: [own], words: new Set([own.trigger]) };
}

function join(known: OpenEvent, own: ClauseTelling, actors: Actors): OpenEvent {
  const isShared = shareParties(known, own) || completes(known, own) || isSameClause(known, own);
  const isNew = ({ actor }: Party): boolean => !known.participants.some((other) => other.actor === actor);
  // „Auch in Berlin wurde das Treffen bemerkt": who only takes up an event adds neither time nor place.
  const addsSetting = isShared || own.takesPlace;
  const when = addsSetting ? morePrecise(known.when, own.when) : known.when;
  const place = addsSetting ? placeOf(known, own, actors) : known.place;
  known.tellings.push(own);
  known.words.add(own.trigger);
  return {
    ...known,
    participants: isShared ? [...known.participants, ...own.participants.filter(isNew)] : known.participants,
    ...(when && { when }),
    ...(place && { place }),
  };
}

function morePrecise(a: TimeInterval | undefined, b: TimeInterval | undefined): TimeInterval | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return length(b) < length(a) ? b : a;
}

function length({ from, to }: TimeInterval): number {
  return toDayNumber(to) - toDayNumber(from);
}

/** A town is more than its state. */
function placeOf(known: ToldEvent, own: ClauseTelling, actors: Actors): ActorId | undefined {
  const isTown = own.place !== undefined && actors.get(own.place)?.kind === 'place';
  const hasTown = known.place !== undefined && actors.get(known.place)?.kind === 'place';
  return isTown && !hasTown ? own.place : (known.place ?? own.place);
}
