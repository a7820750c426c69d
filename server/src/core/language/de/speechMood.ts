import { is } from '../../quotes/pieces.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';

/** Whether a first subjunctive, or a second one, stands in the range. */
export function hasSubjunctiveIn(pieces: readonly Piece[], { first, end }: PieceRange): boolean {
  for (let i = first; i < end; i++) if (isSubjunctive(pieces, i) || is(pieces[i], 'conditional')) return true;
  return false;
}

/**
 * Whether the word is an unambiguous first subjunctive: one of the auxiliaries, or a third person in -e behind its subject
 * („der Film entlarve den Mythos"). „als sei", „sei es" and forms beside „ich" are none.
 */
export function isSubjunctive(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  // All end in -e but „sei“ and „seien“: that settles most words.
  if (piece?.kind !== 'word' || (piece.isCapital && i > 0)) return false;
  if (!piece.lower.endsWith('e') && !piece.lower.startsWith('sei')) return false;
  const [before, next] = [pieces[i - 1], pieces[i + 1]];
  if (before?.lower === 'als' || is(before, 'first') || is(next, 'first')) return false;
  if (is(piece, 'auxiliarySubjunctive')) return !isFixedPhrase(piece, before, next);
  if (is(before, 'determiner', 'preposition', 'possessive') && !is(before, 'demonstrative')) return false;
  // „man nehme", „man stelle sich vor": a recipe or an invitation.
  if (is(piece, 'invitation') && before?.lower === 'man') return false;
  if (is(piece, 'subjunctive'))
    return next?.isCapital !== true || before?.isCapital === true || is(before, 'male', 'female', 'impersonal');
  return isUnlistedSubjunctive(piece, before, next);
}

/** „sei es … sei es", „es sei denn", „Gott sei Dank". */
function isFixedPhrase(piece: Piece, before: Piece | undefined, next: Piece | undefined): boolean {
  return (
    piece.lower === 'sei' &&
    (next?.lower === 'denn' || next?.lower === 'dank' || (next?.lower === 'es' && before?.kind === 'break'))
  );
}

function isUnlistedSubjunctive(piece: Piece, before: Piece | undefined, next: Piece | undefined): boolean {
  if (piece.classes.size > 0 || !/\p{L}{3}(?<!t)e$/u.test(piece.text) || next?.isCapital) return false;
  if (is(before, 'male', 'female', 'impersonal') || is(next, 'male', 'impersonal')) return true;
  const isFollowed = next === undefined || next.kind === 'break';
  const isOpen = isFollowed || is(next, 'determiner', 'preposition', 'negation', 'adverb', 'object');
  return isOpen && (before?.isCapital === true || before?.text === ',' || is(before, 'coordinator'));
}
