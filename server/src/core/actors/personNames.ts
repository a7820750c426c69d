import type { KnownActor } from './knownActor.js';
import { type Claim, isEveryday, type Reading } from './reading.js';
import { findTitleBefore } from './titles.js';
import { isJoined, type Word } from './words.js';

/** A personal name in the text: `words[first, end)`, with the surname from `surname` on (to `given` for family names first). */
export interface NameParts {
  readonly first: number;
  readonly end: number;
  /** Word range of the surname, particles included. */
  readonly surname: readonly [first: number, end: number];
}

/** Longer stretches of capitals are no personal name; it also keeps the work per word bounded. */
const MOST_WORDS = 6;

/** Russian middle names: „Wladimirowitsch", "Sergeyevich", „Iwanowna". */
const PATRONYMIC = /(?:witsch|vich|vitch|owna|ewna|ovna|evna)$/;

/** „Sergej Lawrow", „George W. Bush", „Ursula von der Leyen": a known first name and what can follow it. */
export function readNameByFirstName(reading: Reading, first: number): NameParts | undefined {
  const word = reading.words[first];
  if (word === undefined || !reading.lexicon.firstNames.has(word.folded) || !word.capital || word.joint === 'hyphen')
    return undefined;
  if (isLongerName(reading.claimOf[first]) || isTitle(reading, first)) return undefined;
  const surname = readSurname(reading, skipGivenNames(reading, first + 1, first));
  const isAmbiguous =
    reading.lexicon.ambiguousFirstNames.has(word.folded) || isNamePart(reading, 'family name first', word);
  if (surname === undefined || (isAmbiguous && !isLikelySurname(reading, surname))) return undefined;
  return { first, end: surname[1], surname };
}

/** „Prinz William", „Sir George": a title that is in the list of first names all the same. */
function isTitle(reading: Reading, index: number): boolean {
  const type = findTitleBefore(reading, index + 1)?.class;
  return type === 'office' || type === 'address';
}

/** Index behind further first names, initials and hyphened parts („Hans-Peter", „George W."), as long as a surname is left. */
function skipGivenNames(reading: Reading, start: number, first: number): number {
  let i = start;
  while (i - first < MOST_WORDS) {
    const word = reading.words[i];
    if (word === undefined || !isJoined(word) || !word.capital) break;
    const isGiven = word.joint === 'hyphen' || isInitial(reading, i) || isFurtherFirstName(reading, i);
    if (!isGiven) break;
    i++;
  }
  return i;
}

function isInitial(reading: Reading, i: number): boolean {
  return reading.words[i]?.text.length === 1 && reading.words[i + 1]?.joint === 'dot';
}

function isFurtherFirstName(reading: Reading, i: number): boolean {
  const folded = reading.words[i]?.folded ?? '';
  const next = reading.words[i + 1];
  if (!reading.lexicon.firstNames.has(folded) && !PATRONYMIC.test(folded)) return false;
  return isJoined(next) && next !== undefined && (isNamePart(reading, 'particle', next) || canBeName(reading, i + 1));
}

/** Particles, the surname with its hyphened parts, and „Jr." or „II." after it; `start` is joined to the given name. */
export function readSurname(reading: Reading, start: number): readonly [first: number, end: number] | undefined {
  const i = skipParticles(reading, start);
  if (!isJoined(reading.words[i]) || !canBeName(reading, i)) return undefined;
  const target = reading.words[i];
  if (i > start && target !== undefined && isEveryday(reading, target)) return undefined;
  let end = i + 1;
  while (end - i < 3 && reading.words[end]?.joint === 'hyphen' && reading.words[end]?.capital === true) end++;
  if (i === start) end = findParticleTail(reading, end) ?? end;
  const suffix = reading.words[end];
  if (isJoined(suffix) && isNamePart(reading, 'patronymic', suffix)) end++;
  return [start, end];
}

/** „Fernando Collor de Mello": a further part with a particle; „von" may be a preposition there („Meier von Siemens"). */
function findParticleTail(reading: Reading, start: number): number | undefined {
  const i = skipParticles(reading, start);
  const [particle, target] = [reading.words[start], reading.words[i]];
  if (i === start || particle === undefined || particle.capital || /^vo[nm]$/.test(particle.folded)) return undefined;
  if (target === undefined || !isJoined(target) || reading.claimOf[i] !== undefined || !canBeName(reading, i))
    return undefined;
  return isEveryday(reading, target) ? undefined : i + 1;
}

/** Index behind „von der", „bin", „al-": inner particles only behind another, Arabic articles only before a hyphen. */
function skipParticles(reading: Reading, start: number): number {
  let i = start;
  while (i - start < 3 && isJoined(reading.words[i])) {
    const word = reading.words[i];
    const isArticle = isNamePart(reading, 'hyphened particle', word) && reading.words[i + 1]?.joint === 'hyphen';
    const isInner = i > start && isNamePart(reading, 'inner particle', word);
    if (!isArticle && !isInner && !isNamePart(reading, 'particle', word)) break;
    i++;
  }
  // A particle may be the surname itself („Le", „Ben").
  return i > start && !(reading.words[i]?.capital === true) && reading.words[i - 1]?.capital === true ? i - 1 : i;
}

export function isNamePart(reading: Reading, type: string, word: Word | undefined): boolean {
  return word !== undefined && reading.lexicon.nameParts.get(type)?.has(word.folded) === true;
}

