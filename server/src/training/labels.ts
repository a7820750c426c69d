import { findInterval } from '../core/events/timeInterval.js';
import {
  type ActorKind,
  EVENT_TYPES,
  type EventStatus,
  type EventType,
  type MentionForm,
  type ParticipantRole,
} from '../core/facts.js';

/** What the braces of a mention say; `actor` is missing where the surface itself is the actor's name. */
export interface MentionLabel {
  readonly kind: ActorKind;
  readonly form: MentionForm;
  readonly actor?: string;
}

export interface EventLabel {
  readonly type: EventType;
  readonly participants: readonly { readonly actor: string; readonly role: ParticipantRole }[];
  /** ISO date, or interval `from/to`. */
  readonly date?: string;
  readonly place?: string;
  readonly status: EventStatus;
  /** Joins the tellings of one event in a text. */
  readonly key?: string;
}

export interface QuoteLabel {
  readonly kind: 'direct' | 'indirect';
  readonly speaker?: string;
}

/** A label that was read, or what is wrong with it. */
export type Reading<T> = { readonly label: T } | { readonly fault: string };

const KINDS: Readonly<Record<string, ActorKind>> = {
  P: 'person',
  O: 'organization',
  C: 'country',
  L: 'place',
  G: 'group',
};
const FORMS: Readonly<Record<string, MentionForm>> = { '': 'name', a: 'adjective', m: 'metonym', n: 'nickname' };
const STATUSES: readonly string[] = ['happened', 'planned', 'hypothetical'] satisfies readonly EventStatus[];

/** Reads `P`, `P=Wiktor Hrynko`, `Ca=Ukraine`. Forms other than the name need the actor. */
export function readMentionLabel(text: string): Reading<MentionLabel> {
  const match = /^([POCLG])([amn]?)(?:=(.+))?$/.exec(text);
  const kind = KINDS[match?.[1] ?? ''];
  const form = FORMS[match?.[2] ?? ''];
  if (!match || !kind || !form) return { fault: `no label of a mention: {${text}}` };
  const actor = match[3];
  if (actor === undefined) return form === 'name' ? { label: { kind, form } } : { fault: `${form} without its actor` };
  if (actor !== actor.trim()) return { fault: 'spaces around the name of the actor' };
  return { label: { kind, form, actor } };
}

/** Reads `CONSULT Ukraine + Polen; 2023-05-03; Warschau; planned; #visit`. */
export function readEventLabel(text: string): Reading<EventLabel> {
  const [head = '', ...details] = text.split(';').map((part) => part.trim());
  const [name = '', ...rest] = head.split(' ');
  const type = EVENT_TYPES.find((known) => known === name);
  if (!type) return { fault: `no type of event: ${name}` };
  const participants = readParticipants(rest.join(' '));
  if (!participants) return { fault: `participants are not A > B, A + B or A: ${rest.join(' ')}` };
  const found: { date?: string; place?: string; status?: EventStatus; key?: string } = {};
  for (const detail of details) {
    const slot = slotOf(detail);
    if (detail === '' || found[slot] !== undefined) return { fault: `empty, or a second ${slot}: ${detail}` };
    if (slot === 'date' && !isDate(detail)) return { fault: `no ISO date or interval: ${detail}` };
    Object.assign(found, { [slot]: detail });
  }
  return { label: { ...found, type, participants, status: found.status ?? 'happened' } };
}

/** Reads `D=Wiktor Hrynko`, `I=Wiktor Hrynko`, `D=?`. */
export function readQuoteLabel(text: string): Reading<QuoteLabel> {
  const match = /^([DI])=(\S(?:.*\S)?)$/.exec(text);
  if (!match) return { fault: `no label of a quotation: {${text}}` };
  const kind = match[1] === 'D' ? 'direct' : 'indirect';
  const speaker = match[2];
  return { label: speaker === undefined || speaker === '?' ? { kind } : { kind, speaker } };
}

/** Whether the text is an ISO date as precise as stated, or `from/to` of two such dates in order. */
export function isDate(text: string): boolean {
  const [from = '', to = from, ...more] = text.split('/');
  const first = findInterval(from);
  const last = findInterval(to);
  return more.length === 0 && first !== undefined && last !== undefined && first.from <= last.to;
}

function slotOf(detail: string): 'date' | 'place' | 'status' | 'key' {
  if (detail.startsWith('#')) return 'key';
  if (STATUSES.includes(detail)) return 'status';
  return /^\d{4}/.test(detail) ? 'date' : 'place';
}

/** Nothing before `>` means that the text does not say who acts. */
function readParticipants(text: string): EventLabel['participants'] | undefined {
  if (text === '') return [];
  const sides = ` ${text}`.split(' > ').map((side) => side.split(' + ').map((name) => name.trim()));
  const [actors = [], targets = [], ...more] = sides;
  const bySilence = actors.length === 1 && actors[0] === '' && targets.length > 0;
  const sources = bySilence ? [] : actors;
  if (more.length > 0 || [...sources, ...targets].some((name) => name === '' || /^[+>]|[+>]$/.test(name)))
    return undefined;
  const role = sides.length === 1 ? 'party' : 'source';
  return [
    ...sources.map((actor) => ({ actor, role }) as const),
    ...targets.map((actor) => ({ actor, role: 'target' }) as const),
  ];
}
