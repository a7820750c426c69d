import { fold } from '../text/fold.js';
import { memoise } from './memo.js';
import type { Prose } from '../text/prose.js';
import type { Span } from '../text/span.js';
import { isCapitalised, type Token } from '../text/tokens.js';

/**
 * How a word is tied to the one before it. `space` (or „&"), `hyphen` (or „/") and `dot` („St. Petersburg", „U.S.") may
 * run through a name; `start` opens a sentence, `apart` has other punctuation before it.
 */
export type Joint = 'start' | 'space' | 'hyphen' | 'dot' | 'apart';

/** A word or number of the prose, with what name recognition asks of it. */
export interface Word extends Span {
  readonly text: string;
  /** `fold(text)`; '' for words that fold to nothing. */
  readonly folded: string;
  readonly capital: boolean;
  readonly joint: Joint;
  /** Index into the prose's sentences. */
  readonly sentence: number;
  /** Index into the prose's tokens. */
  readonly token: number;
}

/** The words of the prose in order; marks only show in the joints. Linear in the number of tokens. */
export function listWords(prose: Prose): readonly Word[] {
  const words: Word[] = [];
  prose.sentences.forEach((sentence, index) => {
    let previous = -1;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const token = prose.tokens[i];
      if (token === undefined || token.kind === 'mark') continue;
      words.push(toWord(token, jointOf(prose.tokens, previous, i), index, i));
      previous = i;
    }
  });
  return words;
}

function toWord({ start, end, text }: Token, joint: Joint, sentence: number, token: number): Word {
  return { start, end, text, folded: foldWord(text), capital: isCapitalised(text), joint, sentence, token };
}

const foldWord = memoise(fold);

function jointOf(tokens: readonly Token[], previous: number, i: number): Joint {
  if (previous < 0) return 'start';
  const token = tokens[i];
  if (i === previous + 1) return token?.spaced === true ? 'space' : 'apart';
  if (i !== previous + 2) return 'apart';
  const mark = tokens[i - 1];
  if (mark?.text === '&') return 'space';
  if (mark === undefined || mark.spaced) return 'apart';
  if (mark.text === '.') return isShort(tokens[previous]) ? 'dot' : 'apart';
  return /^[-‐‑/]$/u.test(mark.text) && token?.spaced === false ? 'hyphen' : 'apart';
}

/** A full stop ties only after an initial or a short form that opens names („St. Petersburg"). */
function isShort(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    (token.text.length === 1 || /^(?:St|Dr|Mr|Mrs|Ms|Jr|Prof|Gen|Col|Lt|Sgt|Gov|Sen|Rep|Nr)$/.test(token.text))
  );
}

/** Whether the word continues a stretch that a name may run through. */
export function isJoined(word: Word | undefined): boolean {
  return word !== undefined && (word.joint === 'space' || word.joint === 'hyphen' || word.joint === 'dot');
}

/** Whether the word is in the middle of a sentence, where a capital letter tells something. */
export function isInside(word: Word): boolean {
  return word.joint !== 'start';
}

/** Sentences without a full stop in which nearly all longer words are capitalised: English titles, where a capital tells nothing. */
export function findHeadlines(prose: Prose, words: readonly Word[]): ReadonlySet<number> {
  const counts = new Map<number, { long: number; capital: number }>();
  for (const { sentence, text, capital } of words) {
    if (text.length < 4) continue;
    const count = counts.get(sentence) ?? { long: 0, capital: 0 };
    counts.set(sentence, { long: count.long + 1, capital: count.capital + (capital ? 1 : 0) });
  }
  const titles = [...counts].filter(([sentence, { long, capital }]) => {
    return long > 1 && capital >= long * 0.75 && prose.text[(prose.sentences[sentence]?.end ?? 0) - 1] !== '.';
  });
  return new Set(titles.map(([sentence]) => sentence));
}
