import {
  type Actor,
  type ActorKind,
  EVENT_TYPES,
  type EventStatus,
  type EventType,
  type MentionForm,
  type ParticipantRole,
} from '../../core/facts.js';
import type { Granularity, TimeInterval } from '../../core/events/timeInterval.js';
import { ByteReader, ByteWriter } from './bytes.js';
import { toDate, toDay } from './days.js';

/** Where an article names and tells what: all that lists of evidence and searches read of it. */
export interface RowPlaces {
  readonly passages: readonly RowPassage[];
  readonly actors: readonly Pick<RowActor, 'actor'>[];
  readonly events: readonly Pick<RowEvent, 'event'>[];
}

/** What one article adds to the corpus, with the keys of rows in place of names: what is stored of it, and what is taken back. */
export interface RowFacts extends RowPlaces {
  readonly passages: readonly RowPassage[];
  readonly actors: readonly RowActor[];
  readonly events: readonly RowEvent[];
}

export interface RowPassage {
  readonly start: number;
  readonly end: number;
  /** Of its text. */
  readonly hash: number;
  readonly words: number;
  /** Ascending. */
  readonly marks: readonly Mark[];
}

/** A mention, or a trigger of an event (which has no form). */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly form?: MentionForm;
  /** Place in `actors` or, for triggers, in `events`. */
  readonly index: number;
}

export interface RowActor {
  readonly actor: number;
  readonly origin: Actor['origin'];
  readonly kind: ActorKind;
  /** The alias that is its full name. */
  readonly name: number;
  readonly state: string;
  readonly aliases: readonly { readonly alias: number; readonly count: number }[];
  readonly offices: readonly { readonly office: number; readonly start: number; readonly end: number }[];
}

export interface RowEvent {
  readonly event: number;
  readonly tellings: readonly RowTelling[];
  readonly names: readonly string[];
}

export interface RowTelling {
  readonly index: number;
  readonly label: string;
  readonly type: EventType;
  readonly status: EventStatus;
  readonly date?: TimeInterval;
  readonly place?: { readonly name: string; readonly actor?: number };
  readonly participants: readonly { readonly actor: number; readonly role: ParticipantRole; readonly state?: string }[];
}

const ORIGINS: readonly Actor['origin'][] = ['text', 'lexicon', 'authority'];
const KINDS: readonly ActorKind[] = ['person', 'organization', 'country', 'place', 'group'];
const FORMS: readonly (MentionForm | undefined)[] = [undefined, 'name', 'nickname', 'metonym', 'adjective'];
const ROLES: readonly ParticipantRole[] = ['source', 'target', 'party'];
const GRANULARITIES: readonly Granularity[] = ['day', 'week', 'month', 'season', 'year', 'interval'];
const STATUSES: readonly EventStatus[] = ['happened', 'planned', 'hypothetical'];

/** The facts as few bytes, the places first: what they need is read alone. Places are kept as distances from what precedes them. */
export function packFacts({ passages, actors, events }: RowFacts): Uint8Array {
  const writer = new ByteWriter(1024);
  writer.list(actors, ({ actor }) => writer.number(actor));
  writer.list(events, ({ event }) => writer.number(event));
  let last = 0;
  writer.list(passages, (passage) => {
    packPassage(writer, passage, last);
    last = passage.end;
  });
  for (const actor of actors) packActor(writer, actor);
  for (const event of events) packEvent(writer, event);
  return writer.finish();
}

export function unpackFacts(bytes: Uint8Array): RowFacts {
  const reader = new ByteReader(bytes);
  const { actors, events, passages } = readPlaces(reader);
  return {
    passages,
    actors: actors.map(({ actor }) => unpackActor(reader, actor)),
    events: events.map(({ event }) => unpackEvent(reader, event)),
  };
}

/** As `unpackFacts`, in a fraction of the time. */
export function unpackPlaces(bytes: Uint8Array): RowPlaces {
  return readPlaces(new ByteReader(bytes));
}

function readPlaces(reader: ByteReader): RowPlaces {
  const actors = reader.list(() => ({ actor: reader.number() }));
  const events = reader.list(() => ({ event: reader.number() }));
  let last = 0;
  const passages = reader.list(() => {
    const passage = unpackPassage(reader, last);
    last = passage.end;
    return passage;
  });
  return { passages, actors, events };
}

function packActor(writer: ByteWriter, { origin, kind, name, state, aliases, offices }: RowActor): void {
  writer
    .number(ORIGINS.indexOf(origin) * 8 + KINDS.indexOf(kind))
    .number(name)
    .text(state);
  writer.list(aliases, ({ alias, count }) => writer.number(alias).number(count));
  writer.list(offices, ({ office, start, end }) =>
    writer
      .number(office)
      .number(start)
      .number(end - start),
  );
}

