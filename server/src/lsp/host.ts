import type { Problem } from '../core/problem.js';
import type { AddArticle } from '../service/adding/adding.js';
import type { CorpusService } from '../service/answers.js';
import type { Locale } from '../service/messages/messages.js';

/** What the shell needs of the platform; the composition root gives it. Folders are named by their `file:` URIs. */
export interface CorpusHost {
  readonly version: string;
  /** URI of the corpus that the command line names: it answers for whatever has none of its own. */
  readonly fallback?: string;
  /** Finds the corpus of a workspace folder. */
  discover(folder: string, named: NamedCorpus | undefined): Promise<Discovered>;
  /** Opens a corpus; rejects when its folder is gone. Indexing is left to the caller. */
  open(wanted: WantedCorpus): Promise<OpenCorpus>;
}

/** A corpus that a setting names. Only what the user says for all workspaces may lead out of a workspace. */
export interface NamedCorpus {
  readonly path: string;
  readonly namedBy: 'user' | 'workspace';
}

/** URIs of a corpus that is there, of one that could be made, or why there is none. */
interface Discovered {
  readonly corpus?: string;
  readonly offer?: string;
  readonly problem?: Problem;
}

export interface WantedCorpus {
  readonly uri: string;
  /** The workspace folder that it belongs to; globs of drafts are relative to it. */
  readonly folder?: string;
  readonly drafts: readonly string[];
  /** Globs of what the editor hides (`files.exclude`); relative to the folder like those of drafts. */
  readonly hidden: readonly string[];
  /** What the user says about indexes. */
  readonly index?: IndexSettings;
  /** The language that people are spoken to in. */
  readonly locale: Locale;
}

/** The folder of all indexes (`memory`: none is kept), and how many threads analyse; defaults where missing. */
export interface IndexSettings {
  readonly folder?: string;
  readonly workers?: number;
}

export interface OpenCorpus {
  readonly uri: string;
  readonly service: CorpusService;
  /** Adds an article; its file is named by a `file:` URI. */
  readonly addArticle: AddArticle;
  /** Whether the settings make this corpus-relative path an article. */
  includes(path: string): boolean;
  /** Tells the corpus-relative paths of what happens to files, for clients that do not; gives what ends it. */
  watch(onChange: (paths: readonly string[]) => void): () => void;
  /** Corpus-relative path of the authority file; it need not be there. */
  readonly authorityPath: string;
  /** Corpus-relative paths of settings, authority and references: when they change, the corpus is opened anew. */
  readonly ownFiles: readonly string[];
  /** The decoded text of a file of the corpus, for the places of its problems; undefined when it cannot be read. */
  findText(path: string): Promise<string | undefined>;
}
