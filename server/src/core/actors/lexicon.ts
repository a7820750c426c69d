import type { DataFiles } from '../language/dataFiles.js';
import { parseTable, type Row } from '../language/table.js';
import type { Problem } from '../problem.js';
import { addAlias } from './alias.js';
import { type ActorWords, type EndingTable, parseActorWords, toEndingTable } from './actorWords.js';
import type { KnownActor, Sense } from './knownActor.js';
import { listRowAliases, readActor, type RowContext } from './lexiconRows.js';
import { type AddName, buildNameTable, nameKey, type NameTable } from './nameTable.js';
import { addPerson, indexPersons, type PersonIndex, readPerson } from './personRows.js';
import { addState, readState } from './stateRows.js';

/** What is known of names before any text is read; built once from the data files. */
export interface Lexicon {
  readonly names: NameTable<Sense>;
  readonly persons: PersonIndex;
  readonly states: ReadonlyMap<string, KnownActor>;
  readonly firstNames: ReadonlySet<string>;
  /** First names that are everyday words or places too: it takes more than themselves to see a person. */
  readonly ambiguousFirstNames: ReadonlySet<string>;
  /** Words that names are built with, by class: `particle`, `family name first` … */
  readonly nameParts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly words: { readonly de: ActorWords; readonly en: ActorWords };
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

  const states = read('states').map((row) => [row, readState(row)] as const);
  const persons = read('persons').map(readPerson);
  const names = buildNameTable<Sense>((add) => {
    const ambiguousPlaces = words.de.cues.get('ambiguous place') ?? new Set<string>();
    const stateKeys = new Set<string>();
    const addStateName: AddName<Sense> = (key, sense) => {
      if (sense.actor.kind === 'country') stateKeys.add(key);
      add(key, sense);
    };
    for (const [row, state] of states) addState(addStateName, row, state, ambiguousPlaces);
    addRows(add, read, toRowContext(words, stateKeys, ambiguousPlaces));
    for (const person of persons) addPerson(add, person);
  });
  const lexicon: Lexicon = {
    names,
    persons: indexPersons(persons),
    states: new Map(states.map(([, state]) => [state.state ?? '', state])),
    ...readFirstNames(read('firstNames')),
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

function addRows(add: AddName<Sense>, read: (name: string) => readonly Row[], context: RowContext): void {
  for (const [table, kind] of TABLES) {
    for (const row of read(table)) {
      for (const alias of listRowAliases(row, readActor(row, kind), context)) addAlias(add, alias);
    }
  }
}

function toRowContext(
  { de, en }: Lexicon['words'],
  stateKeys: ReadonlySet<string>,
  ambiguousPlaces: ReadonlySet<string>,
): RowContext {
  return {
    organizationHeads: mergeTables(en.organizationHeads, de.organizationHeads),
    placeHeads: mergeTables(en.placeHeads, de.placeHeads),
    isEveryday: de.isEveryday,
    ambiguousPlaces,
    stateKeys,
  };
}

function mergeTables<T>(a: EndingTable<T>, b: EndingTable<T>): EndingTable<T> {
  return toEndingTable(new Map([...a.entries, ...b.entries]));
}

function readFirstNames(rows: readonly Row[]): Pick<Lexicon, 'firstNames' | 'ambiguousFirstNames'> {
  const keysOf = (some: readonly Row[]): ReadonlySet<string> => new Set(some.map((row) => nameKey(row['name'] ?? '')));
  return { firstNames: keysOf(rows), ambiguousFirstNames: keysOf(rows.filter((row) => row['note'] !== '')) };
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
