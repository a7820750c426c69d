import type { Mention, MentionForm } from '../facts.js';
import type { Paragraph } from '../text/prose.js';
import type { Span } from '../text/span.js';
import type { Token } from '../text/tokens.js';
import type { MarkedSpeech } from './markedSpeech.js';
import { lookUpWord, NO_CLASSES, NO_VERBS, type Word, type WordBook } from './words.js';

/** A word of a unit (a hyphenated compound being one), a mark that separates clauses, or a whole marked quotation. */
export interface Piece extends Span, Word {
  /** The `text` of a break is its mark, that of a quotation ''. */
  readonly kind: 'word' | 'break' | 'quote';
  /** Index of the paragraph's last mention that touches the word; -1 for none. */
  readonly mention: number;
  readonly mentionForm: MentionForm | undefined;
  /** Index of the marked quotation; -1 for none. */
  readonly marked: number;
}

/** A half-open range of piece indices. */
export interface PieceRange {
  readonly first: number;
  readonly end: number;
}

/** What pieces are read from. */
export interface PieceSource {
  readonly paragraph: Paragraph;
  readonly mentions: readonly Mention[];
  readonly marked: readonly MarkedSpeech[];
  readonly book: WordBook;
}

/** Where mentions and marked quotations are read on from; moves with every piece. */
export interface PiecePlace {
  mention: number;
  marked: number;
}

const LONGEST_BRACKET = 12;
const BREAK = /^[,;:–—]$/u;
const HYPHEN = /^[-\u2010\u2011/&]$/u;

/** The pieces of a range of tokens. Full stops, the marks of scare quotes and short brackets are none. */
export function readPieces(source: PieceSource, { first, end }: PieceRange, place: PiecePlace): readonly Piece[] {
  const { tokens } = source.paragraph;
  const pieces: Piece[] = [];
  for (let i = first; i < end; i++) {
    const token = tokens[i];
    if (!token) break;
    const marked = source.marked[place.marked];
    if (marked?.open === i) {
      pieces.push(plainPiece('quote', marked, { text: '', marked: place.marked++ }));
      i = marked.close;
    } else if (token.kind !== 'mark') {
      const last = endOfCompound(tokens, i, end);
      pieces.push(readWordPiece(source, { first: i, last }, { place, before: pieces.at(-1) }));
      i = last;
    } else if (isBreak(tokens, i)) {
      pieces.push(plainPiece('break', token, { text: token.text === '-' ? '–' : token.text, marked: -1 }));
    } else if (token.text === '(') i = endOfBracket(tokens, i, end);
  }
  return pieces;
}

function plainPiece(
  kind: Piece['kind'],
  { start, end }: Span,
  { text, marked }: { readonly text: string; readonly marked: number },
): Piece {
  const none = {
    isCapital: false,
    classes: NO_CLASSES,
    verbs: NO_VERBS,
    role: undefined,
    mention: -1,
    mentionForm: undefined,
  };
  return { kind, start, end, text, lower: text, marked, ...none };
}

function readWordPiece(
  { paragraph, mentions, book }: PieceSource,
  { first, last }: { readonly first: number; readonly last: number },
  { place, before }: { readonly place: PiecePlace; readonly before: Piece | undefined },
): Piece {
  const start = paragraph.tokens[first]?.start ?? 0;
  const end = paragraph.tokens[last]?.end ?? start;
  const isInitial = before === undefined || before.kind === 'quote' || before.text === ':';
  const surface = first === last ? paragraph.tokens[first]?.text : undefined;
  const word = lookUpWord(
    book,
    surface ?? paragraph.text.slice(start, end).normalize('NFC'),
    isInitial ? 'initial' : 'inner',
  );
  const mention = findMention(mentions, { start, end }, place);
  const { text, lower, isCapital, classes, verbs, role } = word;
  const mentionForm = mentions[mention]?.form;
  return { kind: 'word', start, end, text, lower, marked: -1, isCapital, classes, verbs, role, mention, mentionForm };
}

/** The last mention that touches the span; -1 for none. */
function findMention(mentions: readonly Mention[], { start, end }: Span, place: PiecePlace): number {
  while ((mentions[place.mention]?.end ?? Infinity) <= start) place.mention++;
  let mention = -1;
  for (let m = place.mention; (mentions[m]?.start ?? Infinity) < end; m++) mention = m;
  return mention;
}

/** The last token of the compound that starts at `i`: „US-Außenminister", „russisch-chinesisch". */
function endOfCompound(tokens: readonly Token[], i: number, end: number): number {
  let last = i;
  while (last + 2 < end && isJoined(tokens[last + 1], HYPHEN) && isJoined(tokens[last + 2])) last += 2;
  return last;
}

function isJoined(token: Token | undefined, mark?: RegExp): boolean {
  if (token === undefined || token.spaced) return false;
  return mark ? mark.test(token.text) : token.kind !== 'mark';
}

function isBreak(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token === undefined) return false;
  return BREAK.test(token.text) || (token.text === '-' && token.spaced && tokens[i + 1]?.spaced === true);
}

/** A short bracket („(CDU)") says nothing of speech; a longer one is read like the rest. */
function endOfBracket(tokens: readonly Token[], i: number, end: number): number {
  for (let j = i + 1; j < Math.min(end, i + LONGEST_BRACKET); j++) if (tokens[j]?.text === ')') return j;
  return i;
}
