import type { DataFiles } from '../../core/language/dataFiles.js';
import { listValues, parseTable } from '../../core/language/table.js';
import type { Problem } from '../../core/problem.js';

/** What the names that a page gives its elements (class, id, role) say about their content. */
type NameMeaning = (typeof MEANINGS)[number];
const MEANINGS = ['apart', 'furniture', 'hidden', 'lede', 'kicker', 'date'] as const;

/** Words of class names and ids by how they are compared; all in lower case. */
export interface ClassWords {
  /** A whole class name. */
  readonly names: ReadonlyMap<string, NameMeaning>;
  /** A part of a name between hyphens, underscores, digits and inner capitals. */
  readonly words: ReadonlyMap<string, readonly NameMeaning[]>;
  /** The end of a part, as in German compounds. */
  readonly endings: readonly (readonly [string, NameMeaning])[];
  /** Stands anywhere in a name. */
  readonly parts: readonly (readonly [string, NameMeaning])[];
}

const PATH = 'web/classWords.tsv';
/**
 * Names that do not say what an element is: `print:px-6` and `w-[12px]` say how it looks, `tag-europe` what it is
 * about, `has-video` what it holds.
 */
const UTILITY = /[:[]|^(?:tag|category|cat|format|type|status|has|no|with|without|js|qa)-/i;
const MIN_HUMP = 4;

/** Compiles the table of class words. Rows with an unknown meaning or way to match are left out. */
export function parseClassWords(files: DataFiles): { classWords: ClassWords; problems: readonly Problem[] } {
  const { rows, problems } = parseTable(PATH, files.get(PATH) ?? '');
  const names = new Map<string, NameMeaning>();
  const words = new Map<string, readonly NameMeaning[]>();
  const endings: [string, NameMeaning][] = [];
  const parts: [string, NameMeaning][] = [];
  for (const row of rows) {
    const meaning = MEANINGS.find((known) => known === row['meaning']);
    if (meaning === undefined) continue;
    for (const word of listValues(row['words'])) {
      if (row['match'] === 'name') names.set(word, meaning);
      else if (row['match'] === 'token') words.set(word, [...(words.get(word) ?? []), meaning]);
      else if (row['match'] === 'end') endings.push([word, meaning]);
      else if (row['match'] === 'part') parts.push([word, meaning]);
    }
  }
  return { classWords: { names, words, endings, parts }, problems };
}

/** The meanings that the words of a class attribute, id or role have. */
export function listMeanings(value: string, classWords: ClassWords): ReadonlySet<NameMeaning> {
  return new Set(value.split(/\s+/).flatMap((name) => listNameMeanings(name, classWords)));
}

function listNameMeanings(name: string, { names, words, endings, parts }: ClassWords): readonly NameMeaning[] {
  const lower = name.toLowerCase();
  const whole = names.get(lower);
  const meanings = whole === undefined ? [] : [whole];
  if (UTILITY.test(name)) return meanings;
  for (const word of listWords(name)) {
    meanings.push(...(words.get(word) ?? []));
    for (const [ending, meaning] of endings) if (word.endsWith(ending)) meanings.push(meaning);
  }
  for (const [part, meaning] of parts) if (lower.includes(part)) meanings.push(meaning);
  return meanings;
}

/**
 * `article-related_newsBox` → article, related, newsbox, news, box. Short humps are mostly noise of generated names.
 */
function listWords(name: string): readonly string[] {
  const words: string[] = [];
  for (const part of name.split(/[^A-Za-z\u00c0-\u024f]+/)) {
    words.push(part.toLowerCase());
    const humps = part.split(/(?<=[a-z])(?=[A-Z])/);
    if (humps.length > 1)
      words.push(...humps.filter((hump) => hump.length >= MIN_HUMP).map((hump) => hump.toLowerCase()));
  }
  return words;
}
