import { fold } from '../text/fold.js';
import { isLongLine } from './furniture.js';
import type { ScrapeLine } from './scrapeLines.js';
import { listFoldedWords } from './words.js';

/** How far below the title it may stand again. */
const BELOW = 3;
/** A line that repeats a title may have a few more words. */
const MORE = 2;

/** The indices of the lines around a title that repeat it; none where `title` is the index of no line. */
export function listTitleRepeats(lines: readonly ScrapeLine[], title: number): ReadonlySet<number> {
  const repeats = new Set<number>();
  const whole = lines[title];
  if (whole === undefined) return repeats;
  const known = new Set(listWords(whole));
  for (const [i, line] of lines.slice(0, title + BELOW + 1).entries()) {
    if (!isLonger(line, known) && isTitleOf(listWords(line), known)) repeats.add(i);
  }
  return repeats;
}

/** Whether the words of a line repeat those of the title, cut or without its punctuation, as many pages do. */
export function isTitleOf(words: readonly string[], title: ReadonlySet<string>): boolean {
  if (words.length < 3 || words.length > title.size + MORE) return false;
  const shared = words.filter((word) => title.has(word)).length;
  return shared >= words.length * 0.9;
}

/** What lines are compared with titles by. */
export function listWords({ text, folded }: ScrapeLine): readonly string[] {
  return listFoldedWords(isLongLine(text) ? fold(text) : folded);
}

/** Whether the beginning of a long line has more words than a repeated title; the last of them may be cut. */
function isLonger({ text, folded }: ScrapeLine, title: ReadonlySet<string>): boolean {
  return isLongLine(text) && listFoldedWords(folded).length - 1 > title.size + MORE;
}
