import type { Paragraph } from '../text/prose.js';
import type { Span } from '../text/span.js';
import { type Piece, type PieceSource, readPieces } from './readPieces.js';

/** A sentence, or several that one marked quotation joins. */
export interface Unit extends Span {
  readonly pieces: readonly Piece[];
  /** The paragraph that it stands in. */
  readonly paragraph: Paragraph;
}

// No sentence is longer; the bound keeps the analysis of a unit, which looks back and forth in it, linear in the text.
const LONGEST = 300;

/** Splits a paragraph into units, ascending. Linear. */
export function listUnits(source: PieceSource): readonly Unit[] {
  const { paragraph, marked } = source;
  const { sentences } = paragraph;
  const units: Unit[] = [];
  const place = { mention: 0, marked: 0 };
  for (let s = 0; s < sentences.length; s++) {
    const first = sentences[s]?.firstToken ?? 0;
    let end = sentences[s]?.endToken ?? first;
    for (let m = place.marked; (marked[m]?.open ?? Infinity) < end; m++) {
      while (end <= (marked[m]?.close ?? 0)) end = sentences[++s]?.endToken ?? Infinity;
    }
    const pieces = readPieces(source, { first, end }, place);
    for (let i = 0; i < pieces.length; i += LONGEST) units.push(toUnit(pieces.slice(i, i + LONGEST), paragraph));
  }
  return units;
}

function toUnit(pieces: readonly Piece[], paragraph: Paragraph): Unit {
  return { pieces, paragraph, start: pieces[0]?.start ?? 0, end: pieces.at(-1)?.end ?? 0 };
}
