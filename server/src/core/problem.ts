import type { Span } from './text/span.js';

/** Bad input as a value: what is wrong, and where. Shown in Problems and on the command line. */
export interface Problem {
  /** Corpus-relative path with `/`, or the path as the user gave it. */
  readonly path: string;
  /** Half-open UTF-16 span in the decoded text; missing when the whole file is meant. */
  readonly span?: Span;
  readonly severity: 'error' | 'warning' | 'information';
  /** Stable code such as `unreadable-file`, for settings, tests and docs. */
  readonly code: string;
  /** In English. */
  readonly message: string;
  /** What the message names, for messages of this code in other languages. */
  readonly details?: readonly string[];
}
