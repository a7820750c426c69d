import type { Sentence } from '../text/sentences.js';
import { type EventText, isCapital, isClass } from './eventText.js';
import { listSegments, type Segment } from './segments.js';
import { isFiniteVerb, isLikelyVerb } from './verbs.js';

/** `coordinated`: goes on with a verb behind „und"; it has the subject of the clause before. */
export type ClauseKind = 'main' | 'relative' | 'condition' | 'subordinate' | 'infinitive' | 'coordinated';

/** A clause as the tokens that belong to it: not always one stretch, because others may be inserted („Lawrow, der …, sagte"). */
export interface Clause {
  readonly index: number;
  readonly kind: ClauseKind;
  /** Ascending token indices without the marks that separate clauses; at most some two hundred. */
  readonly tokens: readonly number[];
  /** The clause that it belongs to or goes on from; −1 for none. */
  readonly parent: number;
}

/** The clauses of a paragraph in order of their first token, and the clause of every token, −1 for separating marks. */
export interface Clauses {
  readonly list: readonly Clause[];
  readonly ofToken: Int32Array;
}

/** Splits all sentences into clauses. Linear. */
export function splitClauses(text: EventText): Clauses {
  const list: Clause[] = [];
  const ofToken = new Int32Array(text.tokens.length).fill(-1);
  for (const sentence of text.paragraph.sentences) {
    for (const clause of readSentence(text, sentence, list.length)) {
      list.push(clause);
      for (const at of clause.tokens) ofToken[at] = clause.index;
    }
  }
  return { list, ofToken };
}

interface Draft {
  readonly kind: ClauseKind;
  readonly tokens: number[];
  readonly parent: number;
  hasVerb: boolean;
}

/** A main segment without a verb, or behind one without, is part of the main clause before it: names between commas, say. */
function readSentence(text: EventText, sentence: Sentence, offset: number): readonly Clause[] {
  const drafts: Draft[] = [];
  let main = -1;
  let current = -1;
  for (const segment of listSegments(text, sentence)) {
    const kind = kindOf(text, segment);
    const hasVerb = containsVerb(text, segment);
    const open = drafts[main];
    if (kind === 'main' && open && goesOn(open, segment, hasVerb)) current = main;
    else {
      const parent = parentOf(kind, segment, { main, current });
      current = drafts.push({ kind, tokens: [], parent, hasVerb: false }) - 1;
      if (kind === 'main' || kind === 'coordinated') main = current;
    }
    extend(drafts[current], segment, hasVerb);
  }
  return drafts.map(({ kind, tokens, parent }, i) => ({
    index: offset + i,
    kind,
    tokens,
    parent: parent < 0 ? -1 : offset + parent,
  }));
}

/** No clause has more tokens: see `MAX_SEGMENT`. */
const MAX_CLAUSE = 160;

function goesOn(open: Draft, segment: Segment, hasVerb: boolean): boolean {
  const fits = open.tokens.length + segment.end - segment.first <= MAX_CLAUSE;
  return segment.isLoose && fits && !(open.hasVerb && hasVerb);
}

function parentOf(kind: ClauseKind, segment: Segment, { main, current }: { main: number; current: number }): number {
  if (kind === 'main') return -1;
  // Behind a comma „und" goes on with the main clause, without one with the clause that it stands in.
  return kind === 'coordinated' && segment.isLoose ? main : current;
}

function extend(draft: Draft | undefined, segment: Segment, hasVerb: boolean): void {
  if (draft === undefined) return;
  for (let at = segment.first; at < segment.end; at++) draft.tokens.push(at);
  draft.hasVerb ||= hasVerb;
}

function kindOf(text: EventText, segment: Segment): ClauseKind {
  const { first, isFirst, isLoose } = segment;
  if (isClass(text, 'coordinator', first) && isFiniteVerb(text, first + 1)) return 'coordinated';
  if (isClass(text, 'condition', first)) return 'condition';
  if (text.language === 'en' && isClass(text, 'relative', first)) return 'relative';
  if (isClass(text, 'subordinator', first) && !isPhrase(text, segment)) return 'subordinate';
  if (isInfinitive(text, segment)) return 'infinitive';
  if (isFirst || !isLoose) return 'main';
  const pronoun = isClass(text, 'preposition', first) ? first + 1 : first;
  return isClass(text, 'relative', pronoun) && isVerbLast(text, segment) ? 'relative' : 'main';
}

/** „während des Gipfels", „seit Mai", „als Partner": with a noun at its end the word opens a phrase and no clause. */
function isPhrase(text: EventText, segment: Segment): boolean {
  if (!isClass(text, 'preposition', segment.first) && !isClass(text, 'when', segment.first)) return false;
  if (text.language === 'en') return !containsVerb(text, segment);
  return !isVerbLast(text, segment) || (segment.isFirst && !segment.isBeforeComma);
}

/** German: „um … zu verhindern", „Moskau zu besuchen", „aufzurufen"; English: „to stop". */
function isInfinitive(text: EventText, { first, end }: Segment): boolean {
  if (text.language === 'en')
    return text.words[first] === 'to' && !isCapital(text, first + 1) && !isClass(text, 'definite', first + 1);
  const last = text.tokens[end - 1]?.text ?? '';
  return (
    isClass(text, 'purpose', first) ||
    (text.words[end - 2] === 'zu' && /^\p{Ll}+n$/u.test(last)) ||
    SEPARABLE_INFINITIVE.test(last)
  );
}
const SEPARABLE_INFINITIVE = /^(?:ab|an|auf|aus|bei|ein|fort|her|hin|mit|nach|vor|zurück|zusammen)zu\p{Ll}+n$/u;

/** A German subordinate clause ends with its verb; English ones do not show it. */
function isVerbLast(text: EventText, { first, end }: Segment): boolean {
  if (text.language === 'en') return true;
  return end - first >= 3 && text.tokens[end - 1]?.kind === 'word' && !isCapital(text, end - 1);
}

function containsVerb(text: EventText, { first, end }: Segment): boolean {
  for (let at = first; at < end; at++) if (isFiniteVerb(text, at) || isLikelyVerb(text, at, first)) return true;
  return false;
}
