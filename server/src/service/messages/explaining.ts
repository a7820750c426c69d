import type { Certainty, MentionForm } from '../../core/facts.js';
import type { ExplainedFact } from '../answers.js';
import type { Locale } from './messages.js';

/** How the reasons for what was found are told. */
export interface ExplainingMessages {
  readonly title: string;
  readonly nothing: string;
  readonly kinds: Readonly<Record<ExplainedFact['kind'], string>>;
  readonly certainties: Readonly<Record<Certainty, string>>;
  readonly origins: Readonly<Record<'lexicon' | 'text' | 'authority', string>>;
  readonly forms: Readonly<Record<MentionForm, string>>;
  readonly labels: Readonly<Record<'means' | 'why' | 'open' | 'actor' | 'office' | 'candidates' | 'rule', string>>;
  /** What a rule does, by its name; rules of one family by the word they begin with. */
  readonly rules: Readonly<Record<string, string>>;
}

const ENGLISH: ExplainingMessages = {
  title: 'Why?',
  nothing: 'Nothing was recognised here.',
  kinds: { name: 'name', event: 'event', date: 'date', quotation: 'quotation' },
  certainties: {
    stated: 'the text states it',
    inferred: 'a rule infers it',
    confirmed: 'the authority file confirms it',
  },
  origins: {
    lexicon: 'known from the built-in lexicon (no source)',
    text: 'known from the text alone',
    authority: 'known from the authority file',
  },
  forms: { name: 'name', nickname: 'nickname', metonym: 'capital for its government', adjective: 'adjective' },
  labels: {
    means: 'taken for',
    why: 'because',
    open: 'open who or what is meant',
    actor: 'actor',
    office: 'office in this text',
    candidates: 'may be meant, likeliest first',
    rule: 'rule',
  },
  rules: {
    pin: 'the authority file says whom this very mention means',
    authority: 'the authority file lists the name',
    'lexicon name': 'the built-in lexicon lists the name',
    'lexicon nickname': 'the built-in lexicon lists the nickname',
    'lexicon adjective': 'the built-in lexicon lists the adjective of the state',
    'lexicon demonym': 'the built-in lexicon lists the name of the people',
    'first name+surname': 'a known first name stands before a surname',
    'family name first': 'a family name that stands first is followed by a given name',
    'title+name': 'a title stands before a full name',
    'title+surname': 'a title stands before a surname whose full name the text does not give',
    'part of a full name': 'the text gives the full name elsewhere',
    'surname of several': 'several persons bear the surname and the text does not say which is meant',
    'prominent surname': 'a public figure bears the surname',
    'given name+known surname': 'an unknown given name stands before a known surname',
    'unknown name of a person': 'two capitalised words act like a person',
    'capital for government': 'the sentence makes the capital act like a government',
    'state+organ': 'a state stands beside the name of an organ',
    'seat as a building': 'the sentence makes the seat of government a building',
    'learnt short form': 'the text explains the short form elsewhere',
    'named before': 'the text has told what the name is',
    'English head noun': 'the last word says what kind of organisation it is',
    'prefix+adjective': 'an adjective of a state with a prefix',
    'the West': 'the word stands for the western states',
    'head noun': 'the last word says what kind of organisation it is',
    'legal form': 'a legal form stands behind the name',
    'name+city': 'a city stands behind the name of an organisation',
    described: 'a word in front says what kind of organisation it is',
    'described place': 'a word in front says what kind of place it is',
    'preposition or noun of place': 'a preposition or a word of place stands before it',
    'preposition+name': 'a preposition of place stands before it',
    'place compound': 'the word ends in a word for a kind of place',
    'part of a city': 'it stands beside a city as a part of it',
    'adjective+place': 'an adjective stands before a word for a kind of place',
    tagger: 'the trained recogniser takes the words for a name',
    trigger: 'this word tells of such an event',
    marks: 'quotation marks stand around it',
    tag: 'a clause beside it says who speaks',
    verb: 'a verb of saying introduces it',
    date: 'the form of the expression',
  },
};

