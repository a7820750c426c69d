import type { PassageEvidence } from '../../store/ports.js';
import { toOneLine } from './oneLine.js';

/** About two lines of a hover: enough to see who did what. */
const MAX_LENGTH = 240;

/** A passage's text around its mention; `…` where it is cut. */
export interface Excerpt {
  readonly before: string;
  readonly mention: string;
  readonly after: string;
}

/** Cuts a passage to the words around its mention; what stands before the mention gets a third of the room. */
export function cutExcerpt({ text, passage, mention }: PassageEvidence): Excerpt {
  const start = mention.start - passage.start;
  const end = mention.end - passage.start;
  const room = Math.max(0, MAX_LENGTH - (end - start));
  const isShort = text.length <= MAX_LENGTH;
  const from = isShort ? 0 : findWordStart(text, Math.max(0, start - Math.floor(room / 3)), start);
  const to = isShort ? text.length : findWordEnd(text, Math.min(text.length, end + room - (start - from)), end);
  return {
    before: `${from > 0 ? '… ' : ''}${text.slice(from, start)}`,
    mention: toOneLine(text.slice(start, end)),
    after: `${text.slice(end, to)}${to < text.length ? ' …' : ''}`,
  };
}

function findWordStart(text: string, from: number, limit: number): number {
  if (from === 0) return 0;
  const space = text.slice(from, limit).search(/\s/u);
  return space < 0 ? limit : from + space + 1;
}

function findWordEnd(text: string, to: number, limit: number): number {
  if (to >= text.length) return text.length;
  for (let i = to; i > limit; i--) if (/\s/u.test(text[i] ?? '')) return i;
  return limit;
}
