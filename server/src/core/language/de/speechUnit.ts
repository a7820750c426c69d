import type { SpeakerWords } from '../../quotes/report.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import type { Clause } from './speechClauses.js';
import type { SpeechVerbHit } from './speechVerbHits.js';

/** An attribution put into or behind what is said: „…, sagte X", „wie X sagte, …", „laut X", „…, so X". */
export interface Tag extends PieceRange {
  readonly rule: string;
  readonly speaker: SpeakerWords;
  /** The piece of its verb or preposition. */
  readonly at: number;
  /** Whether separators or quotation marks set it off from what is said. */
  readonly isSetOff: boolean;
}

/** A unit as German grammar sees it. */
export interface GermanUnit {
  readonly pieces: readonly Piece[];
  readonly clauses: readonly Clause[];
  /** Verbs of saying that are no part of a tag. */
  readonly hits: readonly SpeechVerbHit[];
  /** Ascending, disjoint. */
  readonly tags: readonly Tag[];
}
