import type { Span } from '../core/text/span.js';

/** One mark of a line: what it spans in the plain text, and the label in its braces with its place in the line. */
export interface Mark extends Span {
  readonly kind: 'mention' | 'event' | 'quote';
  readonly label: string;
  readonly labelStart: number;
}

/** What is wrong with the markup, and where in the line. */
export interface Fault extends Span {
  readonly message: string;
}

export interface MarkedLine {
  readonly plain: string;
  /** In the order of their ends: an inner mark comes before the one around it. */
  readonly marks: readonly Mark[];
  readonly faults: readonly Fault[];
}

const OPENERS = { '((': 'quote', '<': 'event', '[': 'mention' } as const;
const CLOSERS = { '))': 'quote', '>': 'event', ']': 'mention' } as const;
/** A quotation may hold events and mentions, an event only mentions, a mention nothing. */
const RANKS = { quote: 0, event: 1, mention: 2 } as const;

// An opener, a closer with its braces, or a sign that may stand only in one of these.
const SIGN = /(\(\(|\[|<)|(\)\)|\]|>)\{([^{}]*)\}|[\]<>{}]/g;

interface OpenMark {
  readonly kind: Mark['kind'];
  readonly start: number;
  readonly at: number;
}

/** Takes the marks out of one line. Offsets of marks are those of the plain text, offsets of faults those of the line. */
export function readMarks(line: string): MarkedLine {
  const marks: Mark[] = [];
  const faults: Fault[] = [];
  const open: OpenMark[] = [];
  let plain = '';
  let read = 0;
  for (const match of line.matchAll(SIGN)) {
    const [sign, opener, closer, label = ''] = match;
    const at = match.index;
    plain += line.slice(read, at);
    read = at + sign.length;
    const fault = (message: string): void => void faults.push({ start: at, end: read, message });
    if (opener !== undefined) {
      const kind = OPENERS[opener as keyof typeof OPENERS];
      const outer = open.at(-1);
      if (outer && RANKS[outer.kind] >= RANKS[kind]) fault(`${kind} inside ${outer.kind}`);
      open.push({ kind, start: plain.length, at });
    } else if (closer !== undefined) {
      const kind = CLOSERS[closer as keyof typeof CLOSERS];
      const opened = open.pop();
      if (opened?.kind !== kind)
        fault(opened ? `${kind} ends inside ${opened.kind}` : `${kind} ends, but none is open`);
      else marks.push({ kind, start: opened.start, end: plain.length, label, labelStart: at + closer.length + 1 });
    } else fault(`stray ${sign}: a mark's end needs its braces`);
  }
  for (const { kind, at } of open) faults.push({ start: at, end: at + 1, message: `${kind} is not closed` });
  return { plain: plain + line.slice(read), marks, faults };
}
