import { basename } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { analyse } from './core/analyse.js';
import type { Authority } from './core/authority/authority.js';
import type { Problem } from './core/problem.js';
import { createArticleReader } from './formats/articleReader.js';
import type { BuiltIn } from './loadBuiltIn.js';
import { readAuthorityFile } from './node/authorityFile.js';
import { createCorpusFolder, readWithin } from './node/corpusFolder.js';
import { type CorpusSettings, getDefaultSettings, parseCorpusSettings, SETTINGS_FILE } from './node/corpusSettings.js';
import type { CorpusService } from './service/answers.js';
import { createCorpusService } from './service/createCorpusService.js';
import type { Locale } from './service/messages/messages.js';
import type { CorpusFolder } from './service/ports.js';
import { createMemoryStore } from './store/memory.js';

export interface FolderCorpusOptions {
  /** Absolute path of the corpus folder; without a `corpus.yaml` it is a corpus with defaults. */
  readonly root: string;
  /** What is built in; the folder's authority file is added to it. */
  readonly builtIn: BuiltIn;
  /** Language of what is said to people. */
  readonly locale?: Locale;
  /** Globs of drafts, relative to `draftsBase` (an absolute path) and to the corpus folder. */
  readonly drafts?: readonly string[];
  readonly draftsBase?: string;
}

/** A corpus folder, opened: what it says about itself, and the service that answers for it. Nothing is indexed yet. */
export interface FolderCorpus {
  readonly root: string;
  readonly settings: CorpusSettings;
  readonly authority: Authority;
  /** Problems of settings and authority file; the service lists them too once it has indexed. */
  readonly problems: readonly Problem[];
  readonly folder: CorpusFolder;
  readonly service: CorpusService;
  /** Corpus-relative paths of settings, authority and references. */
  readonly ownFiles: readonly string[];
}

/** What reference managers put beside the articles. */
const REFERENCES: readonly string[] = ['references.json', 'references.bib'];

/** Drafts of a corpus that nobody has set others for. */
const DEFAULT_DRAFTS: readonly string[] = ['**/drafts/**'];

/** Opens a corpus folder: the one place where folder, formats, analysis, store and service are put together. */
export async function createFolderCorpus(options: FolderCorpusOptions): Promise<FolderCorpus> {
  const { root, builtIn, locale = 'en', drafts = DEFAULT_DRAFTS, draftsBase = root } = options;
  const { settings, problems: ofSettings } = await readSettings(root);
  const { authority, problems: ofAuthority } = await readAuthorityFile(root, settings.authority);
  const problems = [...ofSettings, ...ofAuthority];
  const named = settings.references === undefined ? [] : [settings.references];
  const ownFiles = [SETTINGS_FILE, settings.authority, ...named, ...REFERENCES];
  const { include, exclude, name } = settings;
  const folder = createCorpusFolder({ root, include, exclude, drafts, draftsBase, ownFiles, problems });
  const service = createCorpusService({
    name,
    locale,
    folder,
    store: createMemoryStore(),
    readArticles: createArticleReader({ data: builtIn.data, ...(settings.columns && { columns: settings.columns }) }),
    analyse: (input) => analyse(input, { ...builtIn.knowledge, authority }),
    pause: () => setImmediate(),
  });
  return { root, settings, authority, problems, folder, service, ownFiles };
}

async function readSettings(root: string): Promise<{ settings: CorpusSettings; problems: readonly Problem[] }> {
  const read = await readWithin(root, SETTINGS_FILE);
  const defaults = getDefaultSettings(basename(root));
  if ('code' in read) return { settings: defaults, problems: read.code === 'vanished-file' ? [] : [read] };
  const { value, problems } = parseCorpusSettings(new TextDecoder().decode(read.bytes), defaults.name);
  return { settings: value, problems };
}
