import type { Language } from '../../core/article/article.js';
import type { Problem } from '../../core/problem.js';

/** What a saved web page tells: its article as blocks of plain text, and what it says about it. */
export interface WebPage {
  readonly title?: string;
  /** The day of publication, `YYYY-MM-DD`. */
  readonly date?: string;
  /** The outlet, in the spelling of the outlet table where it is known there. */
  readonly source?: string;
  readonly url?: string;
  readonly authors: readonly string[];
  readonly language?: Language;
  /** The title first when there is one, then what is running text on the page, in its order. */
  readonly blocks: readonly WebBlock[];
  readonly problems: readonly PageProblem[];
}

export interface WebBlock {
  /** Plain text, never empty; a line break stands where the page has one in the block. */
  readonly text: string;
  readonly role: 'title' | 'subhead' | 'paragraph';
}

/** A problem of a page; who knows the file adds its path. */
export type PageProblem = Omit<Problem, 'path' | 'span'>;
