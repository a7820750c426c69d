import type { LineStarts } from '../text/lines.js';
import type { Span } from '../text/span.js';
import type { CountedLines, LineKey } from './countedLines.js';

/**
 * Corpus-relative path with `/`, with `#` and its name in the file behind it (`export.csv#4711`) where a file holds many: the article's
 * identity, the same on every machine.
 */
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
  /** How the writer's references name the article; without it a key is made. */
  readonly citationKey?: string;
}

/** What analysis starts from: a format's reader makes it from a file's bytes, the shell from an open draft. */
export type ArticleInput = TextInput | ExtractedInput;

interface InputBase {
  readonly id: ArticleId;
  /** Decoded text without byte order mark; all offsets refer to it. */
  readonly text: string;
  readonly metadata: ArticleMetadata;
  /** Where the text proper starts, behind front matter; 0 when there is none. */
  readonly contentStart: number;
  /** Lines that are known to be furniture of the article's outlet (`LineCounts`). */
  readonly repeated?: ReadonlySet<LineKey>;
}

/** The text of a file as it is: offsets are those of the file. */
export interface TextInput extends InputBase {
  /**
   * `scrape`: lines of page furniture are to be found and left out. `marked`: Markdown, whose syntax is no prose.
   * `raw`: everything from `contentStart` on is body.
   */
  readonly layout: 'scrape' | 'marked' | 'raw';
}

/** Text that a format's reader took out of a file which is no text itself (HTML, PDF, a line of an export): it knows what is body. */
export interface ExtractedInput extends InputBase {
  readonly layout: 'extracted';
  /** Ascending and disjoint. */
  readonly body: readonly BodySpan[];
}

/** An article that has been read: its metadata, from the file or found in the text, and what of it is body. */
export interface Article extends Omit<ArticleMetadata, 'language'> {
  readonly id: ArticleId;
  readonly text: string;
  readonly language: Language;
  /** Title, subheads and paragraphs, ascending and disjoint; the rest is furniture. */
  readonly body: readonly BodySpan[];
  /** Whether `text` was extracted from the file, so that offsets say nothing about the file itself. */
  readonly extracted: boolean;
  readonly lineStarts: LineStarts;
  /** What `LineCounts` learns furniture from; the same whatever has been learnt. Missing where all text is the writer's own. */
  readonly lines?: CountedLines;
}

export interface BodySpan extends Span {
  readonly role: 'title' | 'subhead' | 'paragraph';
  /** Number of the page where it starts, from 1, in formats that have pages. */
  readonly page?: number;
}
