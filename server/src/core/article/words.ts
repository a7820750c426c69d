// Character classes of Unicode cost twice what plain ones do, and nearly all texts that are read here do without.
const UNUSUAL = /[^\0-\x7f\u00a0-\u00a9\u00ab\u00bb\u2010-\u206f\u20ac]/;

/** Whether a folded text has ASCII and common marks only: then `[a-z0-9]` are all its letters and digits. */
export function isPlain(folded: string): boolean {
  return !UNUSUAL.test(folded);
}

/** The words and numbers of a folded text. */
export function listFoldedWords(folded: string): readonly string[] {
  return folded.match(isPlain(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? [];
}
