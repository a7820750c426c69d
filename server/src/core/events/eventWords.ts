import type { DataFiles } from '../language/dataFiles.js';
import { listValues, parseTable } from '../language/table.js';
import type { Problem } from '../problem.js';

/** Classes of function words and cues; what each means stands at the head of the data table. */
export const WORD_CLASSES = [
  'definite',
  'indefinite',
  'genitive',
  'negative',
  'titleLink',
  'representative',
  'observer',
  'setting',
  'quantity',
  'number',
  'preposition',
  'place',
  'occasion',
  'afterwards',
  'goal',
  'with',
  'partner',
  'agent',
  'of',
  'origin',
  'content',
  'limit',
  'coordinator',
  'relative',
  'subjectPronoun',
  'objectPronoun',
  'condition',
  'subordinator',
  'reporting',
  'opener',
  'subjectOpener',
  'purpose',
  'when',
  'then',
  'auxiliary',
  'have',
  'passive',
  'past',
  'future',
  'modal',
  'takesPlace',
  'light',
  'negation',
  'emphasis',
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
  'adverb',
] as const;
export type WordClass = (typeof WORD_CLASSES)[number];

/** The classes of every word that has any, by the word in lower case. */
export type EventWords = ReadonlyMap<string, ReadonlySet<WordClass>>;

/** Parses a table of word classes; an unknown class is a Problem, a missing one is empty. */
export function parseEventWords(files: DataFiles, path: string): { words: EventWords; problems: readonly Problem[] } {
  const { rows, problems } = parseTable(path, files.get(path) ?? '');
  const words = new Map<string, Set<WordClass>>();
  const unknown: Problem[] = [];
  for (const row of rows) {
    const name = WORD_CLASSES.find((known) => known === row['class']);
    if (name === undefined) unknown.push(unknownClass(path, row['class'] ?? ''));
    else for (const word of listValues(row['words'])) words.set(word, (words.get(word) ?? new Set()).add(name));
  }
  return { words, problems: [...problems, ...unknown] };
}

/** Whether a lower-case word belongs to a class. */
export function hasWordClass(words: EventWords, word: string, name: WordClass): boolean {
  return words.get(word)?.has(name) === true;
}

function unknownClass(path: string, name: string): Problem {
  return { path, severity: 'warning', code: 'word-class', message: `${name} is no class of event words` };
}
