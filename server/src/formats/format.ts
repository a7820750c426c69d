import type { ArticleId, ArticleInput } from '../core/article/article.js';
import type { Problem } from '../core/problem.js';

/** What a format's reader gives: the input of the analysis, and problems that did not stop it. */
export interface ReadFile {
  readonly input: ArticleInput;
  readonly problems: readonly Problem[];
}

/** A format: turns the decoded text of one file into the input of the analysis. */
export type FormatReader = (id: ArticleId, text: string) => ReadFile;
