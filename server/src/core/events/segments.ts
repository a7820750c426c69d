import type { Sentence } from '../text/sentences.js';
import { type EventText, isCapital, isClass } from './eventText.js';
import { isFiniteVerb } from './verbs.js';

/** A stretch of a sentence between marks or words that may separate clauses, as a half-open range of tokens. */
export interface Segment {
  readonly first: number;
  readonly end: number;
  /** Whether nothing stronger than a comma or bracket separates it from the segment before. */
  readonly isLoose: boolean;
  readonly isFirst: boolean;
  readonly isBeforeComma: boolean;
}

const SEPARATORS = /^[-,;:()„“”"»«–—.!?…]$/u;
const LOOSE = /^[-,()–—]$/u;
const DASH = /^[-–—]$/u;

/** Longer stretches are no sentences: cutting them keeps the work on one clause bounded, whatever the text. */
const MAX_SEGMENT = 80;

/** Cuts a sentence at separating marks, between two verbs that „und" joins, and behind a dateline. */
export function listSegments(text: EventText, sentence: Sentence): readonly Segment[] {
  const segments: Segment[] = [];
  let first = findDatelineEnd(text, sentence);
  let isLoose = first === sentence.firstToken;
  const close = (end: number, mark: string): void => {
    const isEmpty = end === first;
    if (!isEmpty) segments.push({ first, end, isLoose, isFirst: segments.length === 0, isBeforeComma: mark === ',' });
    isLoose = LOOSE.test(mark) && (!isEmpty || isLoose);
    first = mark === '' ? end : end + 1;
  };
  for (let at = first; at < sentence.endToken; at++) {
    const mark = findSeparator(text, at);
    if (mark !== undefined) close(at, mark);
    else if (at - first >= MAX_SEGMENT || joinsVerbs(text, at, first) || opensClause(text, at, first)) close(at, '');
  }
  if (first < sentence.endToken) close(sentence.endToken, '');
  return segments;
}

function findSeparator(text: EventText, at: number): string | undefined {
  const token = text.tokens[at];
  const isMark = token?.kind === 'mark' && SEPARATORS.test(token.text) && !isInsideWord(text, at);
  return isMark ? token.text : undefined;
}

/** „13. Januar", „Nord-Süd", „No-Limits“-Partnerschaft: a mark that separates nothing. */
function isInsideWord(text: EventText, at: number): boolean {
  const isTight = text.tokens[at + 1]?.spaced === false;
  if (text.words[at] === '-') return isTight || text.tokens[at]?.spaced === false;
  if (text.words[at] === '.') return at + 1 < text.tokens.length && text.startsSentence[at + 1] !== 1;
  return isTight && text.tokens[at + 1]?.text === '-';
}

/** A dateline has at most so many tokens. */
const MAX_DATELINE = 8;

/** „GENF (anl) - Vertreter …", „VOSTOCHNY, Russia — Putin …": the place of the report is no part of its first sentence. */
function findDatelineEnd(text: EventText, { firstToken, endToken }: Sentence): number {
  const word = text.tokens[firstToken]?.text ?? '';
  if (word.length < 3 || word !== word.toUpperCase() || !isCapital(text, firstToken)) return firstToken;
  for (let at = firstToken + 1; at < Math.min(endToken - 1, firstToken + MAX_DATELINE); at++) {
    if (DASH.test(text.words[at] ?? '') && !isInsideWord(text, at)) return at + 1;
  }
  return firstToken;
}

/** A coordinator right before a verb, behind another verb: „lehnen … ab und fordern …". */
function joinsVerbs(text: EventText, at: number, first: number): boolean {
  if (!isClass(text, 'coordinator', at) || !isFiniteVerb(text, at + 1)) return false;
  for (let before = first; before < at; before++) if (isFiniteVerb(text, before)) return true;
  return false;
}

/** English puts no comma before „that", „who" or „because"; „after" and its kin open a clause only where a subject follows. */
function opensClause(text: EventText, at: number, first: number): boolean {
  if (at <= first) return false;
  if (isClass(text, 'opener', at)) return true;
  if (!isClass(text, 'subjectOpener', at) || !isCapital(text, at + 1)) return false;
  return [2, 3, 4, 5].some((ahead) => isFiniteVerb(text, at + ahead));
}
