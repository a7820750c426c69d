import type { Sentence } from '../text/sentences.js';
import { type EventText, findMentionAt, isAdjective, isCapital, isClass } from './eventText.js';
import type { WordClass } from './eventWords.js';

/** `coordinated`: goes on with a verb behind „und"; it has the subject of the clause before. */
export type ClauseKind = 'main' | 'relative' | 'condition' | 'subordinate' | 'infinitive' | 'coordinated';

/** A clause as the tokens that belong to it: not always one stretch, because others may be inserted („Lawrow, der …, sagte"). */
export interface Clause {
  readonly index: number;
  readonly kind: ClauseKind;
  /** Ascending token indices without the marks that separate clauses. */
  readonly tokens: readonly number[];
  /** The clause that it belongs to or goes on from; −1 for none. */
  readonly parent: number;
}

/** The clauses of a text in order of their first token, and the clause of every token, −1 for separating marks. */
export interface Clauses {
  readonly list: readonly Clause[];
  readonly ofToken: Int32Array;
}

/** Splits all sentences into clauses: at punctuation and at conjunctions between two verbs. Linear. */
export function splitClauses(text: EventText): Clauses {
  const list: Clause[] = [];
  const ofToken = new Int32Array(text.tokens.length).fill(-1);
  for (const sentence of text.prose.sentences) {
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
    if (kind === 'main' && segment.isLoose && open !== undefined && joins(open, segment, hasVerb)) {
      addTokens(open, segment);
      open.hasVerb ||= hasVerb;
      current = main;
      continue;
    }
    drafts.push({ kind, tokens: [], parent: parentOf(kind, segment, { main, current }), hasVerb });
    addTokens(drafts.at(-1), segment);
    current = drafts.length - 1;
    if (kind === 'main' || kind === 'coordinated') main = current;
  }
  return drafts.map(({ kind, tokens, parent }, i) => ({
    index: offset + i,
    kind,
    tokens,
    parent: parent < 0 ? -1 : offset + parent,
  }));
}

function joins(open: Draft, segment: Segment, hasVerb: boolean): boolean {
  return !(open.hasVerb && hasVerb) && open.tokens.length + segment.end - segment.first <= MAX_CLAUSE;
}

function parentOf(kind: ClauseKind, segment: Segment, { main, current }: { main: number; current: number }): number {
  if (kind === 'main') return -1;
  // Behind a comma „und" goes on with the main clause, without one with the clause that it stands in.
  return kind === 'coordinated' && segment.isLoose ? main : current;
}

function addTokens(draft: Draft | undefined, segment: Segment): void {
  for (let at = segment.first; at < segment.end; at++) draft?.tokens.push(at);
}

interface Segment {
  readonly first: number;
  readonly end: number;
  /** Whether nothing stronger than a comma or bracket separates it from the segment before. */
  readonly isLoose: boolean;
  readonly isFirst: boolean;
  readonly isBeforeComma: boolean;
}

const SEPARATORS = /^[-,;:()„“”"»«–—.!?…]$/u;
const LOOSE = /^[-,()–—]$/u;
const OPENERS = /^(?:that|who|which|whom|whose|because|although|if|unless|whether|while|when|where)$/;
const SUBJECT_OPENERS = /^(?:after|before|as|until|since)$/;

/** The stretches between separating marks, between two verbs that „und" joins, and behind a dateline. */
function listSegments(text: EventText, sentence: Sentence): readonly Segment[] {
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
    const mark = text.tokens[at]?.text ?? '';
    if (SEPARATORS.test(mark) && !isInsideWord(text, at)) close(at, mark);
    else if (at - first >= MAX_SEGMENT || joinsVerbs(text, at, first) || opensEnglishClause(text, at, first)) close(at, '');
  }
  if (first < sentence.endToken) close(sentence.endToken, '');
  return segments;
}

/** Longer stretches are no sentences: cutting them keeps the work on one clause bounded, whatever the text. */
const MAX_SEGMENT = 80;
const MAX_CLAUSE = 160;

/** A dateline has at most so many tokens. */
const MAX_DATELINE = 8;

