import type { ActorKind, MentionForm } from '../core/facts.js';
import type { Span } from '../core/text/span.js';
import type { EventLabel } from './labels.js';
import type { Mark } from './markup.js';

export interface AnnotatedFile {
  /** Path below the folder of annotated sentences: its first part is the language, `de/agency-1.txt`. */
  readonly path: string;
  readonly content: string;
}

/** A text of the annotated corpus. All spans are half-open UTF-16 offsets of `text`. */
export interface AnnotatedText extends Heading {
  /** Sentences joined by a space, paragraphs by an empty line. */
  readonly text: string;
  readonly sentences: readonly AnnotatedSentence[];
  readonly mentions: readonly AnnotatedMention[];
  readonly events: readonly AnnotatedEvent[];
  readonly quotes: readonly AnnotatedQuote[];
}

export interface Heading {
  readonly id: string;
  readonly date?: string;
  readonly place?: string;
  readonly isDev: boolean;
}

export interface AnnotatedSentence extends Span {
  readonly text: string;
  /** Where its line stands in the file. */
  readonly source: Span;
}

export interface AnnotatedMention extends Span {
  readonly kind: ActorKind;
  readonly form: MentionForm;
  /** The actor's full name. */
  readonly actor: string;
}

/** One event of a text, with every place that names it. */
export interface AnnotatedEvent extends EventLabel {
  readonly triggers: readonly Span[];
}

export interface AnnotatedQuote extends Span {
  readonly kind: 'direct' | 'indirect';
  /** The actor's full name; missing when nobody says whose words these are. */
  readonly speaker?: string;
}

/** A line of a text as it was read; undefined in a list of lines is a paragraph break. */
export interface SentenceLine {
  readonly plain: string;
  readonly marks: readonly Mark[];
  readonly source: Span;
}

/** Notes a problem at a place of the file. */
export type Report = (span: Span, message: string) => void;
