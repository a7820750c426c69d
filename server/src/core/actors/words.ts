import type { Paragraph } from '../text/prose.js';
import type { Span } from '../text/span.js';
import type { Token } from '../text/tokens.js';

/**
 * How a word is tied to the one before it. `space` (or „&"), `hyphen` (or „/") and `dot` („St. Petersburg", „U.S.") may
 * run through a name; `start` opens a sentence, `apart` has other punctuation before it.
 */
export type Joint = 'start' | 'space' | 'hyphen' | 'dot' | 'apart';

/** A word or number of a paragraph, with what name recognition asks of it. */
export interface Word extends Span {
  readonly text: string;
  /** `fold(text)`; '' for words that fold to nothing. */
  readonly folded: string;
  readonly capital: boolean;
  readonly joint: Joint;
  /** Index into the paragraph's sentences. */
  readonly sentence: number;
  /** Index into the paragraph's tokens. */
  readonly token: number;
}

/** The words of a paragraph in order; marks only show in the joints. Linear in the number of tokens. */
export function listWords({ tokens, sentences }: Paragraph): readonly Word[] {
  const words: Word[] = [];
  sentences.forEach((sentence, index) => {
    let previous = -1;
    for (let i = sentence.firstToken; i < sentence.endToken; i++) {
      const token = tokens[i];
      if (token === undefined || token.kind === 'mark') continue;
      words.push(toWord(token, jointOf(tokens, previous, i), index, i));
      previous = i;
    }
  });
  return words;
}

function toWord({ start, end, text, folded, isCapital }: Token, joint: Joint, sentence: number, token: number): Word {
  return { start, end, text, folded, capital: isCapital, joint, sentence, token };
}

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
export function findHeadlines({ text, sentences }: Paragraph, words: readonly Word[]): ReadonlySet<number> {
  const counts = new Map<number, { long: number; capital: number }>();
  for (const { sentence, text: word, capital } of words) {
    if (word.length < 4) continue;
    const count = counts.get(sentence) ?? { long: 0, capital: 0 };
    counts.set(sentence, { long: count.long + 1, capital: count.capital + (capital ? 1 : 0) });
  }
  const titles = [...counts].filter(([sentence, { long, capital }]) => {
    return long > 1 && capital >= long * 0.75 && text[(sentences[sentence]?.end ?? 0) - 1] !== '.';
  });
  return new Set(titles.map(([sentence]) => sentence));
}
