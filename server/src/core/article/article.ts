import type { LineStarts } from '../text/lines.js';
import type { Span } from '../text/span.js';

/** Corpus-relative path with `/`: it is the article's identity, the same on every machine. */
export type ArticleId = string & { readonly ArticleId: unique symbol };

export type Language = 'de' | 'en' | 'other';

/** What a reader of a format found in the file's own metadata (front matter, meta elements). */
export interface ArticleMetadata {
  readonly title?: string;
  /** ISO 8601, as precise as stated: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. */
  readonly date?: string;
  readonly source?: string;
  readonly url?: string;
  readonly authors?: readonly string[];
  readonly language?: Language;
}

/** What analysis starts from: a format's reader makes it from a file's bytes, the shell from an open draft. */
export interface ArticleInput {
  readonly id: ArticleId;
  /** Decoded text without byte order mark; all offsets refer to it. */
  readonly text: string;
  readonly metadata: ArticleMetadata;
  /** Where the text proper starts, behind front matter; 0 when there is none. */
  readonly contentStart: number;
  /**
   * `scrape`: lines of page furniture are to be found and left out. `marked`: Markdown, whose syntax is no prose.
   * `raw`: everything from `contentStart` on is body.
   */
  readonly layout: 'scrape' | 'marked' | 'raw';
}

/** An article that has been read: its metadata, from the file or found in the text, and what of it is body. */
export interface Article extends Omit<ArticleMetadata, 'language'> {
  readonly id: ArticleId;
  readonly text: string;
  readonly language: Language;
  /** Title, subheads and paragraphs, ascending and disjoint; the rest is furniture. */
  readonly body: readonly BodySpan[];
  readonly lineStarts: LineStarts;
}

export interface BodySpan extends Span {
  readonly role: 'title' | 'subhead' | 'paragraph';
}
