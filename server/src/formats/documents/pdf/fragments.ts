import type { PdfTextItem, PdfViewport } from './pdfLibrary.js';

/** Text that stands in one line of a page without a wide gap. Lengths are points; y goes down from the top of the page. */
export interface Fragment {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
}

/** In font sizes: what is a space, and what parts columns or cells. */
const SPACE = 0.18;
const WIDE_GAP = 2;
const BACKWARD = -0.6;

/** Joins the pieces of a page's text to fragments, in the order in which the page draws them. Rotated text is left out. */
export function listFragments(items: readonly PdfTextItem[], viewport: PdfViewport): readonly Fragment[] {
  const fragments: Fragment[] = [];
  let last: Fragment | undefined;
  let isSpaced = false;
  for (const item of items) {
    const piece = toFragment(item, viewport);
    if (piece === undefined) {
      isSpaced ||= item.str !== '';
      continue;
    }
    if (last && isFootnoteMark(last, piece)) continue;
    const joined = last && join(last, piece, isSpaced);
    if (joined) fragments[fragments.length - 1] = joined;
    else fragments.push(piece);
    last = joined ?? piece;
    isSpaced = false;
  }
  return attachInitials(fragments);
}

/** Undefined for white space, for text that is not horizontal, and for places that are no numbers. */
function toFragment(item: PdfTextItem, viewport: PdfViewport): Fragment | undefined {
  if (item.str.trim() === '') return undefined;
  const [a, b, c, d, left, baseline] = multiply(viewport.transform, item.transform);
  const size = Math.hypot(c, d);
  const right = left + item.width;
  if (![a, b, size, left, right, baseline].every(Number.isFinite)) return undefined;
  if (size === 0 || a <= 0 || Math.abs(b) > 0.1 * a) return undefined;
  return { text: item.str, left, right, baseline, size, font: item.fontName };
}

type Matrix = readonly [number, number, number, number, number, number];

function multiply(first: readonly number[], second: readonly number[]): Matrix {
  const [a, b, c, d, e, f] = toMatrix(first);
  const [g, h, i, j, k, l] = toMatrix(second);
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function toMatrix(numbers: readonly number[]): Matrix {
  const [a = Number.NaN, b = Number.NaN, c = Number.NaN, d = Number.NaN, e = Number.NaN, f = Number.NaN] = numbers;
  return [a, b, c, d, e, f];
}

/** A small raised number behind a word; „m²" is none. */
function isFootnoteMark(last: Fragment, piece: Fragment): boolean {
  const isRaised = piece.size < 0.8 * last.size && last.baseline - piece.baseline > 0.2 * last.size;
  const isBeside = Math.abs(piece.left - last.right) < last.size && last.baseline - piece.baseline < last.size;
  return isRaised && isBeside && /^\d{1,3}$/.test(piece.text.trim()) && !/(?<!\p{L})[kcdm]?m$/u.test(last.text);
}

function join(last: Fragment, piece: Fragment, isSpaced: boolean): Fragment | undefined {
  const size = Math.max(last.size, piece.size);
  const gap = piece.left - last.right;
  const isSameLine = Math.abs(piece.baseline - last.baseline) < 0.3 * size;
  if (!isSameLine || gap > WIDE_GAP * size || gap < BACKWARD * size || isInitial(last, piece)) return undefined;
  const space = isSpaced || gap > SPACE * size ? ' ' : '';
  const longer = piece.text.length > last.text.length ? piece : last;
  const { baseline, font } = longer;
  return {
    text: last.text + space + piece.text,
    left: last.left,
    right: piece.right,
    baseline,
    size: longer.size,
    font,
  };
}

function isInitial(last: Fragment, piece: Fragment): boolean {
  return last.size > INITIAL * piece.size && INITIAL_TEXT.test(last.text);
}

/** A drop cap is this much larger than the text that it starts. */
const INITIAL = 1.8;
const INITIAL_TEXT = /^[„“"»«]?\p{Lu}$/u;

/** More drop caps than this on a page are something else. */
const MAX_INITIALS = 20;

/** Puts drop caps before the rest of their words: the highest text beside them. */
function attachInitials(fragments: readonly Fragment[]): readonly Fragment[] {
  const initials = fragments.filter(({ text }) => INITIAL_TEXT.test(text));
  if (initials.length > MAX_INITIALS) return fragments;
  const attached = new Map<Fragment, Fragment | undefined>();
  for (const initial of initials) {
    const beside = fragments.filter((fragment) => isInitial(initial, fragment) && isBeside(initial, fragment));
    const first = beside.sort((a, b) => a.baseline - b.baseline || a.left - b.left)[0];
    if (first === undefined) continue;
    attached.set(initial, undefined);
    attached.set(first, { ...first, text: initial.text + first.text, left: initial.left });
  }
  return fragments.flatMap((fragment) => (attached.has(fragment) ? (attached.get(fragment) ?? []) : fragment));
}

function isBeside(initial: Fragment, { left, baseline }: Fragment): boolean {
  const gap = left - initial.right;
  const isAcross = baseline <= initial.baseline && baseline > initial.baseline - initial.size;
  return isAcross && gap > BACKWARD * initial.size && gap < 0.5 * initial.size;
}
