import type { Mention } from '../facts.js';
import { firstEndingAfter } from '../text/span.js';
import type { Paragraph } from '../text/prose.js';
import type { Token } from '../text/tokens.js';
import { findMarkedPairs, type MarkedPair } from './quoteMarks.js';
import type { LanguageSpeech } from './speech.js';
import type { WordClass } from './speechWords.js';

/** Words in quotation marks that are somebody's speech, not a name, a title or a scare quote. */
export interface MarkedSpeech extends MarkedPair {
  /** Text offsets of the marks and what is between them. */
  readonly start: number;
  readonly end: number;
  /** False for one or two words, which are speech only when somebody is said to say them. */
  readonly isLong: boolean;
}

const LONG = 3;
// Last letters of a word that are tried as a noun of their own: „Tageszeitung", „Fernsehsender".
const SHORTEST_NOUN = 4;

/** Finds the marked speech of a paragraph, ascending and disjoint. */
export function listMarkedSpeech(
  paragraph: Paragraph,
  mentions: readonly Mention[],
  speech?: LanguageSpeech,
): readonly MarkedSpeech[] {
  const { tokens } = paragraph;
  const marked: MarkedSpeech[] = [];
  for (const pair of findMarkedPairs(paragraph)) {
    const [open, close] = [tokens[pair.open], tokens[pair.close]];
    if (!open || !close || isNamed(tokens, pair, { mentions, speech })) continue;
    const isLong = countWords(tokens, pair) >= LONG;
    const isSpeech = isLong ? !isAllCapitalised(tokens, pair) : isUtterance(tokens, pair, speech);
    if (isSpeech) marked.push({ ...pair, start: open.start, end: close.end, isLong });
  }
  return marked;
}

/** Words between the marks, a hyphenated compound being one; stops counting where it is enough. */
function countWords(tokens: readonly Token[], { open, close }: MarkedPair): number {
  let words = 0;
  for (let i = open + 1; i < close && words < LONG; i++) {
    const token = tokens[i];
    if (token && token.kind !== 'mark' && !continuesWord(tokens, i)) words++;
  }
  return words;
}

function continuesWord(tokens: readonly Token[], i: number): boolean {
  const [before, token] = [tokens[i - 1], tokens[i]];
  return token?.spaced === false && (before?.kind !== 'mark' || /^[-\u2010\u2011/&'’]$/u.test(before.text));
}

/** The name of a newspaper, a ship, a film: the marks belong to the name. */
function isNamed(
  tokens: readonly Token[],
  { open, close }: MarkedPair,
  { mentions, speech }: { readonly mentions: readonly Mention[]; readonly speech: LanguageSpeech | undefined },
): boolean {
  const [first, last, next] = [tokens[open + 1], tokens[close - 1], tokens[close + 1]];
  if (!first || !last || close <= open + 1) return true;
  if (/^[.!?…]$/u.test(last.text)) return false;
  // „No-Limits“-Partnerschaft: the quotation is part of a word.
  if (next && !next.spaced && next.text === '-') return true;
  // „…“ genannt
  if (speech?.nounClasses.get(next?.text ?? '')?.has('naming')) return true;
  const mention = mentions[firstEndingAfter(mentions, first.start)];
  if (mention && mention.start <= first.end && mention.end >= last.end) return true;
  return speech !== undefined && isAnnounced(tokens, open, speech);
}

/** Every word has a capital („Neue Zürcher Zeitung"): a German sentence has verbs, an English one small words, and a list commas. */
function isAllCapitalised(
  tokens: readonly Token[],
  { open, close }: { readonly open: number; readonly close: number },
): boolean {
  for (let i = open + 1; i < close; i++) {
    const token = tokens[i];
    if (
      /^[.,!?…]$/u.test(token?.text ?? '') ||
      (token?.kind === 'word' && !token.isCapital && !continuesWord(tokens, i))
    )
      return false;
  }
  return true;
}

function isAnnounced(tokens: readonly Token[], open: number, { nounClasses }: LanguageSpeech): boolean {
  const before = tokens[open - 1];
  if (before?.kind !== 'word') return false;
  const word = before.lower;
  for (let i = 0; i + SHORTEST_NOUN <= word.length || i === 0; i++) {
    if (nounClasses.get(word.slice(i))?.has('naming')) return true;
  }
  return false;
}

/** One or two words that look spoken: they end like a sentence, or a colon announces or a verb of saying follows them. */
function isUtterance(tokens: readonly Token[], { open, close }: MarkedPair, speech?: LanguageSpeech): boolean {
  if (close <= open + 1) return false;
  if (/^[.,!?…]$/u.test(tokens[close - 1]?.text ?? '') || tokens[open - 1]?.text === ':') return true;
  const [next, afterNext] = [tokens[close + 1], tokens[close + 2]];
  const word = (/^[,–—-]$/u.test(next?.text ?? '') ? afterNext : next)?.lower ?? '';
  return speech !== undefined && (speech.verbs.has(word) || hasClass(speech, word, 'tagging'));
}

function hasClass(speech: LanguageSpeech, word: string, wordClass: WordClass): boolean {
  return speech.classes.get(word)?.has(wordClass) ?? false;
}
