import type { Facts } from '../core/facts.js';
import type { Problem } from '../core/problem.js';
import type { Chunks } from '../formats/format.js';

/** A file of the corpus folder. `stamp` changes when the content does (size and time); equal stamps mean unchanged. */
export interface CorpusFile {
  /** Path relative to the corpus folder, with `/`. */
  readonly path: string;
  readonly stamp: string;
  /** Milliseconds since 1970; what was changed last is read first. */
  readonly changedAt?: number;
}

/** What is in a file. */
export interface CorpusContent {
  readonly stamp: string;
  /** The same for the same bytes, and for no others. */
  readonly hash: string;
  /** Can be read again and again, each time from the start; rejects when the file goes away meanwhile. */
  readonly chunks: Chunks;
}

/** What the service needs of the outside world: the corpus folder. An implementation never leaves that folder. */
export interface CorpusFolder {
  /** All files that the corpus settings include, in path order, and problems met on the way. */
  list(): Promise<{ readonly files: readonly CorpusFile[]; readonly problems: readonly Problem[] }>;
  /** The content of one listed file; a problem when it is gone, unreadable or outside the folder. */
  read(path: string): Promise<CorpusContent | Problem>;
  /** Whether the corpus settings include this path; a file that is not there may be included. */
  includes(path: string): boolean;
}

/** The code of the problem that `CorpusFolder.read` gives for a file that is not there. */
export const VANISHED = 'vanished-file';

/** What a file gives that is taken in hand: first what it is (not for one that cannot be read at all), then what is in it. */
export type AnalysedPart =
  | { readonly kind: 'file'; readonly stamp: string; readonly hash: string }
  | { readonly kind: 'facts'; readonly facts: Facts }
  | { readonly kind: 'problem'; readonly problem: Problem };

/** Reads files and analyses their articles, here or in other threads. */
export interface FileAnalysis {
  /** So many files may be in hand at once. */
  readonly width: number;
  /** How every hash ends: what else than its bytes the facts of a file are made from. */
  readonly basis: string;
  /**
   * Takes a file in hand; when its hash is `known` nothing is read. Goes no further than it is asked, but for a few articles. Never
   * rejects: what cannot be read or analysed is a problem.
   */
  analyse(path: string, known: string | undefined): AsyncIterable<AnalysedPart>;
}

/** How far another window has come that indexes the same corpus; undefined while it only looks. */
export type OtherProgress = { readonly done: number; readonly total: number } | undefined;

/** The right to change the index, where several windows share one. */
export interface IndexLease {
  /** Waits for its turn as long as `goesOn` says so, which is asked again and again; false when it has given up. */
  take(goesOn: (other: OtherProgress) => boolean): Promise<boolean>;
  /** Whether others have changed the index since this was asked last. */
  hasChanged(): boolean;
  tell(progress: OtherProgress): void;
  release(): void;
}
