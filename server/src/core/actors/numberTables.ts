import { type KnownActor, makeActorId, type Sense } from './knownActor.js';
import type { LexiconTables } from './lexiconTables.js';
import type { BuiltNames } from './nameTable.js';
import type { CompiledPersons } from './personRows.js';

/** What the rows of the data files say, by folded key. */
export interface CompiledRows {
  readonly names: BuiltNames<Sense>;
  readonly persons: CompiledPersons;
  readonly states: readonly KnownActor[];
  readonly nameParts: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sets: Readonly<Record<SetName, ReadonlySet<string>>>;
}

type SetName = 'firstNames' | 'ambiguousFirstNames' | 'surnames' | 'ambiguousSurnames' | 'cities';

/** The same as lines of text: whatever several things point to has a number. `readTables` takes it back. */
export function toTables({ names, persons, states, nameParts, sets }: CompiledRows): LexiconTables {
  const actors = numbering<KnownActor>();
  const senses = numbering<Sense>();
  const kinds = numbering<string>();
  const numbersOf = <T>({ numberOf }: Numbering<T>, items: readonly T[]): string => items.map(numberOf).join(',');
  const tables = {
    states: states.map((state) => String(actors.numberOf(state))),
    names: [...names.byKey.keys()],
    nameSenses: [...names.byKey.values()].map((list) => numbersOf(senses, list)),
    longest: [...names.longest.keys()],
    longestCounts: [...names.longest.values()].map(String),
    fullNames: [...persons.byFullName.keys()],
    fullNameActors: [...persons.byFullName.values()].map((actor) => String(actors.numberOf(actor))),
    bareNames: [...persons.byBareName.keys()],
    bareNameActors: [...persons.byBareName.values()].map((list) => numbersOf(actors, list)),
    nameParts: [...nameParts].map(([type, words]) => `${type}\t${[...words].join(',')}`),
    firstNames: [...sets.firstNames],
    ambiguousFirstNames: [...sets.ambiguousFirstNames],
    surnames: [...sets.surnames],
    ambiguousSurnames: [...sets.ambiguousSurnames],
    cities: [...sets.cities],
  };
  const senseLines = senses.items.map(({ actor, surface, ...kind }) => {
    const shown = surface === actor.name ? '' : surface;
    return [actors.numberOf(actor), kinds.numberOf(JSON.stringify(kind)), shown].join('\t');
  });
  return { ...tables, senses: senseLines, kinds: kinds.items, actors: printActors(actors) };
}

interface Numbering<T> {
  readonly items: readonly T[];
  /** The number of an item, which is its position among the items. */
  readonly numberOf: (item: T) => number;
}

function numbering<T>(): Numbering<T> {
  const items: T[] = [];
  const numbers = new Map<T, number>();
  const numberOf = (item: T): number => {
    const number = numbers.get(item) ?? items.length;
    if (number === items.length) {
      numbers.set(item, number);
      items.push(item);
    }
    return number;
  };
  return { items, numberOf };
}

/** One after the other, for a state that only its seat of government points to gets its number here. */
function printActors({ items, numberOf }: Numbering<KnownActor>): readonly string[] {
  const lines: string[] = [];
  for (const actor of items) lines.push(JSON.stringify(abridge(actor, numberOf)));
  return lines;
}

/** Without what `readTables` knows by itself: the origin, and the id where kind and name make it. JSON leaves out what is undefined. */
function abridge(actor: KnownActor, numberOf: (actor: KnownActor) => number): Readonly<Record<string, unknown>> {
  const { id, kind, name, governs } = actor;
  return {
    ...actor,
    origin: undefined,
    id: id === makeActorId(kind, name) ? undefined : id,
    governs: governs === undefined ? undefined : numberOf(governs),
  };
}
