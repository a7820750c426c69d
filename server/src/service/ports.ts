import type { Problem } from '../core/problem.js';

/** A file of the corpus folder. `stamp` changes when the content does (size and time); equal stamps mean unchanged. */
export interface CorpusFile {
  /** Path relative to the corpus folder, with `/`. */
  readonly path: string;
  readonly stamp: string;
}

/** What the service needs of the outside world: the corpus folder. An implementation never leaves that folder. */
export interface CorpusFolder {
  /** All files that the corpus settings include, in path order, and problems met on the way. */
  list(): Promise<{ readonly files: readonly CorpusFile[]; readonly problems: readonly Problem[] }>;
  /** The bytes of one listed file; a problem when it is gone, too large, unreadable or outside the folder. */
  read(path: string): Promise<{ readonly bytes: Uint8Array; readonly stamp: string } | Problem>;
  /** Whether the corpus settings include this path; a file that is not there may be included. */
  includes(path: string): boolean;
}
