import type { DataFiles } from '../language/dataFiles.js';
import { listValues, parseTable } from '../language/table.js';
import type { Problem } from '../problem.js';

/** Classes of function words and cues; what each means stands at the head of the data table. */
export const WORD_CLASSES = [
  'definite',
  'indefinite',
  'genitive',
  'negative',
  'negation',
  'preposition',
  'place',
  'agent',
  'partner',
  'occasion',
  'coordinator',
  'relative',
  'condition',
  'subordinator',
  'reporting',
  'infinitive',
  'auxiliary',
  'passive',
  'past',
  'future',
  'modal',
  'planned',
  'plannedAdjective',
  'announced',
  'hypothetical',
  'possibleAdjective',
  'reported',
  'singular',
  'object',
  'plural',
  'pluralStates',
  'setting',
  'adverb',
  'representative',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** Whether a lower-case word belongs to a class. */
export type EventWords = (name: WordClass, word: string) => boolean;

/** Parses a table of word classes; an unknown class is a Problem, a missing one is empty. */
export function parseEventWords(files: DataFiles, path: string): { words: EventWords; problems: readonly Problem[] } {
  const { rows, problems } = parseTable(path, files.get(path) ?? '');
  const classes = new Map(rows.map((row) => [row['class'] ?? '', new Set(listValues(row['words']))]));
  const unknown = [...classes.keys()].filter((name) => !WORD_CLASSES.some((known) => known === name));
  return {
    words: (name, word) => classes.get(name)?.has(word) === true,
    problems: [...problems, ...unknown.map((name) => unknownClass(path, name))],
  };
}

function unknownClass(path: string, name: string): Problem {
  return { path, severity: 'warning', code: 'word-class', message: `${name} is no class of event words` };
}
