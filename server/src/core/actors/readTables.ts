import { type KnownActor, makeActorId, type Sense } from './knownActor.js';
import type { LexiconTables, PrintedActor } from './lexiconTables.js';
import type { Lookup, NameTable } from './nameTable.js';
import type { PersonIndex } from './personRows.js';

/** What the tables give a lexicon. */
export interface ReadTables {
  readonly names: NameTable<Sense>;
  readonly persons: PersonIndex;
  readonly states: Lookup<KnownActor>;
  readonly firstNames: ReadonlySet<string>;
  /** First names that are everyday words or places too: it takes more than themselves to see a person. */
  readonly ambiguousFirstNames: ReadonlySet<string>;
  /** Family names of many countries. They only hint at a person and name nobody by themselves, nor do `cities` a place. */
  readonly surnames: ReadonlySet<string>;
  /** Family names that are everyday words too; not among `surnames`. */
  readonly ambiguousSurnames: ReadonlySet<string>;
  /** Towns of the world, small ones where German is spoken. */
  readonly cities: ReadonlySet<string>;
  /** Words that names are built with, by class: `particle`, `family name first` … */
  readonly nameParts: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Makes the tables ready for look-ups. Only keys are read now; actors and senses when they are asked for, each once. */
export function readTables(tables: LexiconTables): ReadTables {
  const actorAt: (at: number) => KnownActor = readOnce((at) => readActor(tables.actors[at], actorAt));
  const senseAt = readOnce((at) => readSense(tables.senses[at], tables.kinds, actorAt));
  const actorsOf = (numbers: string | undefined): readonly KnownActor[] => readNumbers(numbers).map(actorAt);
  const isoOf = (line: string): string => actorAt(Number(line)).state ?? '';
  return {
    names: {
      byKey: readKeys(tables.names, (line) => readNumbers(tables.nameSenses[line]).map(senseAt)),
      longest: new Map(tables.longest.map((word, i) => [word, Number(tables.longestCounts[i])])),
    },
    persons: {
      byFullName: readKeys(tables.fullNames, (line) => actorAt(Number(tables.fullNameActors[line]))),
      byBareName: readKeys(tables.bareNames, (line) => actorsOf(tables.bareNameActors[line])),
    },
    states: readKeys(tables.states.map(isoOf), (line) => actorAt(Number(tables.states[line]))),
    firstNames: new Set(tables.firstNames),
    ambiguousFirstNames: new Set(tables.ambiguousFirstNames),
    surnames: new Set(tables.surnames),
    ambiguousSurnames: new Set(tables.ambiguousSurnames),
    cities: new Set(tables.cities),
    nameParts: new Map(tables.nameParts.map(readPart)),
  };
}

/** Reads the value of a key, by the number of its line, on first use. */
function readKeys<T>(keys: readonly string[], read: (line: number) => T): Lookup<T> {
  const lines = new Map<string, number>();
  for (let i = 0; i < keys.length; i++) lines.set(keys[i] ?? '', i);
  const valueAt = readOnce(read);
  return {
    size: lines.size,
    has: (key) => lines.has(key),
    get: (key) => {
      const line = lines.get(key);
      return line === undefined ? undefined : valueAt(line);
    },
  };
}

function readOnce<T>(read: (line: number) => T): (line: number) => T {
  const known: (T | undefined)[] = [];
  return (line) => (known[line] ??= read(line));
}

function readActor(line: string | undefined, actorAt: (at: number) => KnownActor): KnownActor {
  const { governs, ...printed } = JSON.parse(line ?? '{}') as PrintedActor;
  const actor = { id: makeActorId(printed.kind, printed.name), origin: 'lexicon', ...printed } as const;
  return governs === undefined ? actor : { ...actor, governs: actorAt(governs) };
}

function readSense(line: string | undefined, kinds: readonly string[], actorAt: (at: number) => KnownActor): Sense {
  const [number, kind, surface = ''] = (line ?? '').split('\t');
  const actor = actorAt(Number(number));
  const rest = JSON.parse(kinds[Number(kind)] ?? '{}') as Omit<Sense, 'actor' | 'surface'>;
  return { ...rest, actor, surface: surface === '' ? actor.name : surface };
}

function readPart(line: string): readonly [string, ReadonlySet<string>] {
  const [type = '', words = ''] = line.split('\t');
  return [type, new Set(words.split(','))];
}

function readNumbers(list: string | undefined): readonly number[] {
  return (list ?? '').split(',').map(Number);
}
