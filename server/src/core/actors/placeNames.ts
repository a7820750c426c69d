import { inflectAdjective } from '../language/de/nameInflection.js';
import { type KnownActor, makeActorId } from './knownActor.js';
import { isNamePart } from './personNames.js';
import { type Claim, isCue, isEveryday, type Reading, sliceText } from './reading.js';
import { isInside, isJoined, type Word } from './words.js';

/** Step: places that a head noun tells: „Asien-Pazifik-Region", „Krim-Halbinsel", „Provinz Idlib", „Gelbes Meer". */
export function claimPlacesByHead(reading: Reading): readonly Claim[] {
  return reading.words.flatMap((word, i) => {
    if (!word.capital) return [];
    const claim =
      findCompound(reading, i) ??
      findWithAdjective(reading, i) ??
      findDescribed(reading, i) ??
      findCityPart(reading, i);
    return claim === undefined ? [] : [claim];
  });
}

/** Step: a capitalised word that is nothing else after a preposition of place: „in Greifenwiek", "near Bakhmut". */
export function claimPlacesByPreposition(reading: Reading): readonly Claim[] {
  return reading.words.flatMap((word, i) => {
    const before = reading.words[i - 1];
    if (word.joint !== 'space' || before === undefined || !isPlacing(reading, i - 1)) return [];
    if (!isUnknownName(reading, i) || isTied(reading, i + 1)) return [];
    return [toClaim(reading, i, i + 1, 'preposition+name')];
  });
}

/** „in", „near"; „Bürgermeister von", „nördlich von". */
function isPlacing(reading: Reading, index: number): boolean {
  const folded = reading.words[index]?.folded;
  if (folded === 'von' || folded === 'of') return isCue(reading, 'named after', reading.words[index - 1]?.folded);
  return isCue(reading, 'place preposition', folded);
}

function isTied(reading: Reading, i: number): boolean {
  const next = reading.words[i];
  return (
    next !== undefined && isJoined(next) && next.capital && (next.joint === 'hyphen' || !isEveryday(reading, next))
  );
}

/** „Kurilen-Inseln": the hyphened parts before a head of places, all capitalised. */
function findCompound(reading: Reading, head: number): Claim | undefined {
  if (reading.words[head]?.joint !== 'hyphen' || !hasRole(reading, reading.words[head], 'compound')) return undefined;
  let first = head;
  while (head - first < 4 && reading.words[first]?.joint === 'hyphen' && reading.words[first - 1]?.capital === true)
    first--;
  const isNamed = reading.words.slice(first, head).some((part, k) => {
    const claim = reading.claimOf[first + k];
    return claim === undefined ? part.text.length > 3 && !isEveryday(reading, part) : claim.actor.kind === 'place';
  });
  return isNamed ? toClaim(reading, first, head + 1, 'place compound') : undefined;
}

/** „Berlin-Charlottenburg": a city and its part. */
function findCityPart(reading: Reading, i: number): Claim | undefined {
  const city = reading.claimOf[i - 1];
  if (
    reading.words[i]?.joint !== 'hyphen' ||
    city?.actor.kind !== 'place' ||
    city.end !== i ||
    reading.words[city.first]?.joint === 'hyphen'
  )
    return undefined;
  return isUnknownName(reading, i) && reading.words[i + 1]?.joint !== 'hyphen'
    ? toClaim(reading, city.first, i + 1, 'part of a city')
    : undefined;
}

/** „Gelbes Meer", "Yellow Sea": a capitalised adjective inside a sentence and a noun for places. */
function findWithAdjective(reading: Reading, head: number): Claim | undefined {
  const adjective = reading.words[head - 1];
  if (adjective?.capital !== true || !isInside(adjective) || reading.words[head]?.joint !== 'space') return undefined;
  const claim = reading.claimOf[head - 1];
  const isFree = claim === undefined ? !isEveryday(reading, adjective) : claim.form === 'adjective';
  if (!isFree || !hasRole(reading, reading.words[head], 'adjectival')) return undefined;
  if (reading.language === 'de' && !/e[nrms]?$/.test(adjective.folded)) return undefined;
  return toClaim(reading, head - 1, head + 1, 'adjective+place');
}

/** „die Provinz Idlib", "the city of Bakhmut": the bare name is the mention. */
function findDescribed(reading: Reading, i: number): Claim | undefined {
  const before = reading.words[i - 1];
  const described = before?.folded === 'of' ? reading.words[i - 2] : before;
  if (reading.words[i]?.joint !== 'space' || described === undefined || !hasRole(reading, described, 'descriptor'))
    return undefined;
  if (!isUnknownName(reading, i) || (reading.language === 'de' && !described.capital)) return undefined;
  return toClaim(reading, i, i + 1, 'described place');
}

function isUnknownName(reading: Reading, i: number): boolean {
  const word = reading.words[i];
  if (word?.capital !== true || word.text.length < 3 || reading.claimOf[i] !== undefined) return false;
  if (!/^\p{Lu}\p{Ll}+$/u.test(word.text) || isNamePart(reading, 'month or day', word)) return false;
  return !isEveryday(reading, word) && !reading.lexicon.firstNames.has(word.folded);
}

function hasRole(reading: Reading, word: Word | undefined, role: string): boolean {
  return word !== undefined && reading.lists.placeHeads.find(word.folded)?.value.roles.has(role) === true;
}

function toClaim(reading: Reading, first: number, end: number, rule: string): Claim {
  return { first, end, actor: identifyPlace(reading, first, end, rule), form: 'name', rule, certainty: 'stated' };
}

/** The place of these words; a compound of one known place is that place („Krim-Halbinsel"). */
function identifyPlace(reading: Reading, first: number, end: number, rule: string): KnownActor {
  const inside = new Set(reading.claimOf.slice(first, end));
  const [known] = [...inside].filter((claim) => claim?.actor.kind === 'place');
  if (known && end - first === 2 && rule !== 'part of a city' && known.actor.governs === undefined) return known.actor;
  const name = readPlaceName(reading, first, end);
  return { id: makeActorId('place', name), kind: 'place', name, origin: 'text' };
}

/** The nominative: „Japanischen Meeres" is „Japanisches Meer"; a genitive s goes where the text has the name without it. */
function readPlaceName(reading: Reading, first: number, end: number): string {
  const name = sliceText(reading, first, end);
  const [adjective, head] = [reading.words[first], reading.words[end - 1]];
  const found = head === undefined ? undefined : reading.lists.placeHeads.entries.get(head.folded);
  if (adjective && found && found.gender !== 'p' && end - first === 2 && head?.joint === 'space') {
    return `${inflectAdjective(adjective.text.replace(/e[nrms]?$/, ''), found.gender)} ${found.nominative}`;
  }
  const last = head?.folded ?? '';
  return last.endsWith('s') && reading.document.vocabulary.has(last.slice(0, -1)) ? name.slice(0, -1) : name;
}
