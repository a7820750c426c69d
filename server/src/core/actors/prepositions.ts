import { isDeterminer } from './context.js';
import { isCue, type Reading } from './reading.js';
import { isJoined, type Word } from './words.js';

/**
 * The word that governs the name at `first`, past an article and adjectives („im fernen Moskau", „in das belagerte Kiew"). An article
 * right before the name is none of its own: „die Sitzung, bei der Kiew fehlte".
 */
export function findPreposition(reading: Reading, first: number): Word | undefined {
  for (let i = first; i > Math.max(0, first - 4); i--) {
    const word = reading.words[i];
    const before = reading.words[i - 1];
    if (before === undefined || !isJoined(word) || word?.joint === 'hyphen') return undefined;
    const isArticle = isDeterminer(reading, before) && !isCue(reading, 'locative', before.folded);
    if (isArticle && i === first) return undefined;
    if (!isArticle && !isAdjective(before)) return before;
  }
  return undefined;
}

/** By its ending and small letter; „gegen", „neben", „zwischen" and the like only look so. */
function isAdjective({ capital, folded }: Word): boolean {
  return !capital && /[^n]e[nmrs]?$/.test(folded) && !PREPOSITIONS.has(folded);
}

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'gegen neben zwischen uber unter ausser wegen ohne hinter einschliesslich the are were'.split(' '),
);

/** „in Moskau", „aus dem belagerten Kiew" – but not „Warnungen aus Washington". */
export function isAfterPlacePreposition(reading: Reading, first: number): boolean {
  const preposition = findPreposition(reading, first);
  if (preposition === undefined) return false;
  if (isCue(reading, 'locative', preposition.folded)) return true;
  return isCue(reading, 'origin', preposition.folded) && !isFromSender(reading, first);
}

/** „Warnungen aus Washington", "officials from Tokyo", "closer to Moscow": a sender or a tie up to five words before. */
function isFromSender(reading: Reading, first: number): boolean {
  for (let i = first - 2; i >= Math.max(0, first - 6); i--) {
    const word = reading.words[i];
    if (word === undefined) return false;
    if (isCue(reading, 'sender', word.folded)) return true;
    if (!isJoined(word)) return false;
  }
  return false;
}
