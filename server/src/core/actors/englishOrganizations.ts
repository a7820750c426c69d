import { isDeterminer } from './context.js';
import { identifyOrganization } from './organizations.js';
import type { Claim, Reading } from './reading.js';
import { findTitleBefore } from './titles.js';
import { isInside, isJoined, type Word } from './words.js';

const LINKS: ReadonlySet<string> = new Set(['of', 'for', 'and', 'the', 'on']);
const MOST_WORDS = 10;

/**
 * Step: English names of organizations: a stretch of capitalised words with „of", „for", „and", „the" between that holds a head noun
 * („Neva Centre for Disarmament", „Ministry of Defence"). States in front of it are no part („Russian Foreign Ministry").
 */
export function claimEnglishOrganizations(reading: Reading): readonly Claim[] {
  if (reading.language !== 'en') return [];
  const claims: Claim[] = [];
  for (let i = 0; i < reading.words.length; ) {
    const end = findStretchEnd(reading, i);
    const claim = end > i + 1 ? findOrganization(reading, i, end) : undefined;
    if (claim) claims.push(claim);
    i = Math.max(end, i + 1);
  }
  return claims;
}

/** End of the stretch of capitalised words that starts here, without links at its end; the start itself where there is none. */
function findStretchEnd(reading: Reading, first: number): number {
  let end = first;
  for (let i = first; i < first + MOST_WORDS; i++) {
    const word = reading.words[i];
    if (word === undefined || (i > first && !isJoined(word))) break;
    if (isNameWord(reading, word, i)) end = i + 1;
    else if (word.capital || i === first || !LINKS.has(word.folded)) break;
  }
  return end;
}

function isNameWord(reading: Reading, word: Word, i: number): boolean {
  if (!word.capital || reading.headlines.has(word.sentence)) return false;
  return isInside(word) || reading.claimOf[i] !== undefined || !reading.lists.functionWords.has(word.folded);
}

function findOrganization(reading: Reading, start: number, end: number): Claim | undefined {
  const head = findHead(reading, start, end);
  if (head === undefined) return undefined;
  const first = skipFront(reading, start, head);
  const stop = cutBehind(reading, head, end);
  if (stop - first < 2 || isPersonalName(reading, first, stop)) return undefined;
  return {
    first,
    end: stop,
    actor: identifyOrganization(reading, first, stop),
    form: 'name',
    rule: 'English head noun',
    certainty: 'stated',
  };
}

/** „Charlotte Church": a first name and a head without an article in front. */
function isPersonalName(reading: Reading, first: number, stop: number): boolean {
  const isPair = stop - first === 2 && reading.lexicon.firstNames.has(reading.words[first]?.folded ?? '');
  return isPair && !isDeterminer(reading, reading.words[first - 1]);
}

function findHead(reading: Reading, start: number, end: number): number | undefined {
  for (let i = start; i < end; i++) {
    const word = reading.words[i];
    const roles = word?.capital === true ? reading.lists.organizationHeads.find(word.folded)?.value.roles : undefined;
    if (roles?.has('institution') === true && reading.claimOf[i]?.actor.kind !== 'organization') return i;
  }
  return undefined;
}

/** Titles, states and other organizations before the head, with a link behind them, are not part of the name. */
function skipFront(reading: Reading, start: number, head: number): number {
  let first = start;
  for (let i = start; i < head; i++) {
    const claim = reading.claimOf[i];
    const isOther = claim !== undefined && claim.actor.kind !== 'person' && claim.actor.kind !== 'place';
    if (isOther || findTitleBefore(reading, i + 1) !== undefined || reading.words[i]?.capital === false) first = i + 1;
  }
  return first;
}

/** Behind the head „and" and „the" may lead to something else: only „of", „for" and „on" go on with the name, up to the next „and". */
function cutBehind(reading: Reading, head: number, end: number): number {
  const next = reading.words[head + 1];
  if (next === undefined || head + 1 >= end) return head + 1;
  if (!next.capital && !/^(?:of|for|on)$/.test(next.folded)) return head + 1;
  return end;
}
