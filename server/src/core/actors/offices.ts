import type { Office } from '../facts.js';
import { isDeterminer } from './context.js';
import { type Claim, type Reading, tokenBeside } from './reading.js';
import { findStateAfter } from './states.js';
import { findTitleBefore, findTitlePhrase, type FoundTitle, type TitlePhrase, toPhrase } from './titles.js';
import { isJoined } from './words.js';

/** The offices that the text gives a person at one mention: before the name, or behind it after a comma. */
export function listOffices(reading: Reading, claim: Claim): readonly Office[] {
  const phrase = findTitlePhrase(reading, claim.first) ?? findApposition(reading, claim.end);
  if (phrase?.class !== 'office') return [];
  const last = phrase.first < claim.first ? claim.first : phrase.end;
  const evidence = { start: reading.words[phrase.first]?.start ?? 0, end: reading.words[last - 1]?.end ?? 0 };
  const title = phrase.text;
  // "Prime Minister Fumio Kishida of Japan"
  const state =
    phrase.state ?? (reading.words[claim.end]?.folded === 'of' ? findStateAfter(reading, claim.end) : undefined);
  return [state === undefined ? { title, evidence } : { title, state, evidence }];
}

const MOST_WORDS_BETWEEN = 4;

/** „Sergej Lawrow, (der russische) Außenminister": articles and adjectives may stand between; no other name may follow the title. */
function findApposition(reading: Reading, start: number): TitlePhrase | undefined {
  if (reading.words[start]?.joint !== 'apart' || tokenBeside(reading, start, -1)?.text !== ',') return undefined;
  for (let end = start + 1; end <= start + MOST_WORDS_BETWEEN; end++) {
    if (end > start + 1 && !isJoined(reading.words[end - 1])) return undefined;
    const title = findLongestTitle(reading, end);
    if (title?.class === 'office')
      return belongsToNext(reading, title.end)
        ? undefined
        : toPhrase(reading, title, findComplementEnd(reading, title.end));
    const word = reading.words[end - 1];
    const isBetween =
      word !== undefined &&
      (isDeterminer(reading, word) ||
        reading.claimOf[end - 1]?.actor.kind === 'country' ||
        !word.capital ||
        reading.lists.titles.entries.get(word.folded)?.class === 'modifier');
    if (!isBetween) return undefined;
  }
  return undefined;
}

/** "Deputy Secretary of State" and not only "Deputy": the title that ends at `words[end]` or goes on behind it. */
function findLongestTitle(reading: Reading, end: number): FoundTitle | undefined {
  const title = findTitleBefore(reading, end);
  if (title === undefined || reading.language === 'de') return title;
  for (let further = end + 3; further > end; further--) {
    const longer = findTitleBefore(reading, further);
    if (longer !== undefined && longer.first <= title.first) return longer;
  }
  return title;
}

/** „Sprecher des Elbe-Instituts": the genitive behind the title, if it is a name. */
function findComplementEnd(reading: Reading, end: number): number {
  const article = reading.words[end];
  if (!isJoined(article) || !/^(?:des|der|of)$/.test(article?.folded ?? '')) return end;
  for (let i = end + 1; i < end + 4 && isJoined(reading.words[i]); i++) {
    const claim = reading.claimOf[i];
    if (claim?.actor.kind === 'organization') return claim.end;
    if (claim !== undefined && claim.form !== 'adjective') break;
  }
  return end;
}

/** „Putin, Präsident Macron und …": the title is the next person's. */
function belongsToNext(reading: Reading, end: number): boolean {
  return isJoined(reading.words[end]) && reading.claimOf[end]?.actor.kind === 'person';
}
