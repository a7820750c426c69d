import type { Actor, ActorId, DateMention, Mention } from '../facts.js';
import { type Prose, tokenAt } from '../text/prose.js';
import type { Span } from '../text/span.js';
import { isCapitalised, type Token } from '../text/tokens.js';
import type { WordClass } from './eventWords.js';
import type { TimeInterval } from './timeInterval.js';
import type { LanguageTriggers } from './triggers.js';

/** A mention as a half-open range of token indices, with its actor. */
export interface TokenMention {
  readonly index: number;
  readonly mention: Mention;
  readonly actor: Actor;
  readonly first: number;
  readonly end: number;
}

/** A text as event extraction reads it: tokens, their words in lower case, and the mention that each belongs to. */
export interface EventText {
  readonly prose: Prose;
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
  readonly actors: ReadonlyMap<ActorId, Actor>;
  /** The states that the article names, by ISO code. */
  readonly states: ReadonlyMap<string, Actor>;
  /** The article's date, as precise as known. */
  readonly today: TimeInterval | undefined;
  /** 1 for the first token of a sentence. */
  readonly startsSentence: Uint8Array;
}

export interface EventTextInput {
  readonly prose: Prose;
  readonly language: 'de' | 'en';
  readonly triggers: LanguageTriggers;
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly today: TimeInterval | undefined;
}

/** Aligns tokens and mentions once, so that every later step works on token indices. */
export function readEventText(input: EventTextInput): EventText {
  const { prose, language, triggers, dates, today } = input;
  const actors = new Map(input.actors.map((actor) => [actor.id, actor]));
  const mentions: TokenMention[] = [];
  for (const mention of input.mentions) {
    const actor = actors.get(mention.actor);
    const range = findRange(prose, mention);
    if (actor && range) mentions.push({ index: mentions.length, mention, actor, ...range });
  }
  const words = prose.tokens.map((token) => token.text.toLowerCase());
  const classes = words.map((word) => triggers.words.get(word));
  const mentionOf = cover(prose, mentions);
  const dateOf = cover(
    prose,
    dates.map((date) => findRange(prose, date) ?? { first: 0, end: 0 }),
  );
  const states = new Map(
    input.actors.flatMap((own) => (own.kind === 'country' && own.state ? [[own.state, own] as const] : [])),
  );
  const startsSentence = new Uint8Array(prose.tokens.length);
  for (const { firstToken } of prose.sentences) startsSentence[firstToken] = 1;
  const covers = { mentions, mentionOf, dates, dateOf, startsSentence, today };
  return { prose, tokens: prose.tokens, words, classes, language, triggers, actors, states, ...covers };
}

interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** The tokens that a span touches; undefined when it touches none. */
function findRange(prose: Prose, span: Span): TokenRange | undefined {
  const first = tokenAt(prose, span.start);
  const end = tokenAt(prose, span.end - 1) + 1;
  const isTouched = first < end && (prose.tokens[first]?.start ?? Infinity) < span.end;
  return isTouched ? { first, end } : undefined;
}

/** For every token the index of the range that covers it, −1 for none. */
function cover(prose: Prose, ranges: readonly TokenRange[]): Int32Array {
  const covered = new Int32Array(prose.tokens.length).fill(-1);
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
  const token = text.tokens[at];
  return token?.kind === 'word' && isCapitalised(token.text);
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
  if (token?.kind !== 'word' || isCapitalised(token.text)) return false;
  if (NO_ADJECTIVES.some((name) => isClass(text, name, at))) return false;
  return text.language === 'en' || /(?:e|en|er|em|es)$/.test(token.text);
}
