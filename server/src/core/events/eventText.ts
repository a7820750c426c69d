import type { NamedActor, ParagraphNames } from '../actors/recognisedNames.js';
import type { DateMention, Mention } from '../facts.js';
import type { Paragraph } from '../text/prose.js';
import { firstEndingAfter, type Span } from '../text/span.js';
import type { Token } from '../text/tokens.js';
import type { WordClass } from './eventWords.js';
import type { TimeInterval } from './timeInterval.js';
import type { LanguageTriggers } from './triggers.js';

/** A mention as a half-open range of token indices, with its actor. */
export interface TokenMention {
  readonly index: number;
  readonly mention: Mention;
  readonly actor: NamedActor;
  readonly first: number;
  readonly end: number;
}

/** A paragraph as event extraction reads it: tokens, their words in lower case, and the mention that each belongs to. */
export interface EventText {
  readonly paragraph: Paragraph;
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
  /** The word classes of every token; undefined for most. */
  readonly classes: readonly (ReadonlySet<WordClass> | undefined)[];
  readonly language: 'de' | 'en';
  readonly triggers: LanguageTriggers;
  readonly mentions: readonly TokenMention[];
  /** Index of the mention that covers a token, −1 for none. */
  readonly mentionOf: Int32Array;
  readonly dates: readonly DateMention[];
  /** Index of the date that covers a token, −1 for none. */
  readonly dateOf: Int32Array;
  /** The article's date, as precise as known. */
  readonly today: TimeInterval | undefined;
  /** 1 for the first token of a sentence. */
  readonly startsSentence: Uint8Array;
  /** 1 for words whose capital letter tells something: in „Japan Buries Abe" only those of names. */
  readonly capitals: Uint8Array;
}

export interface EventTextInput {
  readonly paragraph: Paragraph;
  readonly names: ParagraphNames;
  readonly dates: readonly DateMention[];
  readonly language: 'de' | 'en';
  readonly triggers: LanguageTriggers;
  readonly today: TimeInterval | undefined;
}

/** Aligns tokens and mentions once, so that every later step works on token indices. */
export function readEventText({ paragraph, names, dates, language, triggers, today }: EventTextInput): EventText {
  const { tokens, words, sentences } = paragraph;
  const mentions: TokenMention[] = [];
  names.mentions.forEach((mention, i) => {
    const actor = names.actors[i];
    const range = findRange(tokens, mention);
    if (actor && range) mentions.push({ index: mentions.length, mention, actor, ...range });
  });
  const classes = words.map((word) => triggers.words.get(word));
  const mentionOf = cover(tokens, mentions);
  const dateOf = cover(
    tokens,
    dates.map((date) => findRange(tokens, date) ?? { first: 0, end: 0 }),
  );
  const startsSentence = new Uint8Array(tokens.length);
  for (const { firstToken } of sentences) startsSentence[firstToken] = 1;
  const capitals = readCapitals(paragraph, mentionOf, language);
  const covers = { mentions, mentionOf, dates, dateOf, startsSentence, capitals };
  return { paragraph, tokens, words, classes, language, triggers, today, ...covers };
}

function readCapitals({ tokens, sentences }: Paragraph, mentionOf: Int32Array, language: 'de' | 'en'): Uint8Array {
  const capitals = Uint8Array.from(tokens, ({ kind, isCapital }) => (kind === 'word' && isCapital ? 1 : 0));
  if (language === 'de') return capitals;
  for (const { firstToken, endToken } of sentences) {
    if (!isTitleCase(tokens, firstToken, endToken)) continue;
    for (let at = firstToken; at < endToken; at++) if (mentionOf[at] === -1) capitals[at] = 0;
  }
  return capitals;
}

/** English headlines capitalise all but short words: at least three long words, and not one of four is small. */
function isTitleCase(tokens: readonly Token[], first: number, end: number): boolean {
  let long = 0;
  let small = 0;
  for (let at = first; at < end; at++) {
    const token = tokens[at];
    if (token?.kind !== 'word' || token.text.length < 5) continue;
    long++;
    if (!token.isCapital) small++;
  }
  return long >= 3 && small * 4 < long;
}

interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** The tokens that a span touches; undefined when it touches none. */
function findRange(tokens: readonly Token[], span: Span): TokenRange | undefined {
  const first = firstEndingAfter(tokens, span.start);
  const end = firstEndingAfter(tokens, span.end - 1) + 1;
  const isTouched = first < end && (tokens[first]?.start ?? Infinity) < span.end;
  return isTouched ? { first, end } : undefined;
}

/** For every token the index of the range that covers it, −1 for none. */
function cover(tokens: readonly Token[], ranges: readonly TokenRange[]): Int32Array {
  const covered = new Int32Array(tokens.length).fill(-1);
  ranges.forEach(({ first, end }, index) => covered.fill(index, first, end));
  return covered;
}

/** Whether the token at `at` belongs to a class of function words. */
export function isClass(text: EventText, name: WordClass, at: number): boolean {
  return text.classes[at]?.has(name) === true;
}

/** The mention that covers a token. */
export function findMentionAt(text: EventText, at: number): TokenMention | undefined {
  return text.mentions[text.mentionOf[at] ?? -1];
}

/** Whether the token belongs to a name that is no adjective. */
export function isName(text: EventText, at: number): boolean {
  const mention = findMentionAt(text, at);
  return mention !== undefined && mention.mention.form !== 'adjective';
}

/** Whether the token is a word with a capital letter. */
export function isCapital(text: EventText, at: number): boolean {
  return text.capitals[at] === 1;
}

/** Whether the token is a hyphen (or the plus of „2+2") that joins the words on both sides. */
export function isHyphen(text: EventText, at: number): boolean {
  const token = text.tokens[at];
  return (token?.text === '-' || token?.text === '+') && !token.spaced && text.tokens[at + 1]?.spaced === false;
}

/** The half-open range of tokens that hyphens join to the one at `at`: „US-Außenminister", „2+2-Gespräche". */
export function listCompound(text: EventText, at: number): readonly [first: number, end: number] {
  let first = at;
  const start = Math.max(0, at - MAX_COMPOUND);
  while (first > start && text.tokens[first]?.spaced === false && isJoint(text, first - 1)) first--;
  let end = at + 1;
  while (end < at + MAX_COMPOUND && isHyphen(text, end)) end += 2;
  return [first, end];
}

/** No compound has more tokens on one side: keeps a line of hyphens linear. */
const MAX_COMPOUND = 12;

/** A token that may stand inside a compound: a word, a number, a hyphen or plus, or a closing mark („No-Limits“-Partnerschaft). */
function isJoint(text: EventText, at: number): boolean {
  const token = text.tokens[at];
  return token !== undefined && (token.kind !== 'mark' || /^[-+“”"]$/u.test(token.text));
}

const NO_ADJECTIVES: readonly WordClass[] = [
  'auxiliary',
  'preposition',
  'coordinator',
  'definite',
  'indefinite',
  'negative',
];

/** Whether the word may be an adjective before a noun, by its ending. */
export function isAdjective(text: EventText, at: number): boolean {
  const token = text.tokens[at];
  if (token?.kind !== 'word' || isCapital(text, at)) return false;
  if (NO_ADJECTIVES.some((name) => isClass(text, name, at))) return false;
  return text.language === 'en' || /(?:e|en|er|em|es)$/.test(token.text);
}
