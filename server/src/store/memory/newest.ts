import type { ArticleSummary } from '../ports.js';
import type { ArticleDigest } from './digest.js';
import { compareText } from './takeBest.js';

/** Newest first, then by path; articles without a date come last. A month comes behind its days: it is less precise. */
export function compareNewest(a: ArticleSummary, b: ArticleSummary): number {
  return compareText(b.date ?? '', a.date ?? '') || compareText(a.id, b.id);
}

/** `compareNewest` for what articles add to the corpus. */
export function compareNewestDigest(a: ArticleDigest, b: ArticleDigest): number {
  return compareNewest(a.summary, b.summary);
}
