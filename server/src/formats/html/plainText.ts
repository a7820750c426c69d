import type { DocumentParser } from './dom.js';
import { LIMITS } from './limits.js';

/** Gives the plain text of an attribute or a text of JSON-LD, in one line; undefined when it is missing or empty. */
export type TextReader = (text: string | null | undefined) => string | undefined;

/**
 * Makes a reader of texts that may hold entities („K&uuml;hlt&uuml;rme") or be escaped twice. Markup in them is left as
 * it stands: it is text, and nobody renders it.
 */
export function createTextReader(parse: DocumentParser): TextReader {
  return (text) => {
    if (text === null || text === undefined) return undefined;
    const short = text.slice(0, LIMITS.attribute);
    const resolved = /&(?:#\w{1,8}|[a-z]\w{1,30});/i.test(short) ? resolveEntities(short, parse) : short;
    const line = resolved.replace(/\s+/g, ' ').trim();
    return line === '' ? undefined : line;
  };
}

function resolveEntities(text: string, parse: DocumentParser): string {
  return parse(`<!DOCTYPE html><html><body>${text.replaceAll('<', '&lt;')}</body></html>`).body.textContent;
}
