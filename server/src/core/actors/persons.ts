import type { ActorId } from '../facts.js';
import { arePartedNames, hasPartedNamesake } from './authorityNames.js';
import { type KnownActor, makeActorId, makeUnresolvedId, type PersonName, personKey } from './knownActor.js';
import { nameKey } from './nameTable.js';
import { type NameParts, readKnownPattern, readNameByTitle } from './personNames.js';
import { type Claim, type Reading, sliceText } from './reading.js';
import { findTitleBefore } from './titles.js';
import type { Joint } from './words.js';

/** Step: full names of persons, told by a first name, a title in front or the shape of East Asian names. */
export function claimFullNames(reading: Reading): readonly Claim[] {
  const claims: Claim[] = [];
  for (let i = 0; i < reading.words.length; ) {
    const claim = reading.words[i]?.capital === true ? findFullName(reading, i) : undefined;
    if (claim) claims.push(claim);
    i = claim?.end ?? i + 1;
  }
  return claims;
}

function findFullName(reading: Reading, i: number): Claim | undefined {
  const known = reading.claimOf[i];
  if (known?.actor.kind === 'person' && known.first === i) return undefined;
  const name = readKnownPattern(reading, i);
  if (name) return toClaim(reading, name, name.surname[0] === name.first ? 'family name first' : 'first name+surname');
  if (!isTitleJoint(reading.words[i]?.joint) || known !== undefined || findTitleBefore(reading, i) === undefined)
    return undefined;
  const titled = readNameByTitle(reading, i);
  const isBare = titled === undefined || (titled.surname[0] === titled.first && titled.surname[1] === titled.end);
  return isBare ? undefined : toClaim(reading, titled, 'title+name');
}

function isTitleJoint(joint: Joint | undefined): boolean {
  return joint === 'space' || joint === 'dot';
}

function toClaim(reading: Reading, name: NameParts, rule: string): Claim {
  const { first, end } = name;
  return { first, end, actor: identifyPerson(reading, name), form: 'name', rule, certainty: 'stated' };
}

/** The person of a full name: the lexicon's, if it has one of this name in some transliteration, else one of the text. */
export function identifyPerson(reading: Reading, parts: NameParts): KnownActor {
  const name = readBaseName(reading, parts.first, parts.end);
  const [from, to] = parts.surname;
  const surname = readBaseName(reading, from, to);
  const given = from === parts.first ? sliceText(reading, to, parts.end) : sliceText(reading, parts.first, from);
  const known = findByFullName(reading, name, given, surname);
  if (known) return known;
  const id = hasPartedNamesake(reading.authority, name)
    ? (`person:${nameKey(name)}` as ActorId)
    : makeActorId('person', name);
  return { id, kind: 'person', name, origin: 'text', person: toPersonName(given, surname) };
}

/** A person of whom the text gives but the surname. */
export function makeUnresolvedPerson(surname: string): KnownActor {
  return {
    id: makeUnresolvedId(surname),
    kind: 'person',
    name: surname,
    origin: 'text',
    person: toPersonName('', surname),
  };
}

function toPersonName(given: string, surname: string): PersonName {
  return { given, surname, offices: [], bareNames: [], isOfficeHolder: false };
}

/** The name without a genitive s: cut where the text has the name without it elsewhere, or an apostrophe parts it. */
export function readBaseName(reading: Reading, first: number, end: number): string {
  const name = sliceText(reading, first, end);
  const last = reading.words[end - 1]?.folded ?? '';
  if (/['’]s$/.test(name)) return name.slice(0, -2);
  if (!last.endsWith('s')) return name;
  const base = last.slice(0, -1);
  const isGenitive =
    reading.document.vocabulary.has(base) ||
    isKnownBare(reading, base) ||
    reading.lexicon.persons.byFullName.has(personKey(name.slice(0, -1)));
  return isGenitive && !isKnownBare(reading, last) ? name.slice(0, -1) : name;
}

function isKnownBare(reading: Reading, folded: string): boolean {
  return reading.lexicon.persons.byBareName.has(folded);
}

/** Also found with only the first of several given names („Wladimir Wladimirowitsch Putin"). */
function findByFullName(reading: Reading, name: string, given: string, surname: string): KnownActor | undefined {
  const { byFullName } = reading.lexicon.persons;
  const [first = ''] = given.split(' ');
  const known = byFullName.get(personKey(name)) ?? byFullName.get(personKey(`${first} ${surname}`));
  return known !== undefined && arePartedNames(reading.authority, name, known.name) ? undefined : known;
}
