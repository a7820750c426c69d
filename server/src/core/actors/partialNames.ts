import { isNounPlace } from './context.js';
import { type Answers, isLongWord } from './documentNames.js';
import { type KnownActor, personKey } from './knownActor.js';
import { listHits, nameKey, type NameHit, type NameTable } from './nameTable.js';
import { canBeName, findBareName } from './personNames.js';
import { identifyPerson, makeUnresolvedPerson, readBaseName } from './persons.js';
import { isAfterPlacePreposition } from './prepositions.js';
import { changeClaims, type Claim, isCue, isEveryday, type Reading, tokenBeside } from './reading.js';
import { findTitleBefore } from './titles.js';

/**
 * Step: parts of full names that the text gives elsewhere: „Lawrow", „Putins", „Jong-un". Where several persons of the text bear the
 * part, the nearest earlier full name wins; where none comes earlier, the mention stays unresolved.
 */
export function claimPartialNames(reading: Reading): readonly Claim[] {
  const { told, trail } = reading.document;
  if (told.answers.size === 0) return [];
  const claims: Claim[] = [];
  for (let i = 0; i < reading.words.length; ) {
    const claim = reading.claimOf[i];
    if (claim?.actor.kind === 'person') for (const key of listPartKeys(claim.actor)) trail.set(key, claim.actor);
    const mayBePart = claim === undefined && (reading.words[i]?.capital === true || isFirstOfSeveral(reading, i));
    const hit = mayBePart ? (findPart(reading, told.names, i) ?? findVariant(reading, i)) : undefined;
    const key = hit?.values[0];
    if (hit && key !== undefined) {
      const earlier = trail.find(key);
      const claimed = earlier
        ? toClaim(hit, earlier, 'stated')
        : claimUnannounced(reading, hit, told.answers.get(key) ?? []);
      // „Putin Xi mitteilte": right behind another name it is no surname of an unknown given name.
      const isAlone = claims.at(-1)?.end === i || !isUnknownGivenName(reading, i);
      claims.push(isAlone ? claimed : toStranger(reading, hit));
    }
    i = hit?.end ?? claim?.end ?? i + 1;
  }
  return claims;
}

/**
 * The reading without places that are the surname of a person whom the text names in full („Susanne Raab", „Raab" the German name of
 * Győr), unless a preposition of place stands before them. Capitals stay.
 */
export function releaseSurnames(reading: Reading): Reading {
  const { answers } = reading.document.told;
  return changeClaims(reading, (claim) => {
    const { actor, first, end } = claim;
    const isCity = actor.kind === 'place' && actor.governs === undefined && end - first === 1;
    if (!isCity || claim.certainty === 'confirmed' || isAfterPlacePreposition(reading, first)) return claim;
    const key = reading.words[first]?.folded ?? '';
    return answers.has(key) || answers.has(key.replace(/s$/, '')) ? undefined : claim;
  });
}

/** The reading with „Sheib ad-Din", read as a full name of its own, joined to „Ayman Sheib ad-Din", where the text has one such person. */
export function joinPartialPersons(reading: Reading): Reading {
  return changeClaims(reading, (claim) => {
    const fuller = isReadPerson(claim.actor) ? reading.document.trail.find(readNameKey(claim.actor)) : undefined;
    return fuller === undefined ? claim : { ...claim, actor: fuller };
  });
}

/** For every person that the text alone tells, the one fuller name of which that is a part. */
export function listFullerPersons(persons: readonly (readonly KnownActor[])[]): ReadonlyMap<string, KnownActor> {
  const bearers = listBearers(persons);
  const fuller = new Map<string, KnownActor>();
  for (const actor of persons.flat()) {
    const key = nameKey(actor.name);
    if (!isReadPerson(actor) || !key.includes(' ')) continue;
    const others = bearers.get(key)?.filter(({ id, person }) => id !== actor.id && person?.given !== '') ?? [];
    const [only] = others;
    if (only !== undefined && others.length === 1) fuller.set(readNameKey(actor), only);
  }
  return fuller;
}

function isReadPerson({ kind, origin }: KnownActor): boolean {
  return kind === 'person' && origin === 'text';
}

/** One person may have been read from several spellings. */
function readNameKey({ id, name }: KnownActor): string {
  return `${id} ${name}`;
}

/** The persons that a paragraph claims, each spelling once. */
export function listPersons({ claims }: Reading): readonly KnownActor[] {
  const persons = new Map<string, KnownActor>();
  for (const { actor } of claims) {
    if (actor.kind !== 'person') continue;
    const key = readNameKey(actor);
    if (!persons.has(key)) persons.set(key, actor);
  }
  return [...persons.values()];
}

/** All persons of the text by each part of their name that may stand alone, in the order of their first mention. */
export function listBearers(persons: readonly (readonly KnownActor[])[]): Answers {
  const bearers = new Map<string, KnownActor[]>();
  const seen = new Set<string>();
  for (const own of persons)
    for (const actor of own) {
      if (!seen.has(actor.id)) addBearer(bearers, actor);
      seen.add(actor.id);
    }
  return bearers;
}

function addBearer(bearers: Map<string, KnownActor[]>, actor: KnownActor): void {
  for (const key of listPartKeys(actor)) {
    const known = bearers.get(key);
    if (known) known.push(actor);
    else bearers.set(key, [actor]);
  }
}

// An actor is asked for its keys at every mention.
const partKeys = new WeakMap<KnownActor, readonly string[]>();