/** Whether the word may be part of a personal name at all: capital, letters, no month, nothing that is claimed for another kind. */
export function canBeName(reading: Reading, i: number): boolean {
  const word = reading.words[i];
  if (word === undefined || !word.capital || word.text.length < 2) return false;
  if (isNamePart(reading, 'month or day', word)) return false;
  const claim = reading.claimOf[i];
  // A place may be a surname (Essen, Marburg); a state, a capital, an adjective or a name of several words is not taken for one.
  if (claim === undefined) return true;
  const isOwn =
    claim.actor.kind === 'organization' || claim.actor.kind === 'country' || claim.actor.governs !== undefined;
  return !isOwn && !isLongerName(claim) && claim.form === 'name';
}

function isLongerName(claim: Claim | undefined): boolean {
  return claim !== undefined && claim.end - claim.first > 1;
}

/** Whether something beside its place makes the word a surname: it is no everyday noun, or a person of the lexicon bears it. */
export function isLikelySurname(reading: Reading, [first, end]: readonly [number, number]): boolean {
  const word = reading.words[end - 1];
  if (word === undefined) return false;
  if (reading.claimOf[end - 1] !== undefined) return false;
  if (end - first > 1) return !isEveryday(reading, reading.words[first - 1] ?? word);
  return findBareName(reading, word.folded).length > 0 || !isEveryday(reading, word);
}

/** The persons of the authority file and the lexicon who may be called by one folded word, also in the genitive. */
export function findBareName({ lexicon, authority }: Reading, folded: string): readonly KnownActor[] {
  const find = (key: string): readonly KnownActor[] => {
    const known = lexicon.persons.byBareName.get(key) ?? [];
    const own = authority.bySurname.get(key);
    return own === undefined ? known : [...own, ...known.filter(({ id }) => !own.some((other) => other.id === id))];
  };
  const exact = find(folded);
  return exact.length > 0 || !folded.endsWith('s') ? exact : find(folded.slice(0, -1));
}

/** A full name that tells itself, without anything beside it. */
export function readKnownPattern(reading: Reading, first: number): NameParts | undefined {
  if (reading.headlines.has(reading.words[first]?.sentence ?? -1)) return undefined;
  return (
    readNameByHyphenedGiven(reading, first) ??
    readNameByFirstName(reading, first) ??
    readFamilyNameFirst(reading, first)
  );
}

/** Names after a title that need no known first name: one to four words that are no everyday nouns. */
export function readNameByTitle(reading: Reading, first: number): NameParts | undefined {
  const known = readKnownPattern(reading, first);
  if (known) return known;
  let end = first;
  while (end - first < 4) {
    const word = reading.words[end];
    if (word === undefined || (end > first && !isJoined(word))) break;
    if (!canBeName(reading, end) || reading.claimOf[end] !== undefined || isEveryday(reading, word)) break;
    if (
      findTitleBefore(reading, end + 1) !== undefined ||
      reading.lists.titles.entries.get(word.folded)?.class === 'modifier'
    )
      break;
    end++;
  }
  const surname = readSurname(reading, Math.max(first + 1, end - 1));
  if (end - first > 1 && surname) return { first, end: surname[1], surname };
  const bare = readSurname(reading, first);
  return bare === undefined || end === first ? undefined : { first, end: bare[1], surname: bare };
}

/** „Kim Jong-un", „Baek Dal-ho": whatever the family name is, a given name so written has it in front. */
export function readNameByHyphenedGiven(reading: Reading, first: number): NameParts | undefined {
  const word = reading.words[first];
  if (word === undefined || !canBeName(reading, first) || word.joint === 'hyphen' || isEveryday(reading, word))
    return undefined;
  const end = readHyphenedGiven(reading, first + 1);
  return end === undefined ? undefined : { first, end, surname: [first, first + 1] };
}

/** „Xi Jinping", „Yoon Suk Yeol": a known family name that stands first, inside a sentence or where no everyday word can stand. */
export function readFamilyNameFirst(reading: Reading, first: number): NameParts | undefined {
  const word = reading.words[first];
  if (word === undefined || !canBeName(reading, first) || word.joint === 'hyphen') return undefined;
  if (!isNamePart(reading, 'family name first', word) || isEveryday(reading, word)) return undefined;
  const end = readShortGiven(reading, first + 1);
  return end === undefined ? undefined : { first, end, surname: [first, first + 1] };
}

/** „Jong-un", „Jae-in", „Song-thaek": the second part small and short. */
function readHyphenedGiven(reading: Reading, i: number): number | undefined {
  const [given, second] = [reading.words[i], reading.words[i + 1]];
  if (given?.joint !== 'space' || second?.joint !== 'hyphen' || !given.capital || given.text.length > 6)
    return undefined;
  const isGiven =
    /^\p{L}{2,6}$/u.test(second.text) &&
    (!second.capital || isNamePart(reading, 'family name first', reading.words[i - 1]));
  return isGiven && reading.words[i + 2]?.joint !== 'hyphen' && !isEveryday(reading, given) ? i + 2 : undefined;
}

/** „Jinping", „Yi", „Suk Yeol": one or two short words that are nothing else. */
function readShortGiven(reading: Reading, i: number): number | undefined {
  const isGiven = (index: number, most: number): boolean => {
    const word = reading.words[index];
    if (word?.joint !== 'space' || word.text.length > most || !canBeName(reading, index)) return false;
    return (
      reading.claimOf[index] === undefined && !isEveryday(reading, word) && reading.words[index + 1]?.joint !== 'hyphen'
    );
  };
  if (!isGiven(i, 9)) return undefined;
  return (reading.words[i]?.text.length ?? 9) <= 5 && isGiven(i + 1, 6) ? i + 2 : i + 1;
}
