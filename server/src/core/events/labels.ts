import type { NamedActor } from '../actors/recognisedNames.js';
import type { EventType } from '../facts.js';
import { printGermanInterval } from '../language/de/printDate.js';
import { printEnglishInterval } from '../language/en/printDate.js';
import type { NameOf } from './actorNames.js';
import { type EventText, isName, listCompound } from './eventText.js';
import type { ToldEvent } from './mergeTellings.js';
import type { Party } from './participants.js';
import { isMutual } from './parts.js';
import type { ClauseTelling } from './tellings.js';

/** So many participants are named on each side. */
const MAX_NAMED = 4;

type Towards = Readonly<Partial<Record<EventType, string>>>;

/** The word before those whom an event is directed at; `gegen` where none is listed. */
const TOWARDS: Readonly<Record<'de' | 'en', Towards>> = {
  de: { REQUEST: 'an', AID: 'für', SUPPORT: 'für', THREATEN: 'an', REJECT: 'an', CONCEDE: 'an', CONSULT: 'in' },
  en: { REQUEST: 'to', AID: 'for', SUPPORT: 'for', THREATEN: 'to', REJECT: 'to', CONCEDE: 'to', CONSULT: 'to' },
};
const AGAINST = { de: 'gegen', en: 'against' } as const;
const PRINT_DATE = { de: printGermanInterval, en: printEnglishInterval } as const;

/** What a writer would call the event: „2+2-Verhandlungen Russland–Japan, Tokio, März 2017". */
export function printLabel(event: ToldEvent, where: NamedActor | undefined, nameOf: NameOf): string {
  const { language } = event.text;
  const names = printParticipants(event, nameOf);
  const place = where && nameOf(where);
  const isNamed = event.participants.some(({ mention }) => mention.actor.id === where?.id);
  const date = event.when && PRINT_DATE[language](event.when);
  const head = `${printHead(event)} ${names}`.trim();
  return [head, isNamed ? undefined : place, date].filter((part) => part !== undefined).join(', ');
}

/** The richest noun of the event („Sicherheitsgespräche"), else the noun that belongs to its verb. */
function printHead(event: ToldEvent): string {
  const nouns = event.tellings.filter(({ mention }) => mention.form === 'noun').map(printNoun);
  const longest = nouns.reduce((best, noun) => (noun.length > best.length ? noun : best), '');
  const head = longest === '' ? event.trigger.label : longest;
  return head.charAt(0).toUpperCase() + head.slice(1);
}

/** The noun with the parts of its compound that are no names: „2+2-Verhandlungen", „Sicherheitsgespräche". */
function printNoun({ text, mention, trigger }: ClauseTelling): string {
  const { first, head, end, prefix } = mention;
  const compound = (text.tokens[head]?.text ?? '').slice(0, prefix);
  const noun = prefix === 0 ? trigger.label : compound + trigger.label.toLowerCase();
  if (first < head) return (isName(text, first) ? '' : slice(text, first, head)) + noun;
  // „Gespräche im 2+2-Format"
  const [formatFirst, formatEnd] = listCompound(text, end + 1);
  const hasFormat = text.words[end] === 'im' && text.words[formatEnd - 1] === 'format' && formatFirst === end + 1;
  return (hasFormat ? slice(text, formatFirst, formatEnd - 1) : '') + noun;
}

/** The text from token `first` up to token `end`. */
function slice({ paragraph, tokens }: EventText, first: number, end: number): string {
  return paragraph.text.slice(tokens[first]?.start, tokens[end]?.start);
}

function printParticipants({ trigger, participants, text: { language } }: ToldEvent, nameOf: NameOf): string {
  const isTogether = isMutual(trigger.type) && trigger.mode !== 'visit';
  if (isTogether || trigger.type === 'OTHER') return printNames(participants, '–', nameOf);
  const targets = participants.filter(({ role }) => role === 'target');
  const sources = printNames(
    participants.filter(({ role }) => role !== 'target'),
    '/',
    nameOf,
  );
  if (targets.length === 0) return sources;
  // One visits a state, but persons are met.
  const isMet = trigger.mode === 'visit' && !targets.some(({ mention }) => mention.actor.kind === 'country');
  const towards = isMet ? '–' : (TOWARDS[language][trigger.type] ?? AGAINST[language]);
  return `${sources} ${towards} ${printNames(targets, '/', nameOf)}`.trim();
}

/** Names of one side. Where a state takes part itself, its ministers need no mention. */
function printNames(parties: readonly Party[], separator: string, nameOf: NameOf): string {
  const actors = parties.map(({ mention }) => mention.actor);
  const states = new Set(actors.filter(({ kind }) => kind === 'country').map(({ state }) => state));
  const named = actors.filter(({ kind, state }) => kind === 'country' || !states.has(state));
  return named.slice(0, MAX_NAMED).map(nameOf).join(separator);
}
