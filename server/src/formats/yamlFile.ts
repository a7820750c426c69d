import { parseDocument, type ParsedNode } from 'yaml';
import type { Problem } from '../core/problem.js';

/** Settings and decisions are flat: this is far more than they need. */
const MAX_DEPTH = 50;
const MAX_LINE = 2000;
const MAX_LENGTH = 5_000_000;
/** A broken file gives errors at every other place; the first ones are of use. */
const MAX_PROBLEMS = 20;

/**
 * Parses a YAML file to nodes with their places. Data only: known tags are not resolved, and since nodes are read and never the
 * resolved document, an alias cannot multiply anything. Errors are problems at their places.
 */
export function parseYamlFile(
  path: string,
  text: string,
): { readonly contents: ParsedNode | null; readonly problems: readonly Problem[] } {
  const fault = findFault(text);
  if (fault !== undefined)
    return { contents: null, problems: [{ path, severity: 'error', code: 'yaml', message: fault }] };
  const { contents, errors, warnings } = parseDocument(text, {
    schema: 'core',
    resolveKnownTags: false,
    prettyErrors: false,
  });
  const problems = [...errors, ...warnings].slice(0, MAX_PROBLEMS).map((error): Problem => {
    const [start, end] = error.pos;
    const details = [error.code];
    return { path, span: { start, end }, severity: 'error', code: 'yaml', message: error.message, details };
  });
  return { contents, problems };
}

/**
 * What forbids even to parse: the parser recurses, and exhausting the stack can end the process. Nesting needs brackets, or
 * indicators and spaces at the start of a line.
 */
function findFault(text: string): string | undefined {
  if (text.length > MAX_LENGTH) return 'is too large';
  const lines = text.split(/\r\n?|\n/);
  if (lines.some((line) => line.length > MAX_LINE)) return `has a line of more than ${String(MAX_LINE)} characters`;
  if (lines.some((line) => line.search(/[^\s?:-]|$/) > 2 * MAX_DEPTH) || countDepth(text) > MAX_DEPTH)
    return 'is nested too deeply';
  return undefined;
}

/** How deep brackets are open at once; brackets in texts count too, which does no harm. */
function countDepth(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const character of text) {
    if (character === '[' || character === '{') deepest = Math.max(deepest, ++depth);
    else if (character === ']' || character === '}') depth = Math.max(0, depth - 1);
  }
  return deepest;
}
