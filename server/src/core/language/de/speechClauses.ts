import { is, splitAtBreaks } from '../../quotes/pieces.js';
import { isSubjunctive } from './speechMood.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';

/** A clause is a stretch between separators, with the appositions and lists that interrupt it. */
export type Clause = PieceRange;

/**
 * Splits a German unit into clauses. German puts a comma before every subordinate clause, so commas are borders, except around
 * stretches without a verb: those belong to the clause they interrupt („Der Sprecher, Dmitri Peskow, sagte").
 */
export function splitClauses(pieces: readonly Piece[]): readonly Clause[] {
  const clauses: Clause[] = [];
  for (const stretch of splitAtBreaks(pieces)) addSegment(pieces, clauses, stretch);
  return clauses;
}

function addSegment(pieces: readonly Piece[], clauses: Clause[], segment: Clause): void {
  const before = clauses.at(-1);
  if (before && joins(pieces, before, segment)) clauses[clauses.length - 1] = { first: before.first, end: segment.end };
  else clauses.push(segment);
}

function joins(pieces: readonly Piece[], before: Clause, segment: Clause): boolean {
  const opening = pieces[segment.first];
  if (pieces[segment.first - 1]?.text !== ',' || opensClause(opening) || opening?.kind === 'quote') return false;
  if (pieces[segment.first - 2]?.kind === 'quote' || is(opening, 'tagging', 'source')) return false;
  if (!hasFiniteVerb(pieces, segment)) return true;
  if (pieces[before.first]?.lower === 'so') return false;
  return (
    !hasFiniteVerb(pieces, before) && !is(opening, 'relative', 'coordinator') && !opensClause(pieces[before.first])
  );
}

/** Whether a subordinate clause starts at the piece: „weil …", „noch ehe …". */
export function opensClauseAt(pieces: readonly Piece[], first: number): boolean {
  return opensClause(pieces[first]) || (is(pieces[first], 'adverb') && is(pieces[first + 1], 'subordinator'));
}

/** Whether the word begins a subordinate clause. */
export function opensClause(piece: Piece | undefined): boolean {
  return is(piece, 'subordinator', 'opener', 'question');
}

/** Whether a finite verb stands in the range, by lists and, for the verbs of no list, by form and place. */
export function hasFiniteVerb(pieces: readonly Piece[], { first, end }: PieceRange): boolean {
  for (let i = first; i < end; i++) if (isFiniteVerb(pieces, i)) return true;
  return false;
}

/** Whether the word is a finite verb, or a word of the form of one that nothing else explains. */
export function isFiniteVerb(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  const next = pieces[i + 1];
  if (piece?.kind !== 'word' || (piece.isCapital && i > 0)) return false;
  if (is(piece, 'indicative', 'finite', 'subjunctive', 'conditional', 'have', 'become', 'be', 'modal')) return true;
  if (piece.verbs.length > 0 || isSubjunctive(pieces, i)) return true;
  // „-te", „-ten", „-t", „-en" before a noun is an adjective („die geplante Reise").
  return (
    piece.classes.size === 0 &&
    /\p{L}{2}(?:t|te|ten|tet|en)$/u.test(piece.text) &&
    !(next?.kind === 'word' && next.isCapital)
  );
}
