import { listSearchWords } from '../shared/words.js';

/** A passage as full text search indexes it. */
export interface TokenText {
  /** Its words, each once, divided by spaces. */
  readonly text: string;
  readonly count: number;
}

export function toTokens(text: string): TokenText {
  const words = listSearchWords(text);
  return { text: [...new Set(words.map(({ word }) => word))].join(' '), count: words.length };
}
