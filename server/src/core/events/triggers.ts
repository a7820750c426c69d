import { EVENT_TYPES, type EventStatus, type EventType } from '../facts.js';
import type { DataFiles } from '../language/dataFiles.js';
import { inflectGermanNoun, inflectGermanVerb } from '../language/de/triggerForms.js';
import { inflectEnglishNoun, inflectEnglishVerb } from '../language/en/triggerForms.js';
import { listValues, parseTable, type Row } from '../language/table.js';
import type { Problem } from '../problem.js';
import { type EventWords, parseEventWords } from './eventWords.js';
import type { InflectedForm, VerbForm } from './triggerForms.js';

/** One sense of a word that names an event. */
export interface Trigger {
  readonly lemma: string;
  readonly type: EventType;
  /** PLOVER's mode or a finer kind: meet, visit, phone, negotiate …; '' when none is known. */
  readonly mode: string;
  /** How a label names the event: „Gespräche", „Einmarsch". */
  readonly label: string;
  /** Prepositions before the other side; `gen`: the genitive behind the noun is the other side. */
  readonly partner: ReadonlySet<string>;
  /** The sense holds only with one, or with none, of these words in its clause. */
  readonly with: Cues;
  readonly without: Cues;
  /** Words right before the noun that make another sense: „im Gespräch". */
  readonly notBehind: ReadonlySet<string>;
  readonly status?: EventStatus;
  /** The word is often used without an event in mind. */
  readonly isWeak: boolean;
}

/** Words in lower case, and how the last parts of compounds end: „-wahl" is in „Stichwahl" and „Parlamentswahl". */
export interface Cues {
  readonly words: ReadonlySet<string>;
  readonly endings: readonly string[];
}

/** A noun or verb with its senses in the order of the table; a noun without senses only looks like a trigger. */
export interface TriggerWord {
  readonly lemma: string;
  readonly isVerb: boolean;
  /** Whether the noun may head a compound: „Sicherheitsgespräch". */
  readonly headsCompounds: boolean;
  readonly senses: readonly Trigger[];
}

/** What a surface form may be of one verb; with `particle` only where that word closes the clause („fordern … auf"). */
export interface TriggerVerb {
  readonly word: TriggerWord;
  readonly particle: string | undefined;
  readonly forms: readonly VerbForm[];
}

/** The triggers of one language by their forms in lower case. */
export interface LanguageTriggers {
  readonly nouns: ReadonlyMap<string, TriggerWord>;
  /** Separated verbs first: „riefen … auf" is no „rufen". */
  readonly verbs: ReadonlyMap<string, readonly TriggerVerb[]>;
  readonly words: EventWords;
  /** Names of states in the language by ISO code, where actors have them in another. */
  readonly stateNames: ReadonlyMap<string, string>;
}

export interface TriggerLexicon {
  readonly de: LanguageTriggers;
  readonly en: LanguageTriggers;
}

interface Inflection {
  readonly verb: (lemma: string, parts: readonly string[]) => readonly InflectedForm[];
  readonly noun: (lemma: string, endings: readonly string[]) => readonly string[];
}

const INFLECTIONS: Readonly<Record<'de' | 'en', Inflection>> = {
  de: { verb: inflectGermanVerb, noun: inflectGermanNoun },
  en: { verb: inflectEnglishVerb, noun: inflectEnglishNoun },
};

/** Compiles `language/{de,en}/triggers.tsv` and `eventWords.tsv`. A row with an unknown type is a Problem and left out. */
export function parseTriggers(files: DataFiles): { triggers: TriggerLexicon; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const parse = (language: 'de' | 'en'): LanguageTriggers => {
    const path = `language/${language}/triggers.tsv`;
    const table = parseTable(path, files.get(path) ?? '');
    const faulty = table.rows.filter((row) => !isKnownType(row['type'] ?? ''));
    const { words, problems: ofWords } = parseEventWords(files, `language/${language}/eventWords.tsv`);
    problems.push(...table.problems, ...faulty.map((row) => unknownType(path, row)), ...ofWords);
    const known = table.rows.filter((row) => isKnownType(row['type'] ?? ''));
    return { ...compile(known, INFLECTIONS[language]), words, stateNames: new Map() };
  };
  return { triggers: { de: parse('de'), en: { ...parse('en'), stateNames: readStateNames(files) } }, problems };
}