function unpackActor(reader: ByteReader, actor: number): RowActor {
  const look = reader.number();
  return {
    actor,
    origin: ORIGINS[Math.floor(look / 8)] ?? 'text',
    kind: KINDS[look % 8] ?? 'group',
    name: reader.number(),
    state: reader.text(),
    aliases: reader.list(() => ({ alias: reader.number(), count: reader.number() })),
    offices: reader.list(() => {
      const [office, start, length] = [reader.number(), reader.number(), reader.number()];
      return { office, start, end: start + length };
    }),
  };
}

function packEvent(writer: ByteWriter, { tellings, names }: RowEvent): void {
  writer.list(tellings, (telling) => {
    packTelling(writer, telling);
  });
  writer.list(names, (name) => writer.text(name));
}

function unpackEvent(reader: ByteReader, event: number): RowEvent {
  return {
    event,
    tellings: reader.list(() => unpackTelling(reader)),
    names: reader.list(() => reader.text()),
  };
}

function packTelling(writer: ByteWriter, { index, label, type, status, date, place, participants }: RowTelling): void {
  writer.number(index).text(label).number(packKind(type, status));
  packInterval(writer, date);
  writer.number(place === undefined ? 0 : 1 + (place.actor ?? 0));
  if (place !== undefined) writer.text(place.name);
  writer.list(participants, ({ actor, role, state = '' }) =>
    writer.number(actor).number(ROLES.indexOf(role)).text(state),
  );
}

function unpackTelling(reader: ByteReader): RowTelling {
  const [index, label, what] = [reader.number(), reader.text(), reader.number()];
  const { type, status } = unpackKind(what);
  const date = unpackInterval(reader);
  const actor = reader.number();
  const name = actor === 0 ? '' : reader.text();
  const participants = reader.list(() => {
    const [participant, role, state] = [reader.number(), ROLES[reader.number()] ?? 'party', reader.text()];
    return { actor: participant, role, ...(state !== '' && { state }) };
  });
  const place = actor > 1 ? { name, actor: actor - 1 } : { name };
  return { index, label, type, status, participants, ...(date && { date }), ...(actor > 0 && { place }) };
}

/** What happened and whether it has, as one number. */
export function packKind(type: EventType, status: EventStatus): number {
  return EVENT_TYPES.indexOf(type) * 4 + STATUSES.indexOf(status);
}

export function unpackKind(what: number): { readonly type: EventType; readonly status: EventStatus } {
  return { type: EVENT_TYPES[Math.floor(what / 4)] ?? 'OTHER', status: STATUSES[what % 4] ?? 'happened' };
}

/** 0 for no date, 1 for one whose ends are no days of the calendar. */
function packInterval(writer: ByteWriter, date: TimeInterval | undefined): void {
  const [from, to] = [toDay(date?.from), toDay(date?.to)];
  if (date === undefined) writer.number(0);
  else if (toDate(from) !== date.from || toDate(to) !== date.to || to < from)
    writer.number(1).text(printInterval(date));
  else
    writer
      .number(2 + GRANULARITIES.indexOf(date.granularity))
      .number(from)
      .number(to - from);
}

function unpackInterval(reader: ByteReader): TimeInterval | undefined {
  const form = reader.number();
  if (form === 0) return undefined;
  if (form === 1) return parseInterval(reader.text());
  const from = reader.number();
  const [first, last] = [toDate(from), toDate(from + reader.number())];
  return { granularity: GRANULARITIES[form - 2] ?? 'day', from: first ?? '', to: last ?? '' };
}

function packPassage(writer: ByteWriter, { start, end, hash, words, marks }: RowPassage, last: number): void {
  writer
    .number(start - last)
    .number(end - start)
    .number(hash)
    .number(words);
  let from = start;
  writer.list(marks, (mark) => {
    writer.number(mark.start - from).number(mark.end - mark.start);
    writer.number(mark.index * 8 + FORMS.indexOf(mark.form));
    from = mark.start;
  });
}

function unpackPassage(reader: ByteReader, last: number): RowPassage {
  const start = last + reader.number();
  const end = start + reader.number();
  const [hash, words] = [reader.number(), reader.number()];
  let from = start;
  const marks = reader.list((): Mark => {
    from += reader.number();
    const [length, what] = [reader.number(), reader.number()];
    const form = FORMS[what % 8];
    return { start: from, end: from + length, index: Math.floor(what / 8), ...(form && { form }) };
  });
  return { start, end, hash, words, marks };
}

/** `day 2022-01-05 2022-01-05`; empty for none. */
export function printInterval(date: TimeInterval | undefined): string {
  return date === undefined ? '' : `${date.granularity} ${date.from} ${date.to}`;
}

export function parseInterval(text: string): TimeInterval | undefined {
  const [granularity, from, to] = text.split(' ');
  if (granularity === undefined || from === undefined || to === undefined) return undefined;
  return { granularity: granularity as TimeInterval['granularity'], from, to };
}
