import { listLines } from '../text/lines.js';
import type { Span } from '../text/span.js';

/** Lines of text with content: spans without surrounding white space. */
export function listContentLines(text: string, start: number): readonly Span[] {
  return listLines(text)
    .map((line) => trim(text, { start: Math.max(line.start, start), end: line.end }))
    .filter((line) => line.end > line.start);
}

/** Shrinks a span to what is not white space at its ends; an all-white span becomes empty. */
export function trim(text: string, span: Span): Span {
  let { start, end } = span;
  while (start < end && isSpace(text, start)) start++;
  while (end > start && isSpace(text, end - 1)) end--;
  return { start, end };
}

/** Whether the character at the offset is white space. */
export function isSpace(text: string, offset: number): boolean {
  const code = text.charCodeAt(offset);
  return code <= 0x20
    ? code === 0x20 || (code >= 0x09 && code <= 0x0d)
    : code >= 0xa0 && /\s/.test(text.charAt(offset));
}

/**
 * Whether the line `next` goes on with the sentence of `line`: hard-wrapped text, where a line of some length breaks off
 * without a sentence end and the next one, right below, starts in lower case.
 */
export function isContinued(text: string, line: Span, next: Span): boolean {
  if (next.start - line.end > 3 || line.end - line.start < 40) return false;
  const between = text.slice(line.end, next.start);
  if ((between.match(/\n/g)?.length ?? 0) > 1) return false;
  return (
    !/[.!?:…"“”»«]$/u.test(text.slice(line.end - 1, line.end)) &&
    /^\p{Ll}/u.test(text.slice(next.start, next.start + 2))
  );
}

/** Joins hard-wrapped lines to paragraphs; other lines are paragraphs of their own. */
export function joinWrappedLines(text: string, lines: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    if (last !== undefined && isContinued(text, last, line))
      joined[joined.length - 1] = { start: last.start, end: line.end };
    else joined.push(line);
  }
  return joined;
}
