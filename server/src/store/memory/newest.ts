import type { ArticleDigest, ArticleOutline } from '../shared/digest.js';
import { compareText } from '../shared/takeBest.js';

/** Newest first, then by path; articles without a date come last. A month comes behind its days: it is less precise. */
export function compareNewest(a: ArticleOutline, b: ArticleOutline): number {
  return compareText(b.date ?? '', a.date ?? '') || compareText(a.id, b.id);
}

/** `compareNewest` for what articles add to the corpus. */
export function compareNewestDigest(a: ArticleDigest, b: ArticleDigest): number {
  return compareNewest(a.summary, b.summary);
}

/** Oldest first, then by path, those without a date last: the first of several articles with one text is taken for its origin. */
export function compareOldest({ summary: a }: ArticleDigest, { summary: b }: ArticleDigest): number {
  return compareText(a.date ?? UNDATED, b.date ?? UNDATED) || compareText(a.id, b.id);
}

/** Behind all digits. */
const UNDATED = '~';
