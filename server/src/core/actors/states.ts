import { isDeterminer } from './context.js';
import type { Claim, Reading } from './reading.js';
import { isJoined } from './words.js';

/** ISO code of the state that the text puts beside a title or head noun `words[first, end)`; undefined where it tells none. */
export function findStateBeside(reading: Reading, first: number, end: number): string | undefined {
  return findAdjectiveBefore(reading, first)?.actor.state ?? findStateAfter(reading, end);
}

/** „russische (stellvertretende) Außenminister", „US-Präsident", „Russlands Präsident", "Ukraine's President". */
export function findAdjectiveBefore(reading: Reading, first: number): Claim | undefined {
  for (let i = first - 1; i >= Math.max(0, first - 3); i--) {
    const claim = reading.claimOf[i];
    if (!isJoined(reading.words[i + 1])) return undefined;
    if (claim) return isAttribute(reading, claim, i) ? claim : undefined;
    const word = reading.words[i];
    if (word === undefined || isDeterminer(reading, word)) return undefined;
    if (!isBetween(reading, i)) return undefined;
  }
  return undefined;
}

/** An adjective („der russische stellvertretende Minister"), a part before a hyphen, or an English modifier ("Russian deputy minister"). */
function isBetween(reading: Reading, i: number): boolean {
  const word = reading.words[i];
  if (word === undefined || reading.lists.titles.entries.get(word.folded)?.class === 'modifier')
    return word !== undefined;
  return (
    reading.language === 'de' &&
    (reading.words[i + 1]?.joint === 'hyphen' || (!word.capital && /e[nmrs]?$/.test(word.folded)))
  );
}

function isAttribute(reading: Reading, claim: Claim, last: number): boolean {
  if (claim.actor.kind !== 'country') return false;
  if (claim.form === 'adjective' || reading.words[last + 1]?.joint === 'hyphen') return true;
  return /s$/.test(reading.words[last]?.folded ?? '') || reading.language === 'en';
}

const LINKS: ReadonlySet<string> = new Set(['der', 'des', 'von', 'of', 'in', 'the']);

/** „Präsident der Ukraine", „Außenministerium in Moskau", "President of the United States". */
export function findStateAfter(reading: Reading, end: number): string | undefined {
  for (let i = end; i < end + 3; i++) {
    if (!isJoined(reading.words[i])) return undefined;
    const claim = reading.claimOf[i];
    if (claim?.first === i) return isState(reading, claim, i > end) ? claim.actor.state : undefined;
    if (!LINKS.has(reading.words[i]?.folded ?? '')) return undefined;
  }
  return undefined;
}

/** Right after the noun only the genitive tells: „Präsident Russlands", not „Präsident Russland". */
function isState(reading: Reading, { actor, form, end }: Claim, isLinked: boolean): boolean {
  if (form === 'adjective' || (actor.kind !== 'country' && actor.governs === undefined)) return false;
  return isLinked || /s$/.test(reading.words[end - 1]?.folded ?? '');
}
