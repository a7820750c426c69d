/** Words of a document that have a hyphen inside a line, in lower case: „deutsch-französisch". */
export type HyphenatedWords = ReadonlySet<string>;

export function listHyphenatedWords(lines: Iterable<string>): HyphenatedWords {
  const words = new Set<string>();
  for (const line of lines)
    for (const [word] of line.matchAll(/\p{L}+(?:[-‐]\p{L}+)+/gu)) words.add(word.toLowerCase().replaceAll('‐', '-'));
  return words;
}

const BROKEN = /(\p{L}+)([-‐\u00ad])$/u;
const CONJUNCTION = /^(?:und|oder|bzw|beziehungsweise|sowie|noch|wie|bis|and|or|to)(?!\p{L})/u;

/**
 * Joins the lines of a paragraph. A word that is broken at the line's end becomes whole; the hyphen stays before a capital („Berlin-/
 * Brandenburg"), a conjunction („Außen- und"), a number, and in a word that the document has with a hyphen elsewhere.
 */
export function joinLines(lines: readonly string[], hyphenated: HyphenatedWords): string {
  const trimmed = lines.map((line) => line.trim()).filter((line) => line !== '');
  return trimmed.map((line, i) => beforeNext(line, trimmed[i + 1], hyphenated)).join('');
}

/** A line as it stands before the next one: with or without its hyphen, and a space where words are parted. */
function beforeNext(line: string, next: string | undefined, hyphenated: HyphenatedWords): string {
  if (next === undefined) return line;
  const [, before, hyphen] = BROKEN.exec(line.slice(-60)) ?? [];
  const after = /^\p{L}+/u.exec(next.slice(0, 60))?.[0];
  if (/[-‐–]$/.test(line) && /^\d/.test(next)) return line;
  if (before === undefined || hyphen === undefined) return `${line} `;
  if (hyphen === '\u00ad') return line.slice(0, -1);
  if (after === undefined || CONJUNCTION.test(next)) return `${line} `;
  const isCompound = /^\p{Lu}/u.test(after) || hyphenated.has(`${before}-${after}`.toLowerCase());
  return isCompound ? line : line.slice(0, -1);
}
