import { is, trimRange } from '../../quotes/pieces.js';
import type { UnitReading } from '../../quotes/report.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import { isFiniteVerb } from './speechClauses.js';
import { isSubordinateClause } from './speechContent.js';
import { isSubjunctive } from './speechMood.js';
import type { GermanUnit } from './speechUnit.js';

/**
 * Whether a sentence without attribution is reported by its form: its main clauses stand in the first subjunctive, or in the second one
 * beside a first one („Sie hätten …, was schlecht sei"); `conditional` when only the second shows it.
 */
export function findContinuation({ pieces, clauses }: GermanUnit): UnitReading['continuation'] {
  if (pieces.length === 0) return undefined;
  const main = clauses.filter((clause) => !isSubordinateClause(pieces, clause));
  const content = endOfStatement(pieces);
  if (main.some((clause) => hasIndicative(pieces, clause))) return undefined;
  if (main.some((clause) => hasSubjunctive(pieces, clause))) return { kind: 'subjunctive', content };
  const verb = pieces.findIndex((_, i) => isFiniteVerb(pieces, i));
  if (!is(pieces[verb], 'conditional') || !main.some(({ first, end }) => first <= verb && verb < end)) return undefined;
  if (hasSubjunctive(pieces, { first: 0, end: pieces.length })) return { kind: 'subjunctive', content };
  return linksBack(pieces) ? { kind: 'conditional', content } : undefined;
}

/** „Auch könnten …", „Dies würde …", or a quoted word in it: the sentence leans on the one before. */
function linksBack(pieces: readonly Piece[]): boolean {
  return (
    is(pieces[0], 'adverb', 'demonstrative', 'male', 'female', 'impersonal') ||
    pieces.some(({ kind }) => kind === 'quote')
  );
}

/** A quotation behind a colon is no part of the reported sentence that announces it. */
function endOfStatement(pieces: readonly Piece[]): PieceRange {
  const colon = pieces.findIndex((piece, i) => piece.text === ':' && pieces[i + 1]?.kind === 'quote');
  return trimRange(pieces, { first: 0, end: colon < 0 ? pieces.length : colon });
}

function hasSubjunctive(pieces: readonly Piece[], { first, end }: PieceRange): boolean {
  for (let i = first; i < end; i++) if (isSubjunctive(pieces, i)) return true;
  return false;
}

function hasIndicative(pieces: readonly Piece[], { first, end }: PieceRange): boolean {
  for (let i = first; i < end; i++) if (is(pieces[i], 'indicative')) return true;
  return false;
}
