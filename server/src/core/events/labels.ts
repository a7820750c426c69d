import type { EventType } from '../facts.js';
import { printGermanInterval } from '../language/de/printDate.js';
import { printEnglishInterval } from '../language/en/printDate.js';
import { type EventText, findMentionAt, listCompound } from './eventText.js';
import type { ToldEvent } from './mergeTellings.js';
import { isMutual, type Party } from './participants.js';
import type { ClauseTelling } from './tellings.js';

/** So many participants are named on each side. */
const MAX_NAMED = 4;

const TOWARDS: Readonly<Record<'de' | 'en', Partial<Record<EventType, string>>>> = {
  de: { REQUEST: 'an', AID: 'für', SUPPORT: 'für', THREATEN: 'an', REJECT: 'an', CONCEDE: 'an', CONSULT: 'in' },
  en: { REQUEST: 'to', AID: 'for', SUPPORT: 'for', THREATEN: 'to', REJECT: 'to', CONCEDE: 'to', CONSULT: 'to' },
};

/** What a writer would call the event: „2+2-Verhandlungen Russland–Japan, Tokio, März 2017". */
export function printLabel(text: EventText, event: ToldEvent): string {
  const place = event.place === undefined ? undefined : text.actors.get(event.place)?.name;
  const date =
    event.when && (text.language === 'de' ? printGermanInterval(event.when) : printEnglishInterval(event.when));
  const who = printParticipants(text, event);
  const isNamed = place !== undefined && who.split(/[–/ ]/u).includes(place);
  return [`${printHead(text, event)} ${who}`.trim(), isNamed ? undefined : place, date]
    .filter((part) => part !== undefined)
    .join(', ');
}

/** The richest noun of the event („Sicherheitsgespräche"), else the noun that belongs to its verb. */
function printHead(text: EventText, event: ToldEvent): string {
  const nouns = event.tellings
    .filter(({ mention }) => mention.form === 'noun')
    .map((telling) => printNoun(text, telling));
  const longest = nouns.reduce((best, noun) => (noun.length > best.length ? noun : best), '');
  return longest === '' ? capitalise(event.trigger.label) : capitalise(longest);
}

/** The noun with the parts of its compound that are no participants: „2+2-Verhandlungen", „Sicherheitsgespräche". */
function printNoun(text: EventText, { mention, trigger }: ClauseTelling): string {
  if (text.language === 'en') return trigger.label;
  const word = text.tokens[mention.head]?.text ?? '';
  const stem = trigger.lemma.toLowerCase().slice(0, 4);
  const cut = word.toLowerCase().lastIndexOf(stem);
  const head = cut > 0 ? word.slice(0, cut) + trigger.label.toLowerCase() : trigger.label;
  return printPrefix(text, mention) + head;
}

/** „2+2-" of „2+2-Gespräche" or „Gespräche im 2+2-Format". */
function printPrefix(text: EventText, { first, head, end }: ClauseTelling['mention']): string {
  const start = text.tokens[first]?.start ?? 0;
  const isName = first < head && findMentionAt(text, first) !== undefined;
  if (first < head) return isName ? '' : text.prose.text.slice(start, text.tokens[head]?.start);
  const [formatFirst, formatEnd] = listCompound(text, end + 1);
  if (text.words[end] !== 'im' || text.words[formatEnd - 1] !== 'format') return '';
  return text.prose.text.slice(text.tokens[formatFirst]?.start, text.tokens[formatEnd - 1]?.start);
}

function printParticipants(text: EventText, event: ToldEvent): string {
  const isTogether = isMutual(event.trigger.type) && event.trigger.mode !== 'visit';
  if (isTogether || event.trigger.type === 'OTHER') return printNames(dropDelegates(text, event.participants), '–');
  const side = (isTarget: boolean): readonly Party[] =>
    event.participants.filter(({ role }) => (role === 'target') === isTarget);
  const sources = printNames(dropDelegates(text, side(false)), '/');
  const targets = printNames(dropDelegates(text, side(true)), '/');
  const isPlace = event.participants.some(({ role, mention }) => role === 'target' && mention.actor.kind === 'country');
  const towards =
    event.trigger.mode === 'visit' && !isPlace
      ? '–'
      : (TOWARDS[text.language][event.trigger.type] ?? (text.language === 'de' ? 'gegen' : 'against'));
  return [sources, targets === '' ? '' : `${towards} ${targets}`].filter((part) => part !== '').join(' ');
}

/** Where a state takes part itself, its ministers need no mention in the label. */
function dropDelegates(text: EventText, parties: readonly Party[]): readonly Party[] {
  const states = new Set(
    parties
      .map(({ actor }) => text.actors.get(actor))
      .filter((own) => own?.kind === 'country')
      .map((own) => own?.state),
  );
  return parties.filter(({ mention }) => mention.actor.kind === 'country' || !states.has(mention.actor.state));
}

function printNames(parties: readonly Party[], separator: string): string {
  return parties
    .slice(0, MAX_NAMED)
    .map(({ mention }) => mention.actor.name)
    .join(separator);
}

function capitalise(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
