import type { DataFiles } from '../language/dataFiles.js';
import { listValues, parseTable, type Row } from '../language/table.js';
import type { Problem } from '../problem.js';
import { type ActorWords, type EndingTable, toEndingTable } from './actorWords.js';
import { addAlias } from './alias.js';
import type { Sense } from './knownActor.js';
import { listRowAliases, readActor, type RowContext } from './lexiconRows.js';
import type { LexiconTables } from './lexiconTables.js';
import { type AddName, buildNameTable, nameKey } from './nameTable.js';
import { toTables } from './numberTables.js';
import { addPerson, indexPersons, type LexiconPerson, readPerson } from './personRows.js';
import { addState, readState } from './stateRows.js';

/** The words of both languages, which tell names from everyday words. */
export interface LexiconWords {
  readonly de: ActorWords;
  readonly en: ActorWords;
}

type ReadRows = (name: string) => readonly Row[];

/** Inflects and folds all names of the data files. Missing files and bad rows cost only what is in them. */
export function compileTables(
  files: DataFiles,
  words: LexiconWords,
): { tables: LexiconTables; problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const read: ReadRows = (name) => {
    const path = `lexicon/${name}.tsv`;
    const table = parseTable(path, files.get(path) ?? '');
    problems.push(...table.problems);
    return table.rows;
  };
  const states = read('states').map((row) => [row, readState(row)] as const);
  const persons = read('persons').map(readPerson);
  const [firstNames, surnames] = [read('firstNames'), read('surnames')];
  const tables = toTables({
    names: buildNameTable((add) => {
      addNames(add, { states, persons, read, words });
    }),
    persons: indexPersons(persons),
    states: states.map(([, state]) => state),
    nameParts: groupParts(read('nameParts')),
    sets: {
      firstNames: toKeys(firstNames),
      ambiguousFirstNames: toKeys(firstNames.filter(isAmbiguous)),
      surnames: toKeys(surnames.filter((row) => !isAmbiguous(row))),
      ambiguousSurnames: toKeys(surnames.filter(isAmbiguous)),
      cities: toKeys(read('cities')),
    },
  });
  return { tables, problems };
}

interface NameSources {
  readonly states: readonly (readonly [Row, ReturnType<typeof readState>])[];
  readonly persons: readonly LexiconPerson[];
  readonly read: ReadRows;
  readonly words: LexiconWords;
}

const TABLES = [
  ['organizations', 'organization'],
  ['groups', 'group'],
  ['places', 'place'],
] as const;

function addNames(add: AddName<Sense>, { states, persons, read, words }: NameSources): void {
  const ambiguousPlaces = words.de.cues.get('ambiguous place') ?? new Set<string>();
  const stateKeys = new Set<string>();
  const addStateName: AddName<Sense> = (key, sense) => {
    if (sense.actor.kind === 'country') stateKeys.add(key);
    add(key, sense);
  };
  for (const [row, state] of states) addState(addStateName, row, state, ambiguousPlaces);
  const context = toRowContext(words, stateKeys, ambiguousPlaces);
  for (const [table, kind] of TABLES) {
    for (const row of read(table)) {
      for (const alias of listRowAliases(row, readActor(row, kind), context)) addAlias(add, alias);
    }
  }
  for (const person of persons) addPerson(add, person);
}

function toRowContext(
  { de, en }: LexiconWords,
  stateKeys: ReadonlySet<string>,
  ambiguousPlaces: ReadonlySet<string>,
): RowContext {
  return {
    organizationHeads: mergeEndings(en.organizationHeads, de.organizationHeads),
    placeHeads: mergeEndings(en.placeHeads, de.placeHeads),
    isEveryday: de.isEveryday,
    ambiguousPlaces,
    stateKeys,
  };
}

function mergeEndings<T>(a: EndingTable<T>, b: EndingTable<T>): EndingTable<T> {
  return toEndingTable(new Map([...a.entries, ...b.entries]));
}

/** Names that are everyday words or places too have a note. */
function isAmbiguous(row: Row): boolean {
  return (row['note'] ?? '') !== '';
}

/** The folded names of a list. */
function toKeys(rows: readonly Row[]): ReadonlySet<string> {
  return new Set(rows.flatMap((row) => listValues(row['name']).map(nameKey)));
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
