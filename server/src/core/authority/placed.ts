import type { Span } from '../text/span.js';

/** Data as a file writes it: every value with its place, so that what is wrong with it can be shown there. */
export type Placed =
  | { readonly kind: 'text'; readonly span: Span; readonly text: string }
  | { readonly kind: 'list'; readonly span: Span; readonly items: readonly Placed[] }
  | { readonly kind: 'map'; readonly span: Span; readonly entries: readonly PlacedEntry[] }
  | { readonly kind: 'nothing'; readonly span: Span }
  /** A number, a reference to another place of the file; `source` is how it is written. */
  | { readonly kind: 'other'; readonly span: Span; readonly source: string };

export interface PlacedEntry {
  readonly key: string;
  readonly keySpan: Span;
  readonly value: Placed;
}

/** The entry with this key; of several the first. */
export function findEntry(map: Placed, key: string): PlacedEntry | undefined {
  return map.kind === 'map' ? map.entries.find((entry) => entry.key === key) : undefined;
}
