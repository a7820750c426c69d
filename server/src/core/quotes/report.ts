import type { PieceRange } from './readPieces.js';

/** A noun phrase of a unit that names who speaks. */
export interface Phrase extends PieceRange {
  /** One behind the head: „der Sprecher" in „der Sprecher des Ministeriums". */
  readonly headEnd: number;
  /** „…, Dmitri Peskow,": what stands beside the phrase between commas. */
  readonly apposition?: PieceRange;
}

/** Who speaks, as the text says it. */
export type SpeakerWords =
  | { readonly kind: 'phrase'; readonly phrase: Phrase }
  | { readonly kind: 'pronoun'; readonly gender?: 'male' | 'female'; readonly isPlural: boolean }
  | { readonly kind: 'unknown' };

/** One attribution in a unit: who speaks, and what of the unit is said. */
export interface Report {
  /** Name of the rule that found it. */
  readonly rule: string;
  readonly speaker: SpeakerWords;
  /** The reported pieces; missing where only quotations in the unit are attributed. */
  readonly content?: PieceRange;
  /** The piece that attributes: verb or preposition. */
  readonly at: number;
}

/** How a sentence without attribution goes on with the speech before it. */
export type Continuation = 'subjunctive' | 'conditional';

/** What a language's grammar tells about one unit. */
export interface UnitReading {
  /** In the order of the text; contents are disjoint. */
  readonly reports: readonly Report[];
  readonly continuation?: { readonly kind: Continuation; readonly content: PieceRange };
  /** The subject of a sentence that reports nothing: whom a pronoun after it may mean. */
  readonly topic?: SpeakerWords;
}

/**
 * Keeps one report for every piece of what is said, in the order of the text: of two that claim the same words the earlier in the list,
 * and none that only stands inside what another one reports.
 */
export function keepDisjoint(reports: readonly Report[]): readonly Report[] {
  const kept: Report[] = [];
  for (const report of reports) if (!kept.some((other) => excludes(other, report))) kept.push(report);
  return kept
    .filter((report) => !kept.some((other) => other !== report && excludes(other, report)))
    .sort((a, b) => a.at - b.at);
}

function excludes({ content: outer }: Report, { content: inner, at }: Report): boolean {
  if (!outer) return false;
  if (!inner) return outer.first <= at && at < outer.end;
  return outer.first < inner.end && inner.first < outer.end;
}
