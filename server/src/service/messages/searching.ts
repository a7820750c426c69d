import type { FieldName, QueryProblem } from '../search/query.js';
import type { Locale } from './messages.js';

/** What is said to people about a search. */
export interface SearchMessages {
  /** What is wrong with a query, and what to write instead. */
  explain(problem: QueryProblem): string;
  readonly fields: Readonly<Record<FieldName, string>>;
  readonly or: string;
  readonly not: string;
  /** Why passages come in their order where no words were asked for. */
  readonly newestFirst: string;
  more(count: number): string;
}

type Explanations = Readonly<Record<QueryProblem['fault'], (detail: string) => string>>;

const ENGLISH_FAULTS: Explanations = {
  empty: () =>
    'Say what to look for: words, "a phrase", sank*, actor:Name, event:Word, source:Outlet or date:2022-01..2022-03.',
  'too-long': (length) => `A query has at most ${length} characters.`,
  'too-many': (count) => `A query has at most ${count} words and fields.`,
  'too-deep': () => 'The parentheses lie too deep in one another.',
  'unclosed-quote': (text) => `This quotation mark is never closed: ${shorten(text)}`,
  'unclosed-parenthesis': () => 'This parenthesis is never closed.',
  'unopened-parenthesis': () => 'This parenthesis closes nothing.',
  'missing-operand': (word) =>
    word === ''
      ? 'Something is missing at the end.'
      : `Something is missing before “${word}”; put words like AND and NOT into quotation marks to look for them.`,
  'misplaced-star': () => 'A star stands only at the end of a word, an actor or an event: sank*',
  'short-prefix': () => 'Before a star there must be at least two letters.',
  'unknown-field': (name) =>
    `There is no field “${name}”. Fields are actor, event, source, date, from, to, before and after; put a word with a colon into quotation marks.`,
  'empty-field': (field) => `What is to follow “${field}”? A word, or several in quotation marks.`,
  'bad-date': (value) => `“${value}” is no date. Write 2022, 2022-01, 2022-01-13 or a range: date:2022-01..2022-03`,
  'empty-range': () => 'This range of dates ends before it begins.',
  'mixed-field': (field) =>
    `“${field}:” narrows the whole search, so it cannot stand in an OR or NOT with words or other fields. Several of one kind can: (actor:A OR actor:B)`,
  'excluded-dates': () => 'Dates cannot be excluded. Use before: or after:',
  'only-exclusions': () => 'Say also what to look for, not only what to leave out.',
  'unknown-actor': (name) => `Nobody in the corpus is called “${name}”.`,
  'unknown-event': (name) => `No event in the corpus fits “${name}”.`,
};

const GERMAN_FAULTS: Explanations = {
  empty: () =>
    'Wonach soll gesucht werden? Wörter, „eine Wendung“, sank*, akteur:Name, ereignis:Wort, quelle:Medium oder datum:2022-01..2022-03.',
  'too-long': (length) => `Eine Suche hat höchstens ${length} Zeichen.`,
  'too-many': (count) => `Eine Suche hat höchstens ${count} Wörter und Felder.`,
  'too-deep': () => 'Die Klammern sind zu tief ineinander geschachtelt.',
  'unclosed-quote': (text) => `Dieses Anführungszeichen wird nie geschlossen: ${shorten(text)}`,
  'unclosed-parenthesis': () => 'Diese Klammer wird nie geschlossen.',
  'unopened-parenthesis': () => 'Diese Klammer schließt nichts.',
  'missing-operand': (word) =>
    word === ''
      ? 'Am Ende fehlt etwas.'
      : `Vor „${word}“ fehlt etwas; Wörter wie UND und NICHT findet, wer sie in Anführungszeichen setzt.`,
  'misplaced-star': () => 'Ein Stern steht nur am Ende eines Worts, eines Akteurs oder Ereignisses: sank*',
  'short-prefix': () => 'Vor einem Stern stehen mindestens zwei Buchstaben.',
  'unknown-field': (name) =>
    `Ein Feld „${name}“ gibt es nicht. Felder sind akteur, ereignis, quelle, datum, von, bis, vor und nach; ein Wort mit Doppelpunkt gehört in Anführungszeichen.`,
  'empty-field': (field) => `Was soll auf „${field}“ folgen? Ein Wort, oder mehrere in Anführungszeichen.`,
  'bad-date': (value) =>
    `„${value}“ ist kein Datum. Zum Beispiel: 2022, 2022-01, 13.1.2022 oder datum:2022-01..2022-03`,
  'empty-range': () => 'Dieser Zeitraum endet, bevor er beginnt.',
  'mixed-field': (field) =>
    `„${GERMAN_FIELDS[field] ?? field}:“ engt die ganze Suche ein und kann nicht mit Wörtern oder anderen Feldern in einem ODER oder NICHT stehen. Mehrere einer Art können es: (akteur:A ODER akteur:B)`,
  'excluded-dates': () => 'Ein Datum lässt sich nicht ausschließen. Dafür gibt es vor: und nach:',
  'only-exclusions': () => 'Wonach soll gesucht werden? Bisher steht da nur, was fehlen soll.',
  'unknown-actor': (name) => `Im Korpus heißt niemand „${name}“.`,
  'unknown-event': (name) => `Zu „${name}“ gibt es im Korpus kein Ereignis.`,
};

const GERMAN_FIELDS: Readonly<Record<string, string>> = {
  actor: 'akteur',
  event: 'ereignis',
  source: 'quelle',
  date: 'datum',
};

const MESSAGES: Readonly<Record<Locale, SearchMessages>> = {
  en: {
    explain: ({ fault, detail }) => ENGLISH_FAULTS[fault](detail),
    fields: { actor: 'actor', event: 'event', source: 'outlet' },
    or: 'or',
    not: 'not',
    newestFirst: 'newest first',
    more: (count) => `${String(count)} more`,
  },
  de: {
    explain: ({ fault, detail }) => GERMAN_FAULTS[fault](detail),
    fields: { actor: 'Akteur', event: 'Ereignis', source: 'Medium' },
    or: 'oder',
    not: 'nicht',
    newestFirst: 'die neuesten zuerst',
    more: (count) => `${String(count)} weitere`,
  },
};

/** The messages about searching in a language. */
export function getSearchMessages(locale: Locale): SearchMessages {
  return MESSAGES[locale];
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}
