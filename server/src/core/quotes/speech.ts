import { inflectGermanSpeechVerb } from '../language/de/speechVerbs.js';
import { inflectEnglishSpeechVerb } from '../language/en/speechVerbs.js';
import type { DataFiles } from '../language/dataFiles.js';
import { listValues, parseTable, type Row } from '../language/table.js';
import type { Problem } from '../problem.js';
import {
  NOUN_CLASSES,
  ROLE_KINDS,
  type RoleNoun,
  SPEECH_FRAMES,
  type SpeechFrame,
  type SpeechVerb,
  type VerbReading,
  WORD_CLASSES,
  type WordClass,
} from './speechWords.js';

/** What one language says about speech: its verbs, its speakers' nouns, and the words that frame reported clauses. */
export interface LanguageSpeech {
  /** Lower-case verb form → what it may be. */
  readonly verbs: ReadonlyMap<string, readonly VerbReading[]>;
  /** Lower-case form of a role noun → the noun. */
  readonly roles: ReadonlyMap<string, RoleNoun>;
  /** Lower-case word → its classes; for words written small, or at the start of a sentence. */
  readonly classes: ReadonlyMap<string, ReadonlySet<WordClass>>;
  /** The same for words with a capital inside a sentence, where a function word would be a name. */
  readonly nounClasses: ReadonlyMap<string, ReadonlySet<WordClass>>;
  /** Whether the language writes its nouns with a capital. */
  readonly hasCapitalNouns: boolean;
}

/** The compiled speech tables of all languages that have any. */
export interface SpeechLexicon {
  readonly de: LanguageSpeech;
  readonly en: LanguageSpeech;
  /** First names in lower case that only men or only women have: whom „er" and „sie" may mean. */
  readonly givenNames: ReadonlyMap<string, 'male' | 'female'>;
}

type Inflect = (verb: SpeechVerb) => readonly (readonly [form: string, reading: VerbReading])[];

/** Compiles the tables of speech verbs, role nouns and function words. Faulty rows are problems and left out. */
export function parseSpeech(files: DataFiles): { speech: SpeechLexicon; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const de = parseLanguage(files, 'language/de', { inflect: inflectGermanSpeechVerb, hasCapitalNouns: true });
  const en = parseLanguage(files, 'language/en', { inflect: inflectEnglishSpeechVerb, hasCapitalNouns: false });
  problems.push(...de.problems, ...en.problems);
  return { speech: { de: de.language, en: en.language, givenNames: readGivenNames(files) }, problems };
}

/** Faults of that table are told by those who recognise names with it. */
function readGivenNames(files: DataFiles): SpeechLexicon['givenNames'] {
  const names = new Map<string, 'male' | 'female'>();
  for (const { name = '', gender } of parseTable(FIRST_NAMES, files.get(FIRST_NAMES) ?? '').rows) {
    if (gender === 'm' || gender === 'f') names.set(name.toLowerCase(), gender === 'm' ? 'male' : 'female');
  }
  return names;
}
const FIRST_NAMES = 'lexicon/firstNames.tsv';

function parseLanguage(
  files: DataFiles,
  folder: string,
  { inflect, hasCapitalNouns }: { readonly inflect: Inflect; readonly hasCapitalNouns: boolean },
): { language: LanguageSpeech; problems: readonly Problem[] } {
  const words = readTable(files, `${folder}/speechWords.tsv`, { column: 'class', values: WORD_CLASSES });
  const verbs = readTable(files, `${folder}/speechVerbs.tsv`, { column: 'frame', values: SPEECH_FRAMES });
  const roles = readTable(files, `${folder}/roleNouns.tsv`, { column: 'kind', values: ROLE_KINDS });
  const language = {
    verbs: compileVerbs(verbs.rows, inflect),
    roles: compileRoles(roles.rows, hasCapitalNouns ? 'joined' : 'spaced'),
    classes: compileClasses(words.rows),
    nounClasses: compileClasses(words.rows.filter((row) => NOUN_CLASSES.has(row['class'] as WordClass))),
    hasCapitalNouns,
  };
  return { language, problems: [...words.problems, ...verbs.problems, ...roles.problems] };
}

/** The rows of a table whose `column` has one of `values`; a problem for each other row. */
function readTable(
  files: DataFiles,
  path: string,
  { column, values }: { readonly column: string; readonly values: readonly string[] },
): { rows: readonly Row[]; problems: readonly Problem[] } {
  const { rows, problems } = parseTable(path, files.get(path) ?? '');
  const isKnown = (row: Row): boolean => values.includes(row[column] ?? '');
  const unknown = rows
    .filter((row) => !isKnown(row))
    .map((row): Problem => {
      const message = `unknown ${column} "${row[column] ?? ''}"`;
      return { path, severity: 'warning', code: 'data-row', message };
    });
  return { rows: rows.filter(isKnown), problems: [...problems, ...unknown] };
}

function compileVerbs(rows: readonly Row[], inflect: Inflect): LanguageSpeech['verbs'] {
  const verbs = new Map<string, VerbReading[]>();
  for (const row of rows) {
    const cell = (name: string): string => row[name] ?? '';
    const frame = cell('frame') as SpeechFrame;
    const [particle, present, preterite] = [cell('particle'), cell('present'), cell('preterite')];
    const verb = { lemma: cell('lemma'), participle: cell('participle'), needs: cell('needs') };
    for (const [form, reading] of inflect({ ...verb, particle, present, preterite, frame })) {
      const known = verbs.get(form);
      if (known) known.push(reading);
      else verbs.set(form, [reading]);
    }
  }
  return verbs;
}

function compileRoles(rows: readonly Row[], compound: RoleNoun['compound']): LanguageSpeech['roles'] {
  const roles = new Map<string, RoleNoun>();
  for (const row of rows) {
    const gender = row['gender'] as RoleNoun['gender'] | '';
    const noun = {
      noun: (row['noun'] ?? '').toLowerCase(),
      kind: row['kind'] as RoleNoun['kind'],
      compound,
      isDistinct: row['trait'] === 'distinct',
      isSpokesperson: row['trait'] === 'spokesperson',
      ...(gender && { gender }),
    };
    const addForm = (form: string, isPlural: boolean): void => {
      roles.set(form.toLowerCase(), { ...noun, form: form.toLowerCase(), isPlural });
    };
    // Where one form is both, the singular wins: the determiner tells the plural („die Sprecher").
    for (const form of listValues(row['plural'])) addForm(form, true);
    const singular = [row['noun'] ?? '', ...listValues(row['inflected'])];
    for (const form of singular) addForm(form, noun.kind === 'group');
  }
  return roles;
}

function compileClasses(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<WordClass>> {
  const classes = new Map<string, Set<WordClass>>();
  for (const row of rows) {
    for (const word of listValues(row['words'])) {
      const known = classes.get(word);
      if (known) known.add(row['class'] as WordClass);
      else classes.set(word, new Set([row['class'] as WordClass]));
    }
  }
  return classes;
}
