import type { ActorKind } from '../../core/facts.js';
import type { Locale } from './messages.js';

/** What decisions about names are called. */
export interface DecidingMessages {
  /** „This is Sergej Lawrow (Außenminister, RU)". */
  thisIs(name: string, details: readonly string[]): string;
  notHere(surface: string): string;
  never(surface: string): string;
  sameAs(name: string): string;
  notSame(surface: string, name: string): string;
  spelling(name: string): string;
  isKind(name: string, kind: ActorKind): string;
  readonly refused: { readonly broken: string; readonly done: string };
}

const ENGLISH: DecidingMessages = {
  thisIs: (name, details) => `This is ${printDetails(name, details)}`,
  notHere: (surface) => `“${surface}” names no actor here`,
  never: (surface) => `“${surface}” is never an actor`,
  sameAs: (name) => `The same actor as ${name}`,
  notSame: (surface, name) => `“${surface}” is not ${name}`,
  spelling: (name) => `Spelling in house style: ${name}`,
  isKind: (name, kind) => `${name} is ${KINDS.en[kind]}`,
  refused: {
    broken: 'The authority file cannot be edited as it is written. See its problems.',
    done: 'The authority file says so already.',
  },
};

const GERMAN: DecidingMessages = {
  thisIs: (name, details) => `Das ist ${printDetails(name, details)}`,
  notHere: (surface) => `„${surface}“ nennt hier keinen Akteur`,
  never: (surface) => `„${surface}“ ist nie ein Akteur`,
  sameAs: (name) => `Derselbe Akteur wie ${name}`,
  notSame: (surface, name) => `„${surface}“ ist nicht ${name}`,
  spelling: (name) => `Hausschreibweise: ${name}`,
  isKind: (name, kind) => `${name} ist ${KINDS.de[kind]}`,
  refused: {
    broken: 'Die Namensdatei lässt sich so, wie sie geschrieben ist, nicht ändern. Siehe ihre Probleme.',
    done: 'In der Namensdatei steht das schon.',
  },
};

const KINDS: Readonly<Record<Locale, Readonly<Record<ActorKind, string>>>> = {
  en: {
    person: 'a person',
    organization: 'an organisation',
    country: 'a country',
    place: 'a place',
    group: 'a group',
  },
  de: {
    person: 'eine Person',
    organization: 'eine Organisation',
    country: 'ein Staat',
    place: 'ein Ort',
    group: 'eine Gruppe',
  },
};

function printDetails(name: string, details: readonly string[]): string {
  return details.length === 0 ? name : `${name} (${details.join(', ')})`;
}

const MESSAGES: Readonly<Record<Locale, DecidingMessages>> = { en: ENGLISH, de: GERMAN };

/** The messages about decisions in a language. */
export function getDecidingMessages(locale: Locale): DecidingMessages {
  return MESSAGES[locale];
}
