import { listMojibake } from '../core/text/mojibake.js';
import { findLineStarts, lineAt } from '../core/text/lines.js';
import type { Problem } from '../core/problem.js';
import type { Span } from '../core/text/span.js';

/**
 * Characters of a text that were lost before it came to us, as Problems at the first line that has any: names in them are not found. The text
 * itself stays as it is, since it is the writer's file.
 */
export function listTextDamage(path: string, text: string): readonly Problem[] {
  const problems: Problem[] = [];
  const mojibake = listMojibake(text);
  const [first] = mojibake;
  if (first) {
    const { span, count } = locate(text, mojibake);
    const example = `"${wordAround(text, first)}" was "${wordAround(text, first, first.original)}"`;
    const message = `${count} UTF-8 that was read as Windows-1252 and saved again: ${example}. Names in it are not found.`;
    problems.push({ path, span, severity: 'warning', code: 'mojibake', message });
  }
  const lost = !text.includes('\ufffd')
    ? []
    : [...text.matchAll(/\ufffd+/g)].map(({ 0: run, index }) => ({ start: index, end: index + run.length }));
  if (lost.length > 0) {
    const { span, count } = locate(text, lost);
    const message = `${count} characters that an earlier program or a wrong encoding has lost (\ufffd)`;
    problems.push({ path, span, severity: 'warning', code: 'lost-characters', message });
  }
  return problems;
}

/** The first line with a damage, and a beginning for the message. */
function locate(text: string, places: readonly Span[]): { readonly span: Span; readonly count: string } {
  const starts = findLineStarts(text);
  const lines = new Set(places.map(({ start }) => lineAt(starts, start)));
  const first = Math.min(...lines);
  const start = starts[first] ?? 0;
  const end = starts[first + 1] ?? text.length;
  const span = { start, end: start + text.slice(start, end).trimEnd().length };
  return { span, count: lines.size === 1 ? 'has' : `has in ${String(lines.size)} lines, of which this is the first,` };
}

const AROUND = 20;

/** The word in which a stretch stands, or would stand if it were `original`. */
function wordAround(text: string, { start, end }: Span, original = text.slice(start, end)): string {
  const before = /[\p{L}\p{N}]*$/u.exec(text.slice(Math.max(0, start - AROUND), start))?.[0] ?? '';
  const after = /^[\p{L}\p{N}]*/u.exec(text.slice(end, end + AROUND))?.[0] ?? '';
  return before + original + after;
}
