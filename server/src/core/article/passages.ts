import type { Passage } from '../facts.js';
import type { PlacedParagraph } from '../text/prose.js';
import type { BodySpan } from './article.js';

/** A passage longer than this is split at sentence ends: evidence must stay readable. */
const MAX_WORDS = 150;

/** The passages of a text: one for each body span, longer ones than 150 words split at sentences. Ascending, disjoint. */
export function listPassages(paragraphs: readonly PlacedParagraph[], body: readonly BodySpan[]): readonly Passage[] {
  return body.flatMap((span, i) => splitSpan(span, paragraphs[i]));
}

function splitSpan({ start: first, end, role }: BodySpan, own: PlacedParagraph | undefined): readonly Passage[] {
  const passages: Passage[] = [];
  let start = first;
  let words = 0;
  let last = first;
  for (const sentence of own?.paragraph.sentences ?? []) {
    const length = sentence.endToken - sentence.firstToken;
    if (words > 0 && words + length > MAX_WORDS) {
      passages.push({ start, end: last, role });
      start = first + sentence.start;
      words = 0;
    }
    words += length;
    last = first + sentence.end;
  }
  passages.push({ start, end, role });
  return passages;
}
