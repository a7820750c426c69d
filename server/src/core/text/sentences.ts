import type { Span } from './span.js';
import type { Token } from './tokens.js';

/** A sentence as a half-open range of token indices; `start` and `end` are text offsets. */
export interface Sentence extends Span {
  readonly firstToken: number;
  /** One behind the last token. */
  readonly endToken: number;
}

const ABBREVIATIONS: ReadonlySet<string> = new Set(
  `abs allg art bd bzw ca co dr dt etc evtl ff fr gen geb ggf hl hr inkl ing jr kap lt max mg min mio mr mrd mrs ms nr op prof
  rd s sen sog sr st str tel u univ usw vgl vs zit zt jan feb mrz apr jun jul aug sep sept okt oct nov dez dec gov rep lt col sgt`.split(
    /\s+/,
  ),
);
const MONTHS = /^(?:jan|feb|mär|maerz|apr|mai|jun|jul|aug|sep|okt|nov|dez|mar|may|oct|dec)/i;
// A capitalised closed-class word after „13." starts a sentence; another noun goes on with the ordinal („19. Jahrhundert").
const STARTERS: ReadonlySet<string> = new Set(
  'der die das ein eine er sie es wir ich in im am an auf bei nach vor zu zum und aber doch auch so dies diese dieser the a he she it in on at'.split(
    ' ',
  ),
);
const CLOSING = /^["'“”’»«›‹)\]]$/u;
const OPENING = /^["'„“‚‘»«›‹([–-]$/u;

/** Splits tokens into sentences; every token is in exactly one. A sentence ends after the quotation marks that close it. */
export function splitSentences(tokens: readonly Token[]): readonly Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  for (let i = 0; i < tokens.length; i++) {
    if (!endsSentence(tokens, i)) continue;
    let end = i + 1;
    while (isClosing(tokens, end)) end++;
    if (end < tokens.length && !startsSentence(tokens[end])) continue;
    push(sentences, tokens, first, end);
    first = end;
    i = end - 1;
  }
  if (first < tokens.length) push(sentences, tokens, first, tokens.length);
  return sentences;
}

function push(sentences: Sentence[], tokens: readonly Token[], firstToken: number, endToken: number): void {
  const start = tokens[firstToken];
  const last = tokens[endToken - 1];
  if (start && last) sentences.push({ start: start.start, end: last.end, firstToken, endToken });
}

function endsSentence(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined || !/^[.!?…]$/u.test(token.text)) return false;
  if (token.text !== '.') return true;
  const before = tokens[i - 1];
  if (before === undefined || token.spaced) return before === undefined || token.spaced;
  if (before.kind === 'word') return !isAbbreviation(tokens, i - 1);
  return before.kind !== 'number' || !isOrdinal(before, tokens[i + 1]);
}

/** „z. B.", „Dr.", „J. Biden": one letter, or a known abbreviation. */
function isAbbreviation(tokens: readonly Token[], i: number): boolean {
  const word = tokens[i]?.lower ?? '';
  return word.length === 1 || ABBREVIATIONS.has(word);
}

/** „13. Januar", „19. Jahrhundert": up to three digits, and no word after it that can only start a sentence. */
function isOrdinal(number: Token, next: Token | undefined): boolean {
  if (number.text.length > 3 || next === undefined) return false;
  if (MONTHS.test(next.text)) return true;
  return next.kind === 'word' && !STARTERS.has(next.lower);
}

function isClosing(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  return token !== undefined && !token.spaced && CLOSING.test(token.text);
}

function startsSentence(next: Token | undefined): boolean {
  if (next === undefined || !next.spaced) return false;
  // „Was nun?", fragte er: a lower-case word goes on with the sentence.
  if (next.kind === 'word') return next.isCapital;
  return next.kind === 'number' || OPENING.test(next.text);
}
