import { isMap, isScalar, isSeq, type Node, type Pair } from 'yaml';
import type { Problem } from '../core/problem.js';
import { parseYamlFile } from '../formats/yamlFile.js';
import { findGlobFault, isAbsolutePath } from './globs.js';

/** File name that makes a folder a corpus. */
export const SETTINGS_FILE = 'corpus.yaml';

/** All files in which articles are found. */
const DEFAULT_INCLUDE = '**/*.{txt,md,html,htm,html.gz,mhtml,pdf,docx,odt,epub,eml,jsonl,ndjson,csv,tsv,rss,atom,xml}';

/** What `corpus.yaml` says, with defaults for what it leaves out. Paths are relative to the corpus folder, with `/`. */
export interface CorpusSettings {
  readonly name: string;
  /** Main language of the articles; missing: recognised for each. */
  readonly language?: 'de' | 'en';
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** How the columns of exports (CSV, JSON Lines) are called, by what they hold; usual names are known. */
  readonly columns?: Columns;
  /** Whether `.gitignore` files of the folder leave out articles; a corpus may be kept out of git for the rights of others. */
  readonly gitignore: 'heed' | 'pass';
  readonly references?: string;
  readonly authority: string;
  /** Whose spelling of names the writers use: Lawrow (de) or Lavrov (en). */
  readonly houseSpelling: 'de' | 'en';
}

/** What a column of an export may be to an article. */
export const COLUMNS = [
  'id',
  'title',
  'subtitle',
  'date',
  'source',
  'authors',
  'url',
  'language',
  'lead',
  'text',
] as const;

export type Columns = Readonly<Partial<Record<(typeof COLUMNS)[number], readonly string[]>>>;

/** The settings of a folder without `corpus.yaml`. */
export function getDefaultSettings(folderName: string): CorpusSettings {
  return {
    name: folderName,
    include: [DEFAULT_INCLUDE],
    exclude: [],
    gitignore: 'heed',
    authority: 'authority.yaml',
    houseSpelling: 'de',
  };
}

/**
 * Parses `corpus.yaml`. A value that is wrong becomes a problem at its place, and its default is used. Nothing in the file may
 * lead out of its folder.
 */
export function parseCorpusSettings(
  text: string,
  folderName: string,
): { readonly value: CorpusSettings; readonly problems: readonly Problem[] } {
  const reader = new SettingsReader(text);
  const defaults = getDefaultSettings(folderName);
  const language = reader.findChoice('language', ['de', 'en']);
  const references = reader.findPath('references');
  const columns = reader.findColumns('columns');
  const value: CorpusSettings = {
    name: reader.findText('name') ?? defaults.name,
    ...(language === undefined ? {} : { language }),
    include: reader.findGlobs('include') ?? defaults.include,
    exclude: reader.findGlobs('exclude') ?? defaults.exclude,
    gitignore: reader.findChoice('gitignore', ['heed', 'pass']) ?? defaults.gitignore,
    ...(columns === undefined ? {} : { columns }),
    ...(references === undefined ? {} : { references }),
    authority: reader.findPath('authority') ?? defaults.authority,
    houseSpelling: reader.findChoice('houseSpelling', ['de', 'en']) ?? defaults.houseSpelling,
  };
  reader.reportUnknownKeys();
  return { value, problems: reader.problems };
}

/** Takes the values out of the parsed file and collects what is wrong with them. */
class SettingsReader {
  readonly problems: Problem[] = [];
  readonly #pairs: readonly Pair[];
  readonly #asked = new Set<string>();

  constructor(text: string) {
    this.#pairs = this.#readPairs(text);
  }

  findText(key: string): string | undefined {
    return this.#take(key, `“${key}” must be a text`, readText);
  }

  findChoice<T extends string>(key: string, choices: readonly T[]): T | undefined {
    const message = `“${key}” must be one of ${choices.join(', ')}`;
    return this.#take(key, message, (node) => choices.find((choice) => choice === readText(node)));
  }

  findPath(key: string): string | undefined {
    return this.#take(key, `“${key}” must be a path inside the corpus folder`, (node) => {
      const path = readText(node);
      return path === undefined || leadsOut(path) ? undefined : path.replace(/^(?:\.\/)+/, '');
    });
  }

  findGlobs(key: string): readonly string[] | undefined {
    const nodes = this.#take(key, `“${key}” must be a list of globs`, (node) => {
      if (isScalar(node)) return [node];
      return isSeq<Node>(node) ? node.items : undefined;
    });
    return nodes?.slice(0, 100).flatMap((node) => this.#listGlob(key, node));
  }

  findColumns(key: string): Columns | undefined {
    const pairs = this.#take(key, `“${key}” must be a list of “text: Volltext” lines`, (node) =>
      isMap<Node, Node | null>(node) ? node.items : undefined,
    );
    return pairs && Object.fromEntries(pairs.flatMap((pair) => this.#listColumn(pair)));
  }

  reportUnknownKeys(): void {
    for (const { key } of this.#pairs) {
      const name = isScalar(key) ? String(key.value) : '';
      if (!this.#asked.has(name)) this.#report(key as Node, 'warning', `“${name}” is no setting of a corpus`);
    }
  }

  #listColumn({ key, value }: Pair<Node, Node | null>): readonly (readonly [string, readonly string[]])[] {
    const column = COLUMNS.find((name) => name === readText(key));
    const nodes = isSeq<Node>(value) ? value.items : value === null ? [] : [value];
    const names = nodes.flatMap((node) => readText(node) ?? []);
    if (column !== undefined && names.length > 0 && names.length === nodes.length) return [[column, names]];
    const message = column === undefined ? `a column is one of ${COLUMNS.join(', ')}` : 'names of columns are texts';
    this.#report(key, 'error', `“columns”: ${message}`);
    return [];
  }

  #listGlob(key: string, node: Node): readonly string[] {
    const glob = readText(node) ?? '';
    const fault = findGlobFault(glob);
    if (fault === undefined) return [glob.replace(/^(?:\.\/)+/, '')];
    this.#report(node, 'error', `“${key}”: the glob is not used, because ${fault}`);
    return [];
  }

  /** What `read` makes of the setting's value; a problem when it makes nothing of it. */
  #take<T>(key: string, message: string, read: (node: Node) => T | undefined): T | undefined {
    this.#asked.add(key);
    const node = this.#pairs.find((pair) => isScalar(pair.key) && pair.key.value === key)?.value as
      | Node
      | null
      | undefined;
    if (node == null || (isScalar(node) && node.value === null)) return undefined;
    const value = read(node);
    if (value === undefined) this.#report(node, 'error', message);
    return value;
  }

  #report(node: Node, severity: Problem['severity'], message: string): void {
    const [start, end] = node.range ?? [0, 0];
    this.problems.push({ path: SETTINGS_FILE, span: { start, end }, severity, code: 'corpus-settings', message });
  }

  #readPairs(text: string): readonly Pair[] {
    const { contents, problems } = parseYamlFile(SETTINGS_FILE, text);
    this.problems.push(...problems);
    if (contents === null || (isScalar(contents) && contents.value === null)) return [];
    if (isMap(contents)) return contents.items;
    this.#report(contents, 'error', 'a corpus.yaml is a list of “key: value” lines');
    return [];
  }
}

function readText(node: Node): string | undefined {
  const text = isScalar(node) && typeof node.value === 'string' ? node.value.trim() : '';
  return text === '' ? undefined : text;
}

function leadsOut(path: string): boolean {
  return isAbsolutePath(path) || path.split(/[/\\]/).includes('..');
}
