import { countLeadingAdjectives } from '../language/de/nameInflection.js';
import type { Sense, Use } from './knownActor.js';
import { type NameHit, type NameTable, listHits } from './nameTable.js';
import { isAfterPlacePreposition } from './prepositions.js';
import { type Claim, type Reading, tokenBeside } from './reading.js';
import { isInside, isJoined, type Word } from './words.js';

const FORMS = { name: 'name', nickname: 'nickname', adjective: 'adjective', demonym: 'name' } as const;

/** Step: the names of the writer's own actors, wherever they stand. */
export function claimAuthorityNames(reading: Reading): readonly Claim[] {
  const { names } = reading.authority;
  if (names.byKey.size === 0) return [];
  const claims: Claim[] = [];
  for (let i = 0; i < reading.words.length; ) {
    const found = findKnownName(reading, names, i);
    if (found) {
      const { first, end, sense } = found;
      claims.push({ first, end, actor: sense.actor, form: 'name', rule: 'authority', certainty: 'confirmed' });
    }
    i = found?.end ?? i + 1;
  }
  return claims;
}

/** Step: names that the lexicon lists, longest first; what is an everyday word as well needs a cue. */
export function claimKnownNames(reading: Reading): readonly Claim[] {
  const claims: Claim[] = [];
  for (let i = 0; i < reading.words.length; ) {
    const found = findKnownName(reading, reading.lexicon.names, i);
    if (found) claims.push(...toClaims(reading, found));
    i = found?.end ?? i + 1;
  }
  return claims;
}

/** A hit with the one sense that fits the place. */
export interface KnownName {
  readonly first: number;
  readonly end: number;
  readonly sense: Sense;
}

/** The longest name of the table that starts at a word and fits there in spelling, language and context. */
export function findKnownName(reading: Reading, table: NameTable<Sense>, first: number): KnownName | undefined {
  for (const hit of listHits(table, reading.words, first)) {
    if (isAdjectiveBeforeName(reading, hit)) continue;
    const fitting = hit.values.filter((sense) => fits(reading, hit, sense));
    const sense = chooseSense(reading, hit, fitting);
    if (sense) return { first, end: hit.end, sense };
  }
  return undefined;
}

/** „an der Seine", „an der Oder". */
function isBesideRiver(reading: Reading, first: number): boolean {
  return reading.words[first - 1]?.folded === 'der' && reading.words[first - 2]?.folded === 'an';
}

/** „im russischen Fernen Osten": where the rest is a name of a place by itself, the small adjective is not part of it. */
function isAdjectiveBeforeName(reading: Reading, { first, end }: NameHit<Sense>): boolean {
  if (end - first < 2 || reading.words[first]?.capital !== false || findAdjective(reading, first) === undefined)
    return false;
  const rest = reading.words.slice(first + 1, end).map(({ folded }) => folded);
  return reading.lexicon.names.byKey.get(rest.join(' '))?.some(({ actor }) => actor.kind === 'place') === true;
}

function fits(reading: Reading, hit: NameHit<Sense>, sense: Sense): boolean {
  if (sense.language !== undefined && sense.language !== reading.language) return false;
  if (!isSpelled(reading, hit, sense)) return false;
  if (sense.actor.kind === 'place')
    return !sense.needsCue || isAfterPlacePreposition(reading, hit.first) || isBesideRiver(reading, hit.first);
  return !sense.needsCue || hasCue(reading, hit) || isWrittenAsName(reading, hit, sense);
}

function isSpelled(reading: Reading, { first, end }: NameHit<Sense>, sense: Sense): boolean {
  const word = reading.words[first];
  const last = reading.words[end - 1];
  if (word === undefined || last === undefined) return false;
  if (sense.use === 'adjective') return reading.language === 'de' ? isAdjectiveHere(reading, first) : word.capital;
  if (sense.spelling === 'any') return true;
  if (sense.spelling === 'exact')
    return isSameAcronym(reading.paragraph.text.slice(word.start, last.end), sense.surface);
  if (word.capital) return last.capital || !/\p{Lu}[^\s-]*$/u.test(sense.surface);
  // „der russische Sicherheitsrat", „die koreanische Halbinsel": the adjective of such names is small inside a sentence.
  const pieces = sense.surface.split(' ');
  const isNamedByAdjective = sense.actor.kind === 'organization' || sense.actor.kind === 'place';
  return isNamedByAdjective && countLeadingAdjectives(pieces) > 0 && last.capital;
}

function isSameAcronym(text: string, surface: string): boolean {
  const [bare, wanted] = [text, surface].map((name) => name.replace(/\./g, ''));
  return bare === wanted || bare === `${wanted ?? ''}s` || bare === `${wanted ?? ''}'s` || bare === `${wanted ?? ''}’s`;
}