/** „GENF (anl) - Vertreter …", „VOSTOCHNY, Russia — Putin …": the place of the report is no part of its first sentence. */
function findDatelineEnd(text: EventText, { firstToken, endToken }: Sentence): number {
  const word = text.tokens[firstToken]?.text ?? '';
  if (word.length < 3 || word !== word.toUpperCase() || !isCapital(text, firstToken)) return firstToken;
  for (let at = firstToken + 1; at < Math.min(endToken - 1, firstToken + MAX_DATELINE); at++) {
    if (/^[-–—]$/u.test(text.words[at] ?? '') && !isInsideWord(text, at)) return at + 1;
  }
  return firstToken;
}

/** English puts no comma before „that", „who" or „because"; „after" and its kin open a clause only where a subject follows. */
function opensEnglishClause(text: EventText, at: number, first: number): boolean {
  if (text.language !== 'en' || at <= first) return false;
  if (OPENERS.test(text.words[at] ?? '')) return true;
  if (!SUBJECT_OPENERS.test(text.words[at] ?? '') || !isCapital(text, at + 1)) return false;
  return [2, 3, 4, 5].some((ahead) => isFinite(text, at + ahead));
}

/** „13. Januar", „Dr. Wang", „No-Limits“-Partnerschaft: a mark that closes nothing. */
function isInsideWord(text: EventText, at: number): boolean {
  if (text.words[at] === '-') return text.tokens[at]?.spaced === false || text.tokens[at + 1]?.spaced === false;
  if (text.words[at] === '.') return at + 1 < text.tokens.length && text.startsSentence[at + 1] !== 1;
  return text.tokens[at + 1]?.text === '-' && text.tokens[at + 1]?.spaced === false;
}

/** A coordinator right before a verb, behind another verb: „lehnen … ab und fordern …". */
function joinsVerbs(text: EventText, at: number, first: number): boolean {
  if (!isClass(text, 'coordinator', at) || !isFinite(text, at + 1)) return false;
  for (let before = first; before < at; before++) if (isFinite(text, before)) return true;
  return false;
}

function kindOf(text: EventText, segment: Segment): ClauseKind {
  const { first, isFirst, isLoose } = segment;
  if (isClass(text, 'coordinator', first) && isFinite(text, first + 1)) return 'coordinated';
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
  if (!isClass(text, 'preposition', segment.first) && text.words[segment.first] !== 'als') return false;
  if (text.language === 'en') return !containsVerb(text, segment);
  return !isVerbLast(text, segment) || (segment.isFirst && !segment.isBeforeComma);
}

/** German: „um … zu verhindern", „Moskau zu besuchen", „aufzurufen"; English: „to stop". */
function isInfinitive(text: EventText, { first, end }: Segment): boolean {
  if (text.language === 'en')
    return text.words[first] === 'to' && !isCapital(text, first + 1) && !isClass(text, 'definite', first + 1);
  const last = text.words[end - 1] ?? '';
  return (
    text.words[first] === 'um' ||
    (text.words[end - 2] === 'zu' && last.endsWith('n')) ||
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
  for (let at = first; at < end; at++) if (isFinite(text, at) || isLikelyVerb(text, at, first)) return true;
  return false;
}

/** A finite form of a trigger verb, or an auxiliary, modal or verb of saying. */
function isFinite(text: EventText, at: number): boolean {
  const token = text.tokens[at];
  if (token?.kind !== 'word' || isCapital(text, at) || findMentionAt(text, at) !== undefined) return false;
  if (isClass(text, 'auxiliary', at)) return true;
  const forms = text.triggers.verbs.get(text.words[at] ?? '');
  return forms?.some(({ form }) => form !== 'infinitive' && form !== 'participle') === true;
}

const NO_VERBS: readonly WordClass[] = [
  'preposition',
  'definite',
  'indefinite',
  'relative',
  'coordinator',
  'subordinator',
  'adverb',
  'planned',
];

/** A lower-case word that is neither a function word nor an adjective before a noun: „unterstrich", „zielten". */
function isLikelyVerb(text: EventText, at: number, first: number): boolean {
  const token = text.tokens[at];
  if (token?.kind !== 'word' || isCapital(text, at) || findMentionAt(text, at) || text.dateOf[at] !== -1) return false;
  if (NO_VERBS.some((name) => isClass(text, name, at))) return false;
  if (text.language === 'en') return /(?:ed|es)$/.test(token.text);
  if (token.text.length < 4 || !/(?:t|te|ten|en|ch|ß|g|b|f|m|d)$/.test(token.text)) return false;
  const precedesNoun = isAdjective(text, at) && (isCapital(text, at + 1) || isAdjective(text, at + 1));
  return !precedesNoun || at === first;
}
