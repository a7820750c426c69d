import type { ArticleInput } from '../core/article/article.js';
import type { DataFiles } from '../core/language/dataFiles.js';
import type { Problem } from '../core/problem.js';
import type { ColumnMapping } from './documents/exports/columns.js';

/** What a file holds: one article, many, or none with a problem that says why; other problems did not stop it from being read. */
export interface ReadFile {
  readonly articles: readonly ArticleInput[];
  readonly problems: readonly Problem[];
}

export interface ArticleFile {
  /** Corpus-relative, with `/`: it becomes the article's id, and the first part of the ids when there are many. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A format: turns the bytes of one file into the input of the analysis. */
export type FormatReader = (file: ArticleFile) => Promise<ReadFile>;

/** What readers may need besides the file. */
export interface FormatOptions {
  /** The word lists that come with the program. */
  readonly data: DataFiles;
  /** How the columns of exports are called, by what they hold: `columns` of `corpus.yaml`. */
  readonly columns?: ColumnMapping;
}

/** Makes the reader of a format, and loads what it needs: libraries only when the first such file comes. */
export type LoadFormat = (options: FormatOptions) => Promise<FormatReader>;

/** A file that gives no article; `reason` goes on after „cannot be read: ". */
export function createUnreadable(path: string, reason: string): ReadFile {
  const message = `cannot be read: ${reason}`;
  return { articles: [], problems: [{ path, severity: 'error', code: 'unreadable-file', message }] };
}
