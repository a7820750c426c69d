import { isNounPlace } from './context.js';
import type { KnownActor } from './knownActor.js';
import { nameKey } from './nameTable.js';
import { isSubject } from './partialNames.js';
import { canBeName, findBareName, isNamePart, readNameByTitle } from './personNames.js';
import { makeUnresolvedPerson, readBaseName } from './persons.js';
import { type Claim, isEveryday, type Reading } from './reading.js';
import { findTitleBefore, findTitlePhrase, type TitlePhrase } from './titles.js';
import { isInside, type Word } from './words.js';

/** Step: a title and a surname whose full name the text does not give: „Kanzler Scholz", „Präsident Bush". */
export function claimTitledSurnames(reading: Reading): readonly Claim[] {
  return reading.words.flatMap((word, i) => {
    if (!word.capital || (word.joint !== 'space' && word.joint !== 'dot') || reading.claimOf[i] !== undefined)
      return [];
    const phrase = findTitlePhrase(reading, i);
    const name = phrase === undefined || phrase.end < i ? undefined : readNameByTitle(reading, i);
    if (phrase === undefined || name === undefined || (phrase.class === 'role' && isOtherName(reading, word)))
      return [];
    const surname = readBaseName(reading, name.first, name.end);
    const person = chooseBearer(findBareName(reading, nameKey(surname)), (bearer) => fitsTitle(bearer, phrase));
    if (person === undefined && reading.headlines.has(word.sentence)) return [];
    const actor = person ?? makeUnresolvedPerson(surname);
    return [{ first: i, end: name.end, actor, form: 'name', rule: 'title+surname', certainty: 'inferred' }];
  });
}

/** „Onlinehändler Amazon": the lexicon knows the word as the name of something else, though it needs a cue. */
function isOtherName(reading: Reading, { folded }: Word): boolean {
  return reading.lexicon.names.byKey.get(folded)?.some(({ actor }) => actor.kind !== 'person') === true;
}

/**
 * Step: surnames without a title in a text that never gives the full name („Putin", „Merkel"). The lexicon must have one bearer, or
 * one who held an office; the word must be nothing else. Surnames of several public figures („Bush", „Kim") stay unresolved.
 */
export function claimBareSurnames(reading: Reading): readonly Claim[] {
  return reading.words.flatMap((word, i) => {
    const bearers = word.capital && reading.claimOf[i] === undefined ? findBareName(reading, word.folded) : [];
    if (bearers.length === 0 || !standsAlone(reading, i) || isSomethingElse(reading, i, bearers)) return [];
    const actor = chooseBearer(bearers, () => true) ?? makeUnresolvedPerson(readBaseName(reading, i, i + 1));
    return [{ first: i, end: i + 1, actor, form: 'name', rule: 'prominent surname', certainty: 'inferred' }];
  });
}

/** The one bearer who fits, or the one who fits and holds an office; undefined where that leaves several or none. */
function chooseBearer(bearers: readonly KnownActor[], fits: (bearer: KnownActor) => boolean): KnownActor | undefined {
  const fitting = bearers.filter(fits);
  if (fitting.length === 1) return fitting[0];
  const holders = fitting.filter(({ person }) => person?.isOfficeHolder);
  return holders.length === 1 ? holders[0] : undefined;
}

/** Neither the state beside the title nor the title itself may speak against the person; an address („Herr") says nothing. */
function fitsTitle({ state, person }: KnownActor, phrase: TitlePhrase): boolean {
  if (phrase.state !== undefined && state !== undefined && phrase.state !== state) return false;
  if (phrase.class !== 'office' || person === undefined) return true;
  const title = nameKey(phrase.nominative).replace(/in$/, '');
  return person.offices.some((office) => office.includes(title) || title.includes(office.split(' ')[0] ?? title));
}

/** No part of another name: neither a given name nor a further capitalised word beside it. */
function standsAlone(reading: Reading, i: number): boolean {
  const next = reading.words[i + 1];
  const before = reading.words[i - 1];
  const isTied = reading.words[i]?.joint === 'hyphen' && reading.claimOf[i - 1] === undefined;
  if (isTied || !canBeName(reading, i)) return false;
  if (next?.joint === 'hyphen' && next.capital)
    return isEveryday(reading, next) || reading.claimOf[i + 1] !== undefined;
  const isTiedBehind = next?.joint === 'space' && isNameBeside(reading, next, i + 1);
  return !isTiedBehind && !(reading.words[i]?.joint === 'space' && isNameBeside(reading, before, i - 1));
}

function isNameBeside(reading: Reading, word: Word | undefined, i: number): boolean {
  if (word?.capital !== true || reading.claimOf[i] !== undefined) return false;
  return (
    isInside(word) &&
    reading.language === 'de' &&
    !isEveryday(reading, word) &&
    findTitleBefore(reading, i + 1) === undefined
  );
}

/**
 * An everyday word, unless the writer knows a person of that name and no common noun can stand there; or a first name („Günther",
 * „Abe"), unless it is a family name too or the text is about the state of a public figure who bears it.
 */
function isSomethingElse(reading: Reading, index: number, bearers: readonly KnownActor[]): boolean {
  const word = reading.words[index];
  if (word === undefined || reading.lexicon.words.en.functionWords.has(word.folded)) return true;
  if (isEveryday(reading, word)) {
    const isKnown = bearers.some(({ origin }) => origin === 'authority');
    return !isKnown || (isNounPlace(reading, index) && !isSubject(reading, index + 1));
  }
  if (!reading.lexicon.firstNames.has(word.folded) || isNamePart(reading, 'family name first', word)) return false;
  const states = bearers.filter(({ person }) => person?.isOfficeHolder).map(({ state }) => state ?? '');
  return !states.some((state) => reading.document.trail.find(state) !== undefined);
}
