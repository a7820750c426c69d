import type { ActorId } from '../facts.js';
import type { KnownActor } from './knownActor.js';

/**
 * The lexicon's tables with every name inflected and folded, as lines of text: what takes long is done once, when the program is
 * built, and what a line says is read only when a text asks for it. Things that several lines point to are told by the number of
 * their line.
 */
export type LexiconTables = Readonly<Record<Section, readonly string[]>>;

/**
 * actors: JSON of `PrintedActor`. states: of actors. senses: actor, kind and, where it is not the name, the spelling, tab-separated; kinds: JSON
 * of the rest of a sense. names: keys; nameSenses: for each key the senses, comma-separated. longest, longestCounts: the rest of a
 * `NameTable`. fullNames, bareNames: keys of persons, and for each the actor, or actors. nameParts: class, tab, words with commas. The
 * others are sets of keys.
 */
const SECTIONS = [
  'actors',
  'states',
  'senses',
  'kinds',
  'names',
  'nameSenses',
  'longest',
  'longestCounts',
  'fullNames',
  'fullNameActors',
  'bareNames',
  'bareNameActors',
  'nameParts',
  'firstNames',
  'ambiguousFirstNames',
  'surnames',
  'ambiguousSurnames',
  'cities',
] as const;

type Section = (typeof SECTIONS)[number];

/** An actor as a line has it: what it governs is a number, and the id is there only when kind and name do not make it. */
export type PrintedActor = Omit<KnownActor, 'id' | 'origin' | 'governs'> & {
  readonly id?: ActorId;
  readonly governs?: number;
};

/** The text stands for the tables wherever it is shipped, so it says what their first lines say. */
const COMMENT = `# The tables of lexicon/, compiled; each names its source and licence. Own tables and Faker (Copyright (c) 2022-2025 Faker): MIT.
# Towns: GeoNames (www.geonames.org), CC BY 4.0, changed.
`;

/** The tables as one text. */
export function printTables(tables: LexiconTables): string {
  return (
    COMMENT + SECTIONS.map((name) => `${name}\t${String(tables[name].length)}\n${printLines(tables[name])}`).join('')
  );
}

/** Takes back what `printTables` gives. A section that is not there is empty. */
export function parseTables(text: string): LexiconTables {
  const lines = text.split('\n');
  const tables = Object.fromEntries(SECTIONS.map((name) => [name, [] as readonly string[]])) as Record<
    Section,
    readonly string[]
  >;
  for (let i = 0; i < lines.length; ) {
    const [name = '', count = '0'] = lines[i]?.split('\t') ?? [];
    const first = i + 1;
    i = first + Math.max(0, Number(count));
    if (isSection(name)) tables[name] = lines.slice(first, i);
  }
  return tables;
}

function printLines(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function isSection(name: string): name is Section {
  return SECTIONS.some((section) => section === name);
}
