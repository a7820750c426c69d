import type { DataFiles } from '../language/dataFiles.js';
import { parseTable, type Row } from '../language/table.js';
import type { Problem } from '../problem.js';
import { listEntries } from './alias.js';
import { type ActorWords, type EndingTable, parseActorWords, toEndingTable } from './actorWords.js';
import type { KnownActor, Sense } from './knownActor.js';
import { listRowAliases, readActor, type RowContext } from './lexiconRows.js';
import { buildNameTable, type NameTable, nameKey } from './nameTable.js';
import { indexPersons, listPersonEntries, type PersonIndex, readPerson } from './personRows.js';
import { listStateEntries, readState } from './stateRows.js';

/** What is known of names before any text is read; built once from the data files. */
export interface Lexicon {
  readonly names: NameTable<Sense>;
  readonly persons: PersonIndex;
  readonly states: ReadonlyMap<string, KnownActor>;
  readonly firstNames: ReadonlyMap<string, FirstName>;
  /** Words that names are built with, by class: `particle`, `family name first` … */
  readonly nameParts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly words: { readonly de: ActorWords; readonly en: ActorWords };
}

export interface FirstName {
  readonly gender: string;
  /** Also an everyday word, a surname or a place: it takes more than itself to see a person. */
  readonly isAmbiguous: boolean;
}

/** Reads the lexicon from the data files. Missing files and bad rows cost only what is in them. */
export function parseLexicon(files: DataFiles): { lexicon: Lexicon; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read = (name: string): readonly Row[] => {
    const path = `lexicon/${name}.tsv`;
    const table = parseTable(path, files.get(path) ?? '');
    problems.push(...table.problems);
    return table.rows;
  };
  const de = parseActorWords(files, 'de');
  const en = parseActorWords(files, 'en');
  problems.push(...de.problems, ...en.problems);
  const words = { de: de.words, en: en.words };

  const ambiguousPlaces = words.de.cues.get('ambiguous place') ?? new Set<string>();
  const states = read('states').map((row) => [row, readState(row)] as const);
  const persons = read('persons').map(readPerson);
  const stateEntries = states.flatMap(([row, state]) => listStateEntries(row, state, ambiguousPlaces));
  const entries = [
    ...listRowEntries(read, words, stateEntries),
    ...stateEntries,
    ...persons.flatMap(listPersonEntries),
  ];
  const lexicon: Lexicon = {
    names: buildNameTable(entries),
    persons: indexPersons(persons),
    states: new Map(states.map(([, state]) => [state.state ?? '', state])),
    firstNames: new Map(read('firstNames').map((row) => [nameKey(row['name'] ?? ''), toFirstName(row)])),
    nameParts: groupParts(read('nameParts')),
    words,
  };
  return { lexicon, problems };
}

const TABLES = [
  ['organizations', 'organization'],
  ['groups', 'group'],
  ['places', 'place'],
] as const;

type Entry = readonly [key: string, sense: Sense];

function listRowEntries(
  read: (name: string) => readonly Row[],
  { de, en }: Lexicon['words'],
  stateEntries: readonly Entry[],
): readonly Entry[] {
  const context: RowContext = {
    organizationHeads: mergeTables(en.organizationHeads, de.organizationHeads),
    placeHeads: mergeTables(en.placeHeads, de.placeHeads),
    isEveryday: de.isEveryday,
    ambiguousPlaces: de.cues.get('ambiguous place') ?? new Set(),
    stateKeys: new Set(stateEntries.filter(([, { actor }]) => actor.kind === 'country').map(([key]) => key)),
  };
  return TABLES.flatMap(([table, kind]) =>
    read(table).flatMap((row) => listRowAliases(row, readActor(row, kind), context).flatMap(listEntries)),
  );
}

function mergeTables<T>(a: EndingTable<T>, b: EndingTable<T>): EndingTable<T> {
  return toEndingTable(new Map([...a.entries, ...b.entries]));
}

function toFirstName(row: Row): FirstName {
  return { gender: row['gender'] ?? '', isAmbiguous: (row['note'] ?? '') !== '' };
}

function groupParts(rows: readonly Row[]): ReadonlyMap<string, ReadonlySet<string>> {
  const parts = new Map<string, Set<string>>();
  for (const row of rows) {
    const words = parts.get(row['class'] ?? '') ?? new Set<string>();
    words.add(nameKey(row['word'] ?? ''));
    parts.set(row['class'] ?? '', words);
  }
  return parts;
}