function listPartKeys(actor: KnownActor): readonly string[] {
  const known = partKeys.get(actor);
  if (known) return known;
  const keys = readPartKeys(actor);
  partKeys.set(actor, keys);
  return keys;
}

/** The surname with and without its particles, the hyphened given part of a family name first, and what the lexicon adds. */
function readPartKeys({ name, person }: KnownActor): readonly string[] {
  if (person === undefined) return [];
  const surname = nameKey(person.surname);
  const core = nameKey(person.surname.replace(/^(?:\p{Ll}+[\s-])+/u, ''));
  const isFamilyFirst = person.given.includes('-') && name.startsWith(person.surname);
  const tail = nameKey(name).split(' ').slice(1).join(' ');
  const keys = [
    surname,
    core,
    ...(surname.includes(' ') ? [tail] : []),
    ...(isFamilyFirst ? [nameKey(person.given)] : []),
    ...person.bareNames,
  ];
  return [...new Set(keys)].filter((key) => key.length > 1);
}

/** „von der Leyen": only a part of several words may start with a small letter. */
function isFirstOfSeveral({ words, document }: Reading, first: number): boolean {
  const { longest } = document.told.names;
  return longest.size > 0 && longest.has(words[first]?.folded ?? '');
}

function findPart(reading: Reading, table: NameTable<string>, first: number): NameHit<string> | undefined {
  return listHits(table, reading.words, first).find((hit) => isPart(reading, hit));
}

function isPart(reading: Reading, { first, end }: NameHit<string>): boolean {
  const word = reading.words[end - 1];
  if (word === undefined || reading.claimOf[end - 1] !== undefined) return false;
  if (end - first > 1) return reading.words.slice(first, end).some(({ capital }) => capital);
  if (isOtherDoubleName(reading, end) || !canBeName(reading, first)) return false;
  // A surname that is an everyday word too (Fischer, Kohl) counts only where no common noun can stand.
  return !isEveryday(reading, word) || !isNounPlace(reading, first) || isSubject(reading, end);
}

/** „Spiegel war", „Müller, der", „Fischer sagte": at the start of a sentence, where a common noun would need an article. */
export function isSubject(reading: Reading, end: number): boolean {
  if (reading.words[end - 1]?.joint !== 'start') return false;
  if (tokenBeside(reading, end - 1, 1)?.text === ',') return true;
  const verb = reading.words[end];
  return (
    verb?.joint === 'space' && (isCue(reading, 'saying', verb.folded) || isCue(reading, 'singular verb', verb.folded))
  );
}

/** „Müller-Westernhagen" is not Müller; „Putin-Besuch" is Putin. */
function isOtherDoubleName(reading: Reading, end: number): boolean {
  const next = reading.words[end];
  return next?.joint === 'hyphen' && next.capital && reading.claimOf[end] === undefined && !isEveryday(reading, next);
}

/** „Patruschew" after „Nikolai Patrushev": another transliteration of a part, but not another number of doubled letters. */
function findVariant(reading: Reading, first: number): NameHit<string> | undefined {
  const { variants } = reading.document.told;
  const word = reading.words[first];
  if (word === undefined || variants.size === 0 || !word.capital || !isLongWord(word.folded)) return undefined;
  for (const form of word.folded.endsWith('s') ? [word.folded, word.folded.slice(0, -1)] : [word.folded]) {
    const key = variants.get(personKey(form));
    if (key !== undefined && countDoubled(key) === countDoubled(form) && !isEveryday(reading, word)) {
      return { first, end: first + 1, values: [key] };
    }
  }
  return undefined;
}

function countDoubled(word: string): number {
  return word.match(/(.)\1/gu)?.length ?? 0;
}

/**
 * No full name precedes: the one bearer that the text has is meant, unless the lexicon has several public figures of that name; then
 * only a title or lead is taken to mean whom the article goes on to name. Otherwise nobody is guessed.
 */
function claimUnannounced(reading: Reading, hit: NameHit<string>, bearers: readonly KnownActor[]): Claim {
  const [bearer] = bearers;
  const key = hit.values[0] ?? '';
  const figures = findBareName(reading, key).filter(({ person }) => person?.isOfficeHolder);
  const isSafe = figures.length < 2 || reading.document.isOpening;
  if (bearer !== undefined && bearers.length === 1 && isSafe) return toClaim(hit, bearer, 'inferred');
  const actor = makeUnresolvedPerson(readBaseName(reading, hit.first, hit.end));
  return { first: hit.first, end: hit.end, actor, form: 'name', rule: 'surname of several', certainty: 'inferred' };
}

function toClaim({ first, end }: NameHit<string>, actor: KnownActor, certainty: Claim['certainty']): Claim {
  return { first, end, actor, form: 'name', rule: 'part of a full name', certainty };
}

function toStranger(reading: Reading, { first, end }: NameHit<string>): Claim {
  const actor = identifyPerson(reading, { first: first - 1, end, surname: [first, end] });
  return { first: first - 1, end, actor, form: 'name', rule: 'given name+known surname', certainty: 'inferred' };
}

/** „Hunter Biden" in a text about Joe Biden: a capitalised word before the surname that is nothing else is another given name. */
function isUnknownGivenName(reading: Reading, first: number): boolean {
  const word = reading.words[first - 1];
  if (word === undefined || reading.words[first]?.joint !== 'space' || word.joint !== 'space') return false;
  if (reading.headlines.has(word.sentence)) return false;
  if (!word.capital || word.text.length < 4 || reading.claimOf[first - 1] !== undefined) return false;
  return canBeName(reading, first - 1) && !isEveryday(reading, word) && findTitleBefore(reading, first) === undefined;
}
