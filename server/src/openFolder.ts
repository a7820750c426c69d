import { createHash } from 'node:crypto';
import { basename } from 'node:path';
import type { Authority } from './core/authority/authority.js';
import type { Problem } from './core/problem.js';
import { type ArticleReader, createArticleReader } from './formats/articleReader.js';
import type { DataFiles } from './core/language/dataFiles.js';
import {
  createFolderReferences,
  type FolderReferences,
  listWithReferences,
  readWithReferences,
} from './folderReferences.js';
import { readAuthorityFile } from './node/authorityFile.js';
import { createCorpusFolder, readWithin } from './node/corpusFolder.js';
import { type CorpusSettings, getDefaultSettings, parseCorpusSettings, SETTINGS_FILE } from './node/corpusSettings.js';
import type { CorpusFolder } from './service/ports.js';

/** What makes a folder a corpus, as every thread that works on it is told: plain data. */
export interface FolderOptions {
  /** Absolute path of the corpus folder; without a `corpus.yaml` it is a corpus with defaults. */
  readonly root: string;
  /** Globs of drafts, relative to `draftsBase` (an absolute path) and to the corpus folder. */
  readonly drafts?: readonly string[];
  readonly draftsBase?: string;
}

/** A corpus folder and what it says about itself. */
export interface OpenFolder {
  readonly root: string;
  readonly settings: CorpusSettings;
  readonly authority: Authority;
  /** Problems of settings and authority file; the folder tells them too with every listing. */
  readonly problems: readonly Problem[];
  readonly folder: CorpusFolder;
  /** Corpus-relative paths of settings, authority and references. */
  readonly ownFiles: readonly string[];
  /** What the writer's references state, read when it is asked for. */
  readonly findReferences: () => Promise<FolderReferences>;
  /** See `FileAnalysis`: what else than its bytes the facts of a file are made from. */
  readonly basis: string;
}

/** What reference managers put beside the articles. */
const REFERENCES: readonly string[] = ['references.json', 'references.bib'];

/** Drafts of a corpus that nobody has set others for. */
const DEFAULT_DRAFTS: readonly string[] = ['**/drafts/**'];

/** Opens a corpus folder for whoever lists, reads or analyses its files, in whatever thread. */
export async function openFolder(options: FolderOptions): Promise<OpenFolder> {
  const { root, drafts = DEFAULT_DRAFTS, draftsBase = root } = options;
  const { settings, problems: ofSettings } = await readSettings(root);
  const { authority, problems: ofAuthority } = await readAuthorityFile(root, settings.authority);
  const problems = [...ofSettings, ...ofAuthority];
  const named = settings.references === undefined ? [] : [settings.references];
  const ownFiles = [SETTINGS_FILE, settings.authority, ...named, ...REFERENCES];
  const { include, exclude, gitignore } = settings;
  const ignoreFiles = gitignore === 'heed' ? 'heeded' : 'passed over';
  const findReferences = createFolderReferences(root, [...named, ...REFERENCES]);
  const files = createCorpusFolder({ root, include, exclude, drafts, draftsBase, ownFiles, problems, ignoreFiles });
  const folder = listWithReferences(files, findReferences);
  const basis = await findBasis(root, settings);
  return { root, settings, authority, problems, folder, ownFiles, findReferences, basis };
}

/** Reads the files of a corpus folder as its settings and references say. */
export function createFolderReader({ settings, findReferences }: OpenFolder, data: DataFiles): ArticleReader {
  const read = createArticleReader({ data, ...(settings.columns && { columns: settings.columns }) });
  return readWithReferences(read, findReferences);
}

async function readSettings(root: string): Promise<{ settings: CorpusSettings; problems: readonly Problem[] }> {
  const read = await readWithin(root, SETTINGS_FILE);
  const defaults = getDefaultSettings(basename(root));
  if ('code' in read) return { settings: defaults, problems: read.code === 'vanished-file' ? [] : [read] };
  const { value, problems } = parseCorpusSettings(new TextDecoder().decode(read.bytes), defaults.name);
  return { settings: value, problems };
}

/** Facts depend on the writers' decisions and on how columns are called: when those change, files are analysed anew. */
async function findBasis(root: string, { columns, language, authority, references }: CorpusSettings): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify({ columns, language }));
  for (const path of [authority, references, ...REFERENCES]) {
    const read = path === undefined ? undefined : await readWithin(root, path);
    hash.update(read && 'bytes' in read ? read.bytes : '-').update('\0');
  }
  return `.${hash.digest('base64url').slice(0, 12)}`;
}
