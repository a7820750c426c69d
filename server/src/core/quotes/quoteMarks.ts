import type { Paragraph } from '../text/prose.js';
import type { Token } from '../text/tokens.js';

/** Two quotation marks that belong together, as token indices; both marks are part of the quotation. */
export interface MarkedPair {
  readonly open: number;
  /** The closing mark; where it is missing, the last token of the line. */
  readonly close: number;
  readonly isClosed: boolean;
}

// Which opening marks a mark can close. German „…“ »…« ‚…‘, English “…” ‘…’, French «…», Swiss «…», straight, and their usual mixtures.
const CLOSES: ReadonlyMap<string, readonly string[]> = new Map([
  ['“', ['„', '“']],
  ['”', ['“', '„', '”']],
  ['"', ['"', '„', '“']],
  ['»', ['«']],
  ['«', ['»']],
  ['‘', ['‚']],
  ['’', ['‘', '‚']],
  ["'", ["'"]],
  ['›', ['‹']],
  ['‹', ['›']],
]);
// These open whatever stands around them; the others only at the beginning of a word.
const ALWAYS_OPENS = new Set(['„', '‚']);
const BEFORE_OPENING = /^[([{–—/„“«»‚‘:]$/u;
const AFTER_CLOSING = /^[.,;:!?…)\]}]$/u;

interface Scan {
  readonly tokens: readonly Token[];
  readonly text: string;
  /** Opening marks without their closing mark, innermost last. */
  readonly open: { readonly token: number; readonly mark: string }[];
  /** How many of each mark are open: a mark that closes nothing must not search the stack. */
  readonly depth: Map<string, number>;
  readonly pairs: MarkedPair[];
}

/**
 * Finds the outermost pairs of quotation marks of a paragraph, ascending and disjoint. A pair stays inside what empty lines set off; a mark
 * that is never closed holds to the end of its line, unless other pairs follow: then it is a stray one. Linear.
 */
export function findMarkedPairs(paragraph: Paragraph): readonly MarkedPair[] {
  const { tokens } = paragraph;
  const found: MarkedPair[] = [];
  let scan = startScan(paragraph);
  tokens.forEach((token, i) => {
    if (i > 0 && isBehindEmptyLine(paragraph, i)) {
      finishStretch(scan, i, found);
      scan = startScan(paragraph);
    }
    if (token.kind === 'mark' && (CLOSES.has(token.text) || ALWAYS_OPENS.has(token.text))) readMark(scan, i);
  });
  finishStretch(scan, tokens.length, found);
  return found;
}

function startScan({ tokens, text }: Paragraph): Scan {
  return { tokens, text, open: [], depth: new Map(), pairs: [] };
}

function isBehindEmptyLine({ text, tokens }: Paragraph, i: number): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]];
  if (!before || !token || token.start - before.end < 2) return false;
  return /\n[^\S\n]*\r?\n/.test(text.slice(before.end, token.start));
}

function readMark(scan: Scan, i: number): void {
  const mark = scan.tokens[i]?.text ?? '';
  const opens = ALWAYS_OPENS.has(mark) || opensHere(scan, i);
  if (!opens && closePair(scan, i, CLOSES.get(mark) ?? [])) return;
  if (!opens && !opensFrench(scan, i)) return;
  // A second straight mark that opens shows that the first one was stray.
  if (mark === '"' && scan.open.at(-1)?.mark === '"') dropInnermost(scan);
  scan.open.push({ token: i, mark });
  scan.depth.set(mark, (scan.depth.get(mark) ?? 0) + 1);
}

/** A mark opens at the beginning of a word: white space or a bracket before it, none behind it. */
function opensHere({ tokens }: Scan, i: number): boolean {
  const [before, token, next] = [tokens[i - 1], tokens[i], tokens[i + 1]];
  if (!token || !next || next.spaced || AFTER_CLOSING.test(next.text)) return false;
  if (token.text === '’' || token.text === '‘') return token.spaced && next.kind === 'word' && token.text === '‘';
  return token.spaced || (before !== undefined && BEFORE_OPENING.test(before.text));
}

/** « mot »: French guillemets keep a space inside. */
function opensFrench({ tokens }: Scan, i: number): boolean {
  const token = tokens[i];
  return token?.text === '«' && token.spaced && tokens[i + 1]?.spaced === true;
}

function closePair(scan: Scan, i: number, openers: readonly string[]): boolean {
  if (!openers.some((mark) => (scan.depth.get(mark) ?? 0) > 0)) return false;
  // An apostrophe inside or before a word closes nothing.
  const [token, next] = [scan.tokens[i], scan.tokens[i + 1]];
  if (/^['’]$/u.test(token?.text ?? '') && (token?.spaced || (next?.kind === 'word' && !next.spaced))) return false;
  for (let innermost = dropInnermost(scan); innermost; innermost = dropInnermost(scan)) {
    if (!openers.includes(innermost.mark)) continue;
    scan.pairs.push({ open: innermost.token, close: i, isClosed: true });
    return true;
  }
  return false;
}

function dropInnermost(scan: Scan): Scan['open'][number] | undefined {
  const innermost = scan.open.pop();
  if (innermost) scan.depth.set(innermost.mark, (scan.depth.get(innermost.mark) ?? 1) - 1);
  return innermost;
}

/** Adds the outermost pairs of a stretch that ends before the token `end`. */
function finishStretch(scan: Scan, end: number, found: MarkedPair[]): void {
  const recovered = recoverUnclosed(scan, end);
  const pairs = scan.pairs.sort((a, b) => a.open - b.open);
  let outermostEnd = -1;
  for (const pair of pairs) {
    if (pair.open <= outermostEnd) continue;
    found.push(pair);
    outermostEnd = pair.close;
  }
  if (recovered && recovered.open > outermostEnd) found.push(recovered);
}

function recoverUnclosed({ tokens, text, open }: Scan, end: number): MarkedPair | undefined {
  const unclosed = open[0];
  if (!unclosed || !isClearOpening(tokens, text, unclosed)) return undefined;
  let close = unclosed.token;
  while (close + 1 < end && !breaksLine(tokens, text, close)) close++;
  return { open: unclosed.token, close, isClosed: false };
}

/** A straight or single mark in the middle of a line is too often an inch sign, an apostrophe or a slip of the keyboard. */
function isClearOpening(tokens: readonly Token[], text: string, { token, mark }: Scan['open'][number]): boolean {
  if (/^['‘‚]$/u.test(mark)) return false;
  return mark !== '"' || token === 0 || breaksLine(tokens, text, token - 1) || tokens[token - 1]?.text === ':';
}

function breaksLine(tokens: readonly Token[], text: string, i: number): boolean {
  const [token, next] = [tokens[i], tokens[i + 1]];
  return token !== undefined && next !== undefined && next.spaced && text.slice(token.end, next.start).includes('\n');
}
