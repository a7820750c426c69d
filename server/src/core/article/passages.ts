import type { Passage } from '../facts.js';
import { type Prose, sentenceAt } from '../text/prose.js';
import type { BodySpan } from './article.js';

/** A passage longer than this is split at sentence ends: evidence must stay readable. */
const MAX_WORDS = 150;

/** The passages of a text: one for each body span, longer ones than 150 words split at sentences. Ascending, disjoint. */
export function listPassages(prose: Prose, body: readonly BodySpan[]): readonly Passage[] {
  return body.flatMap((span) => splitSpan(prose, span));
}

function splitSpan(prose: Prose, span: BodySpan): readonly Passage[] {
  const passages: Passage[] = [];
  let start = span.start;
  let words = 0;
  for (let i = sentenceAt(prose, span.start); i < prose.sentences.length; i++) {
    const sentence = prose.sentences[i];
    if (sentence === undefined || sentence.start >= span.end) break;
    const length = sentence.endToken - sentence.firstToken;
    if (words > 0 && words + length > MAX_WORDS) {
      passages.push({ start, end: prose.sentences[i - 1]?.end ?? sentence.start, role: span.role });
      start = sentence.start;
      words = 0;
    }
    words += length;
  }
  passages.push({ start, end: span.end, role: span.role });
  return passages;
}