const GERMAN: ExplainingMessages = {
  title: 'Warum?',
  nothing: 'Hier wurde nichts erkannt.',
  kinds: { name: 'Name', event: 'Ereignis', date: 'Datum', quotation: 'Zitat' },
  certainties: {
    stated: 'der Text sagt es',
    inferred: 'eine Regel schließt es',
    confirmed: 'die Namensdatei bestätigt es',
  },
  origins: {
    lexicon: 'aus dem eingebauten Lexikon bekannt (ohne Quelle)',
    text: 'nur aus dem Text bekannt',
    authority: 'aus der Namensdatei bekannt',
  },
  forms: { name: 'Name', nickname: 'Beiname', metonym: 'Hauptstadt für ihre Regierung', adjective: 'Adjektiv' },
  labels: {
    means: 'verstanden als',
    why: 'weil',
    open: 'offen, wer oder was gemeint ist',
    actor: 'Akteur',
    office: 'Amt in diesem Text',
    candidates: 'kann gemeint sein, wahrscheinlichste zuerst',
    rule: 'Regel',
  },
  rules: {
    pin: 'die Namensdatei sagt, wen genau diese Nennung meint',
    authority: 'die Namensdatei führt den Namen',
    'lexicon name': 'das eingebaute Lexikon führt den Namen',
    'lexicon nickname': 'das eingebaute Lexikon führt den Beinamen',
    'lexicon adjective': 'das eingebaute Lexikon führt das Adjektiv des Staates',
    'lexicon demonym': 'das eingebaute Lexikon führt den Namen des Volkes',
    'first name+surname': 'ein bekannter Vorname steht vor einem Nachnamen',
    'family name first': 'auf einen vorangestellten Familiennamen folgt ein Rufname',
    'title+name': 'ein Titel steht vor einem vollen Namen',
    'title+surname': 'ein Titel steht vor einem Nachnamen, dessen vollen Namen der Text nicht nennt',
    'part of a full name': 'der Text nennt an anderer Stelle den vollen Namen',
    'surname of several': 'mehrere Personen heißen so, und der Text sagt nicht, wer gemeint ist',
    'prominent surname': 'eine Person des öffentlichen Lebens heißt so',
    'given name+known surname': 'ein unbekannter Vorname steht vor einem bekannten Nachnamen',
    'unknown name of a person': 'zwei großgeschriebene Wörter handeln wie eine Person',
    'capital for government': 'im Satz handelt die Hauptstadt wie eine Regierung',
    'state+organ': 'neben dem Namen eines Organs steht ein Staat',
    'seat as a building': 'im Satz ist der Regierungssitz ein Gebäude',
    'learnt short form': 'der Text erklärt die Kurzform an anderer Stelle',
    'named before': 'der Text hat gesagt, was der Name ist',
    'English head noun': 'das letzte Wort sagt, was für eine Organisation es ist',
    'prefix+adjective': 'Adjektiv eines Staates mit Vorsilbe',
    'the West': 'das Wort steht für die westlichen Staaten',
    'head noun': 'das letzte Wort sagt, was für eine Organisation es ist',
    'legal form': 'hinter dem Namen steht eine Rechtsform',
    'name+city': 'hinter dem Namen einer Organisation steht eine Stadt',
    described: 'ein Wort davor sagt, was für eine Organisation es ist',
    'described place': 'ein Wort davor sagt, was für ein Ort es ist',
    'preposition or noun of place': 'eine Präposition oder ein Wort des Ortes steht davor',
    'preposition+name': 'eine Präposition des Ortes steht davor',
    'place compound': 'das Wort endet auf ein Wort für eine Art von Ort',
    'part of a city': 'es steht als Teil einer Stadt neben ihr',
    'adjective+place': 'ein Adjektiv steht vor einem Wort für eine Art von Ort',
    tagger: 'der gelernte Erkenner hält die Wörter für einen Namen',
    trigger: 'dieses Wort erzählt von einem solchen Ereignis',
    marks: 'Anführungszeichen stehen darum',
    tag: 'ein Satz daneben sagt, wer spricht',
    verb: 'ein Verb des Sagens leitet es ein',
    date: 'die Form des Ausdrucks',
  },
};

const MESSAGES: Readonly<Record<Locale, ExplainingMessages>> = { en: ENGLISH, de: GERMAN };

/** The messages about reasons in a language. */
export function getExplainingMessages(locale: Locale): ExplainingMessages {
  return MESSAGES[locale];
}