/** „Russisch" as a language is no adjective; „Russische Truppen" is, at the start of a sentence. */
function isAdjectiveHere(reading: Reading, index: number): boolean {
  const word = reading.words[index];
  const next = reading.words[index + 1];
  if (word === undefined) return false;
  if (!word.capital) return true;
  return next !== undefined && isJoined(next) && (next.capital || next.joint === 'hyphen' || !isInside(word));
}

/** Quotation marks or parentheses around it, or a word before it that says what it is („die Zeitung Welt"). */
function hasCue(reading: Reading, { first, end }: NameHit<Sense>): boolean {
  const opening = tokenBeside(reading, first, -1)?.text ?? '';
  const closing = tokenBeside(reading, end - 1, 1)?.text ?? '';
  // „Anne Spiegel (Grüne)"
  if (opening === '(' && /^[),]$/.test(closing)) return true;
  if (/^["„“»«‚'‘›‹]$/u.test(opening) && /^["“”«»‘’'‹›]$/u.test(closing)) return true;
  return reading.words[first]?.joint === 'space' && isDescriptor(reading, reading.words[first - 1]);
}

/** „Sender", „Nachrichtenagentur", „Partei": what stands in front of the bare name of an organization. */
export function isDescriptor(reading: Reading, word: Word | undefined): boolean {
  if (word === undefined || (reading.language === 'de' && !word.capital)) return false;
  return reading.lists.organizationHeads.find(word.folded)?.value.roles.has('descriptor') === true;
}

/** „berichtete Die Welt": a capital article inside the sentence; „WELT": capitals that the list has too. */
function isWrittenAsName(reading: Reading, { first, end }: NameHit<Sense>, sense: Sense): boolean {
  const word = reading.words[first];
  if (word === undefined) return false;
  if (/^\p{Lu}{2,}$/u.test(sense.surface)) return word.text === sense.surface && sense.surface.length > 2;
  return end - first > 1 && isInside(word) && /^(?:D(?:ie|er|as)|The) /.test(sense.surface);
}

const KINDS = ['country', 'person', 'organization', 'group', 'place'];

function chooseSense(reading: Reading, hit: NameHit<Sense>, senses: readonly Sense[]): Sense | undefined {
  if (senses.length < 2) return senses[0];
  const wanted: Use = isBeforeNoun(reading, hit.end) ? 'adjective' : 'demonym';
  const byUse = senses.find((sense) => sense.use === wanted);
  const isSplit = senses.some(({ use }) => use === 'adjective') && senses.some(({ use }) => use === 'demonym');
  if (byUse && isSplit) return byUse;
  return [...senses].sort((a, b) => KINDS.indexOf(a.actor.kind) - KINDS.indexOf(b.actor.kind))[0];
}

/** „Schweizer Bank", "French troops": whether a noun follows that the word may be the adjective of. */
function isBeforeNoun(reading: Reading, end: number): boolean {
  const next = reading.words[end];
  if (!isJoined(next) || next === undefined) return false;
  return reading.language === 'de' ? next.capital : true;
}

function toClaims(reading: Reading, { first, end, sense }: KnownName): readonly Claim[] {
  const base = {
    actor: sense.actor,
    form: FORMS[sense.use],
    rule: `lexicon ${sense.use}`,
    certainty: 'stated',
  } as const;
  const adjective = sense.actor.kind === 'organization' && end - first > 1 ? findAdjective(reading, first) : undefined;
  if (adjective === undefined || !isNamedByHead(reading, first, end)) return [{ ...base, first, end }];
  return [
    {
      first,
      end: first + 1,
      actor: adjective.actor,
      form: 'adjective',
      rule: 'lexicon adjective',
      certainty: 'stated',
    },
    { ...base, first: first + 1, end },
  ];
}

function findAdjective(reading: Reading, first: number): Sense | undefined {
  const senses = reading.lexicon.names.byKey.get(reading.words[first]?.folded ?? '');
  return senses?.find((sense) => sense.use === 'adjective' && sense.language === reading.language);
}

/** „der russische Sicherheitsrat": the name is the noun, and the adjective a mention of its own. */
function isNamedByHead(reading: Reading, first: number, end: number): boolean {
  const adjective = reading.words[first];
  const head = reading.words[end - 1];
  if (adjective === undefined || head === undefined || end - first !== 2) return adjective?.capital === false;
  const isOrgan = reading.lists.organizationHeads.find(head.folded)?.value.roles.has('organ') === true;
  return !adjective.capital || (isOrgan && reading.language === 'de');
}
