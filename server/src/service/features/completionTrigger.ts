import type { Span } from '../../core/text/span.js';

/** What has been typed to ask for completion: the trigger character and the letters behind it. */
export interface CompletionTrigger {
  readonly sign: '@' | '#';
  readonly typed: string;
  /** From the trigger character to the caret. */
  readonly span: Span;
}

/** Nobody types more than this of a name or event before choosing. */
const MAX_TYPED = 60;
const MAX_SPACES = 3;
/** Letters first, so that `#12` is no event; single spaces, because names have several words. */
const TYPED = /^(?:\p{L}[\p{L}\p{M}\p{N}.'’+ -]*)?$/u;
/** What may stand before the sign: not user@host, page#part, https://host/@user, `##`, nor a citation's `[@key]`. */
const BEFORE = /^[\s({„“"‚'»«›‹–—]?$/u;

/**
 * The trigger that the caret stands behind, in the same line: `@` and letters for actors, `#` and letters for events. A bare `@`
 * counts; a bare `#` only inside a line, because at its start a heading begins.
 */
export function findCompletionTrigger(text: string, offset: number): CompletionTrigger | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const stretch = text.slice(Math.max(lineStart, offset - MAX_TYPED - 1), offset);
  const place = Math.max(stretch.lastIndexOf('@'), stretch.lastIndexOf('#'));
  const start = offset - stretch.length + place;
  if (place < 0 || !maySignStand(text, lineStart, start)) return undefined;
  const sign = stretch[place] === '@' ? '@' : '#';
  const typed = stretch.slice(place + 1);
  if (!isTyped(typed) || (sign === '#' && typed === '' && text.slice(lineStart, start).trim() === '')) return undefined;
  return { sign, typed, span: { start, end: offset } };
}

function maySignStand(text: string, lineStart: number, start: number): boolean {
  const before = start > lineStart ? (text[start - 1] ?? '') : '';
  const isLinkTarget = before === '(' && text[start - 2] === ']';
  return BEFORE.test(before) && !isLinkTarget;
}

function isTyped(typed: string): boolean {
  return TYPED.test(typed) && !typed.includes('  ') && typed.split(' ').length - 1 <= MAX_SPACES;
}
