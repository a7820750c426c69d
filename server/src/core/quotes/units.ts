import type { Span } from '../text/span.js';
import { type Piece, type PieceSource, readPieces } from './readPieces.js';

/** A sentence, or several that one marked quotation joins. */
export interface Unit extends Span {
  readonly pieces: readonly Piece[];
  /** Index of the body span it stands in. */
  readonly body: number;
}

// No sentence is longer; the bound keeps the analysis of a unit, which looks back and forth in it, linear in the text.
const LONGEST = 300;

/** Splits the prose into units, ascending. Linear. */
export function listUnits(source: PieceSource): readonly Unit[] {
  const { prose, marked } = source;
  const units: Unit[] = [];
  const place = { mention: 0, marked: 0 };
  for (let s = 0; s < prose.sentences.length; s++) {
    const first = prose.sentences[s]?.firstToken ?? 0;
    const body = prose.bodyOfSentence[s] ?? 0;
    let end = prose.sentences[s]?.endToken ?? first;
    for (let m = place.marked; (marked[m]?.open ?? Infinity) < end; m++) {
      while (end <= (marked[m]?.close ?? 0)) end = prose.sentences[++s]?.endToken ?? Infinity;
    }
    const pieces = readPieces(source, { first, end }, place);
    for (let i = 0; i < pieces.length; i += LONGEST) addUnit(units, pieces.slice(i, i + LONGEST), body);
  }
  return units;
}

function addUnit(units: Unit[], pieces: readonly Piece[], body: number): void {
  units.push({ pieces, body, start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 });
}