/** The first English name of every state. Faults of that table are told by those who recognise names with it. */
function readStateNames(files: DataFiles): ReadonlyMap<string, string> {
  const { rows } = parseTable(STATES, files.get(STATES) ?? '');
  return new Map(rows.map((row) => [row['iso'] ?? '', listValues(row['names_en'])[0] ?? row['name'] ?? '']));
}
const STATES = 'lexicon/states.tsv';

function isKnownType(type: string): boolean {
  return type === '-' || EVENT_TYPES.some((known) => known === type);
}

function unknownType(path: string, row: Row): Problem {
  const message = `${row['lemma'] ?? ''}: ${row['type'] ?? ''} is no event type`;
  return { path, severity: 'warning', code: 'trigger-type', message };
}

function compile(rows: readonly Row[], inflection: Inflection): Pick<LanguageTriggers, 'nouns' | 'verbs'> {
  const nouns = new Map<string, TriggerWord>();
  const verbs = new Map<string, TriggerVerb[]>();
  for (const own of groupByLemma(rows)) {
    const [first] = own;
    if (first === undefined) continue;
    const word = toWord(own, first);
    const forms = listValues(first['forms']);
    if (!word.isVerb) for (const form of inflection.noun(word.lemma, forms)) nouns.set(form, word);
    else for (const form of inflection.verb(word.lemma, forms)) addForm(verbs, word, form);
  }
  for (const entries of verbs.values())
    entries.sort((a, b) => Number(b.particle !== undefined) - Number(a.particle !== undefined));
  return { nouns, verbs };
}

function groupByLemma(rows: readonly Row[]): Iterable<readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = `${row['lemma'] ?? ''} ${row['pos'] === 'verb' ? 'verb' : 'noun'}`;
    const known = groups.get(key);
    if (known) known.push(row);
    else groups.set(key, [row]);
  }
  return groups.values();
}

function toWord(rows: readonly Row[], first: Row): TriggerWord {
  return {
    lemma: first['lemma'] ?? '',
    isVerb: first['pos'] === 'verb',
    headsCompounds: first['pos'] === 'noun',
    senses: rows.filter((row) => row['type'] !== '-').map(toTrigger),
  };
}

function toTrigger(row: Row): Trigger {
  const lemma = row['lemma'] ?? '';
  const status = row['status'];
  return {
    lemma,
    type: EVENT_TYPES.find((type) => type === row['type']) ?? 'OTHER',
    mode: row['mode'] ?? '',
    label: row['label'] === undefined || row['label'] === '' ? lemma : row['label'],
    partner: new Set(listValues(row['partner'])),
    with: toCues(listValues(row['with'])),
    without: toCues(listValues(row['without'])),
    notBehind: lowerSet(listValues(row['notBehind'])),
    isWeak: row['weight'] === 'weak',
    ...((status === 'planned' || status === 'hypothetical') && { status }),
  };
}

function toCues(values: readonly string[]): Cues {
  const endings = values.filter((value) => value.startsWith('-')).map((value) => value.slice(1).toLowerCase());
  return { words: lowerSet(values.filter((value) => !value.startsWith('-'))), endings };
}

function lowerSet(values: readonly string[]): ReadonlySet<string> {
  return new Set(values.map((value) => value.toLowerCase()));
}

function addForm(verbs: Map<string, TriggerVerb[]>, word: TriggerWord, own: InflectedForm): void {
  const entries = verbs.get(own.word) ?? [];
  const index = entries.findIndex((entry) => entry.word === word && entry.particle === own.particle);
  const known = entries[index];
  if (known) entries[index] = { ...known, forms: [...known.forms, own.form] };
  else entries.push({ word, particle: own.particle, forms: [own.form] });
  verbs.set(own.word, entries);
}
