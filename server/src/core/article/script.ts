/** Enough of a text to tell its script. */
const SAMPLE = 2_000;

/** Whether a text has any character beyond Latin letters and common signs. */
export function hasForeign(text: string): boolean {
  return /[^\0-\u024f\u2000-\u20cf]/.test(text);
}

/** Whether most letters of a text are in another script than Latin. */
export function isForeign(text: string): boolean {
  if (!hasForeign(text)) return false;
  const sample = text.slice(0, SAMPLE);
  // „▶“ or a face: what is unusual is rarely a letter.
  if (!/(?!\p{Script=Latin})\p{L}/u.test(sample.replace(/[\0-\xb4\xb6-\u024f\u2000-\u20cf]+/g, ''))) return false;
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  const latin = sample.match(/\p{Script=Latin}/gu)?.length ?? 0;
  return letters > 0 && latin * 2 < letters;
}
