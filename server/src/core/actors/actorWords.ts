import { listGermanAdjectiveForms } from '../language/de/nameInflection.js';
import { isGermanNoun } from '../language/de/nouns.js';
import type { DataFiles } from '../language/dataFiles.js';
import { listValues, parseTable, type Row } from '../language/table.js';
import type { Problem } from '../problem.js';
import { memoise } from '../text/memo.js';
import { nameKey } from './nameTable.js';

/** The words of one language that stand around names. Keys are folded. */
export interface ActorWords {
  readonly language: 'de' | 'en';
  readonly titles: EndingTable<Title>;
  readonly organizationHeads: EndingTable<OrganizationHead>;
  readonly placeHeads: EndingTable<PlaceHead>;
  /** Words that tell what a name beside them is, by class (`locative`, `sender` …), in all forms. */
  readonly cues: ReadonlyMap<string, ReadonlySet<string>>;
  /**
   * Whether a folded word is an everyday noun or a function word, which with a capital letter opens a sentence. English nouns have no
   * capital: there the nouns are those that are surnames too.
   */
  readonly isEveryday: (folded: string) => boolean;
  /** The function words among them. */
  readonly functionWords: ReadonlySet<string>;
}

/** Values by word; those with match `end` count also as the last part of a compound. */
export interface EndingTable<T> {
  readonly entries: ReadonlyMap<string, Ending<T>>;
  /** The entry for a folded word or, where it has the match `end`, for its last part; `rest` is the length of what precedes that part. */
  readonly find: (folded: string) => { readonly value: T; readonly rest: number } | undefined;
}

type Ending<T> = T & { readonly match: 'word' | 'end' };

export interface Title {
  /** The nominative, feminine where the form is. */
  readonly nominative: string;
  readonly class: 'office' | 'role' | 'address' | 'modifier';
}

export interface OrganizationHead {
  readonly nominative: string;
  readonly gender: 'm' | 'f' | 'n' | 'p';
  /** organ, institution, descriptor, generic: the table's header tells what they mean. */
  readonly roles: ReadonlySet<string>;
}

export interface PlaceHead {
  readonly nominative: string;
  readonly gender: OrganizationHead['gender'];
  /** compound, descriptor, adjectival. */
  readonly roles: ReadonlySet<string>;
}

/** Reads a language's word lists from its data files; missing files give empty lists, bad rows problems. */
export function parseActorWords(
  files: DataFiles,
  language: 'de' | 'en',
): { words: ActorWords; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = (name: string): readonly Row[] => {
    const path = `language/${language}/${name}.tsv`;
    const table = parseTable(path, files.get(path) ?? '');
    problems.push(...table.problems);
    return table.rows;
  };
  const nouns = new Set(read('nouns').flatMap((row) => (row['nouns'] ?? '').split('|')));
  const functionWords = new Set(read('functionWords').flatMap((row) => listValues(row['words']).map(nameKey)));
  const isNoun = (word: string): boolean => (language === 'de' ? isGermanNoun(nouns, word) : nouns.has(word));
  const words: ActorWords = {
    language,
    titles: readEndings(read('titles'), (row) => listTitleForms(row, language)),
    organizationHeads: readEndings(read('organizationHeads'), listHeadForms),
    placeHeads: readEndings(read('placeHeads'), listHeadForms),
    cues: groupCues(read('nameCues')),
    isEveryday: memoise((word) => functionWords.has(word) || isNoun(word)),
    functionWords,
  };
  return { words, problems };
}

/** A table of these entries, with a look-up by ending that remembers words. */
export function toEndingTable<T>(entries: ReadonlyMap<string, Ending<T>>): EndingTable<T> {
  return { entries, find: memoise((folded) => findByEnding(entries, folded)) };
}

function findByEnding<T>(
  entries: ReadonlyMap<string, Ending<T>>,
  folded: string,
): { readonly value: T; readonly rest: number } | undefined {
  const whole = entries.get(folded);
  if (whole) return { value: whole, rest: 0 };
  for (let rest = Math.max(2, folded.length - LONGEST_ENDING); rest <= folded.length - 3; rest++) {
    const value = entries.get(folded.slice(rest));
    if (value?.match === 'end') return { value, rest };
  }
  return undefined;
}

/** No listed word is longer: it keeps the work for a word bounded. */
const LONGEST_ENDING = 40;

type Forms<T> = readonly (readonly [forms: readonly string[], value: T])[];

function readEndings<T>(rows: readonly Row[], listForms: (row: Row) => Forms<T>): EndingTable<T> {
  const entries = new Map<string, Ending<T>>();
  const add = (forms: readonly string[], entry: Ending<T>): void => {
    for (const form of forms) if (!entries.has(form)) entries.set(form, entry);
  };
  for (const row of rows) {
    const match = row['match'] === 'end' ? 'end' : 'word';
    for (const [forms, value] of listForms(row)) add(forms, { ...value, match });
  }
  return toEndingTable(entries);
}

function listTitleForms(row: Row, language: 'de' | 'en'): Forms<Title> {
  const nominative = row['title'] ?? '';
  const key = nameKey(nominative);
  const title = { nominative, class: toTitleClass(row['class']) };
  if (language === 'en') return [[[key], title]];
  if (title.class === 'modifier') return [[listGermanAdjectiveForms(key), title]];
  const feminine = { ...title, nominative: `${nominative}in` };
  return [
    [listTitleCases(key), title],
    [[`${key}in`, `${key}innen`], feminine],
  ];
}

/** „Präsidenten", „Ministers", „Beauftragter"; no -e, for „Oberste" is no Oberst. */
function listTitleCases(key: string): readonly string[] {
  const endings = key.endsWith('e') ? ['', 'n', 'r'] : ['', 's', 'es', 'n', 'en'];
  return endings.map((ending) => key + ending);
}

function toTitleClass(text: string | undefined): Title['class'] {
  return text === 'office' || text === 'address' || text === 'modifier' ? text : 'role';
}

function listHeadForms(row: Row): Forms<OrganizationHead> {
  const nominative = row['head'] ?? '';
  const gender = row['gender'] === 'm' || row['gender'] === 'f' || row['gender'] === 'n' ? row['gender'] : 'p';
  const head: OrganizationHead = { nominative, gender, roles: new Set(listValues(row['roles'])) };
  return [[listNounForms(nominative), head]];
}

/** Endings that a German noun may have; a form that does not exist does no harm, for no text has it. */
function listNounForms(noun: string | undefined): readonly string[] {
  const key = nameKey(noun ?? '');
  return ['', 's', 'es', 'n', 'en', 'r', 'e', 'nen'].map((ending) => key + ending);
}

function groupCues(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> {
  const cues = new Map<string, Set<string>>();
  for (const row of rows) {
    const type = row['class'] ?? '';
    const forms = cues.get(type) ?? new Set<string>();
    for (const form of listNounForms(row['word'])) forms.add(form);
    cues.set(type, forms);
  }
  return cues;
}
