import type { Span } from '../../core/text/span.js';

/** What a search can be narrowed by besides words and dates. */
export type FieldName = 'actor' | 'event' | 'source';

/** Words one behind the other; of the last one only the start when `isPrefix`. */
export interface PhraseTerm {
  readonly kind: 'phrase';
  readonly words: readonly string[];
  readonly isPrefix?: true;
  readonly span: Span;
}

export interface FieldTerm {
  readonly kind: 'field';
  readonly field: FieldName;
  readonly value: string;
  readonly isPrefix?: true;
  readonly span: Span;
}

/** Days of articles, inclusive, as full ISO dates; at least one of the two. */
export interface DatesTerm {
  readonly kind: 'dates';
  readonly from?: string;
  readonly to?: string;
  readonly span: Span;
}

/**
 * A query as it is written. No `and` lies directly in an `and`, no `or` in an `or` and no `not` in a `not`; `and` and `or` have two parts or
 * more. Spans are UTF-16 offsets of the query's text.
 */
export type Query =
  | PhraseTerm
  | FieldTerm
  | DatesTerm
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query };

/** What can be wrong with a query. */
export type QueryFault =
  | 'empty'
  | 'too-long'
  | 'too-many'
  | 'too-deep'
  | 'unclosed-quote'
  | 'unclosed-parenthesis'
  | 'unopened-parenthesis'
  | 'missing-operand'
  | 'misplaced-star'
  | 'short-prefix'
  | 'unknown-field'
  | 'empty-field'
  | 'bad-date'
  | 'empty-range'
  | 'mixed-field'
  | 'excluded-dates'
  | 'only-exclusions'
  | 'unknown-actor'
  | 'unknown-event';

/** A fault, where it is, and the word that it is about. */
export interface QueryProblem {
  readonly fault: QueryFault;
  readonly span: Span;
  readonly detail: string;
}
