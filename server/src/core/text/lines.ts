import type { Span } from './span.js';

/** Start offsets of the lines of a text, ascending; the first is 0. Offsets are UTF-16 code units. */
export type LineStarts = readonly number[];

/** Finds where the lines of `text` start. A line ends after `\n`, `\r\n` or a lone `\r`, as in LSP. */
export function findLineStarts(text: string): LineStarts {
  const starts = [0];
  if (!text.includes('\r')) {
    // The usual case, at the speed of the engine's own search.
    for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
    return starts;
  }
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 13 && text.charCodeAt(i + 1) === 10) i++;
    if (code === 10 || code === 13) starts.push(i + 1);
  }
  return starts;
}

/** The zero-based line that holds `offset`; offsets outside the text give the first or last line. */
export function lineAt(starts: LineStarts, offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The lines of `text` as spans without their line breaks. */
export function listLines(text: string): readonly Span[] {
  const starts = findLineStarts(text);
  return starts.map((start, i) => {
    let end = starts[i + 1] ?? text.length;
    while (end > start && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
    return { start, end };
  });
}
