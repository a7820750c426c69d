import type { WordClass } from './speechWords.js';
import type { Piece, PieceRange } from './readPieces.js';

/** Whether the piece is a word of one of the classes. */
export function is(piece: Piece | undefined, ...classes: readonly WordClass[]): boolean {
  if (piece === undefined || piece.classes.size === 0) return false;
  for (const wordClass of classes) if (piece.classes.has(wordClass)) return true;
  return false;
}

/** Whether a word of one of the classes stands in the range. */
export function contains(
  pieces: readonly Piece[],
  { first, end }: PieceRange,
  ...classes: readonly WordClass[]
): boolean {
  for (let i = first; i < end; i++) if (is(pieces[i], ...classes)) return true;
  return false;
}

/** The range without separators at its ends. */
export function trimRange(pieces: readonly Piece[], { first, end }: PieceRange): PieceRange {
  let [from, to] = [first, end];
  while (from < to && pieces[from]?.kind === 'break') from++;
  while (to > from && pieces[to - 1]?.kind === 'break') to--;
  return { first: from, end: to };
}

/** Whether the range holds quotations and separators only. */
export function isQuotationOnly(pieces: readonly Piece[], { first, end }: PieceRange): boolean {
  for (let i = first; i < end; i++) if (pieces[i]?.kind === 'word') return false;
  return end > first;
}

/** Index of the range that holds the piece; the ranges are ascending and cover it, or its separator ends the one before. */
export function indexOfRange(ranges: readonly PieceRange[], piece: number): number {
  return ranges.findIndex(({ end }) => piece < end);
}

/** The stretches between separators. */
export function splitAtBreaks(pieces: readonly Piece[]): readonly PieceRange[] {
  const stretches: PieceRange[] = [];
  let first = 0;
  for (let i = 0; i <= pieces.length; i++) {
    if (i < pieces.length && pieces[i]?.kind !== 'break') continue;
    if (i > first) stretches.push({ first, end: i });
    first = i + 1;
  }
  return stretches;
}
