import type { Span } from '../../core/text/span.js';
import { collapseSpace } from '../cards/oneLine.js';

/** Text on one line, with stretches of it marked, half-open UTF-16. */
export interface MarkedLine {
  readonly text: string;
  readonly marks: readonly Span[];
}

/** Puts a passage on one line, without anything that is not to be seen; `spans` are ascending, disjoint and relative to `text`. */
export function toMarkedLine(text: string, spans: readonly Span[]): MarkedLine {
  const marks: Span[] = [];
  let line = '';
  let at = 0;
  for (const { start, end } of spans) {
    line = append(line, text.slice(at, start));
    const from = line.length;
    line = append(line, text.slice(start, end));
    marks.push({ start: from, end: line.length });
    at = end;
  }
  return { text: append(line, text.slice(at)).trimEnd(), marks };
}

/** White space at a seam is one space, and none at the start of the line. */
function append(line: string, text: string): string {
  const added = collapseSpace(text);
  return line + (line === '' || line.endsWith(' ') ? added.trimStart() : added);
}
