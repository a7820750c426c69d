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
  return lines
    .map((line) => line.trim())
    .reduce((text, line) => (text === '' ? line : joinTwo(text, line, hyphenated)), '');
}

function joinTwo(text: string, line: string, hyphenated: HyphenatedWords): string {
  const [, before, hyphen] = BROKEN.exec(text.slice(-60)) ?? [];
  const after = /^\p{L}+/u.exec(line)?.[0];
  if (before === undefined || hyphen === undefined)
    return /[-‐–]$/.test(text) && /^\d/.test(line) ? text + line : `${text} ${line}`;
  if (hyphen === '\u00ad') return text.slice(0, -1) + line;
  if (CONJUNCTION.test(line)) return `${text} ${line}`;
  if (after === undefined) return /^\d/.test(line) ? text + line : `${text} ${line}`;
  const isCompound = /^\p{Lu}/u.test(after) || hyphenated.has(`${before}-${after}`.toLowerCase());
  return (isCompound ? text : text.slice(0, -1)) + line;
}
