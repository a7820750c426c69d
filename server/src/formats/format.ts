import type { ArticleInput } from '../core/article/article.js';
import type { DataFiles } from '../core/language/dataFiles.js';
import type { Problem } from '../core/problem.js';
import type { ColumnMapping } from './documents/exports/columns.js';

/** What a file holds: one article, many, or none with a problem that says why; other problems did not stop it from being read. */
export interface ReadFile {
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
}

/** One thing that a file gives: an article, or what is wrong with it or a part of it. */
export type FilePart = ArticleInput | Problem;

export interface ArticleFile {
  /** Corpus-relative, with `/`: it becomes the article's id, and the first part of the ids when there are many. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A file in pieces, as a stream gives them. A piece may be overwritten when the next one is asked for. */
export type Chunks = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

/** A format whose files are read as a whole: turns the bytes of one file into the input of the analysis. */
export type FormatReader = (file: ArticleFile) => Promise<ReadFile>;

/** A format whose files may be of any size: gives article by article, with memory for a few only. */
export type StreamReader = (path: string, chunks: Chunks) => AsyncIterable<FilePart>;

/** What readers may need besides the file. */
export interface FormatOptions {
  /** The word lists that come with the program. */
  readonly data: DataFiles;
  /** How the columns of exports are called, by what they hold: `columns` of `corpus.yaml`. */
  readonly columns?: ColumnMapping;
}

/** Makes the reader of a format, and loads what it needs: libraries only when the first such file comes. */
export type LoadFormat = (options: FormatOptions) => Promise<FormatReader>;
export type LoadStream = (options: FormatOptions) => Promise<StreamReader>;

export function isProblem(part: FilePart): part is Problem {
  return 'code' in part;
}

/** A file that gives no article; `reason` goes on after „cannot be read: ". */
export function createUnreadable(path: string, reason: string): ReadFile {
  return { articles: [], problems: [createUnreadableProblem(path, reason)] };
}

export function createUnreadableProblem(path: string, reason: string): Problem {
  return { path, severity: 'error', code: 'unreadable-file', message: `cannot be read: ${reason}` };
}
