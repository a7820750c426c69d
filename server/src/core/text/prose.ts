import { firstEndingAfter, type Span } from './span.js';
import { type Sentence, splitSentences } from './sentences.js';
import { type Token, tokenise } from './tokens.js';

/** A text's body as tokens and sentences: what every recogniser reads. Furniture is not in it. */
export interface Prose {
  readonly text: string;
  readonly tokens: readonly Token[];
  /** Ascending, disjoint; no sentence runs over the border of a body span. */
  readonly sentences: readonly Sentence[];
  /** Index into `body` for every sentence. */
  readonly bodyOfSentence: readonly number[];
  readonly body: readonly Span[];
}

/** Tokenises the body spans of a text and splits them into sentences. Linear in their length. */
export function readProse(text: string, body: readonly Span[]): Prose {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  const bodyOfSentence: number[] = [];
  body.forEach((span, index) => {
    const own = tokenise(text, span);
    const offset = tokens.length;
    for (const token of own) tokens.push(token);
    for (const sentence of splitSentences(own)) {
      sentences.push({ ...sentence, firstToken: sentence.firstToken + offset, endToken: sentence.endToken + offset });
      bodyOfSentence.push(index);
    }
  });
  return { text, tokens, sentences, bodyOfSentence, body };
}

/** Index of the sentence that holds the text offset, or of the next one after it; `sentences.length` at the end. */
export function sentenceAt(prose: Prose, offset: number): number {
  return firstEndingAfter(prose.sentences, offset);
}

/** Index of the token that holds the text offset, or of the next one after it; `tokens.length` at the end. */
export function tokenAt(prose: Prose, offset: number): number {
  return firstEndingAfter(prose.tokens, offset);
}
