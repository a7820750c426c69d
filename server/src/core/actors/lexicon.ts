import type { DataFiles } from '../language/dataFiles.js';
import type { Problem } from '../problem.js';
import { parseActorWords } from './actorWords.js';
import { compileTables, type LexiconWords } from './compileTables.js';
import { parseTables, printTables } from './lexiconTables.js';
import { readTables, type ReadTables } from './readTables.js';

/** What is known of names before any text is read; built once from the data files. */
export interface Lexicon extends ReadTables {
  readonly words: LexiconWords;
}

/**
 * Reads the lexicon from the data files. Missing files and bad rows cost only what is in them. Where `COMPILED_LEXICON` is among the
 * files, its tables are taken in place of those in `lexicon/`.
 */
export function parseLexicon(files: DataFiles): { lexicon: Lexicon; problems: readonly Problem[] } {
  const { words, problems } = parseWords(files);
  const text = files.get(COMPILED_LEXICON);
  const compiled = text === undefined ? compileTables(files, words) : { tables: parseTables(text), problems: [] };
  return { lexicon: { ...readTables(compiled.tables), words }, problems: [...problems, ...compiled.problems] };
}

/** Made by `compileLexicon` when the program is built: it loads many times faster than the tables. */
export const COMPILED_LEXICON = 'compiledLexicon.tsv';

/** The text of `COMPILED_LEXICON` for these data files. */
export function compileLexicon(files: DataFiles): string {
  return printTables(compileTables(files, parseWords(files).words).tables);
}

function parseWords(files: DataFiles): { words: LexiconWords; problems: readonly Problem[] } {
  const de = parseActorWords(files, 'de');
  const en = parseActorWords(files, 'en');
  return { words: { de: de.words, en: en.words }, problems: [...de.problems, ...en.problems] };
}
