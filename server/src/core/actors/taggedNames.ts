import { isUnresolved } from '../facts.js';
import { numberFoundNames } from '../tagger/foundNames.js';
import type { TagKind } from '../tagger/labels.js';
import { isCapitalised } from '../text/tokens.js';
import { isRejected } from './decisions.js';
import { type KnownActor, makeActorId } from './knownActor.js';
import { nameKey } from './nameTable.js';
import { identifyOrganization } from './organizations.js';
import { isNamePart, type NameParts, readKnownPattern } from './personNames.js';
import { identifyPerson, makeUnresolvedPerson, readBaseName } from './persons.js';
import { changeClaims, type Claim, isEveryday, type Reading, sliceText, addClaims } from './reading.js';

const RULE = 'tagger';

/** A stretch of words that the tagger takes for a name. */
interface Tagged {
  readonly first: number;
  readonly end: number;
  readonly kind: Exclude<TagKind, 'OTH'>;
}

/**
 * The reading as the trained tagger sees it, which knows what the rules have claimed: names that no rule tells are claimed, and where
 * it sees another stretch than an unconfirmed claim, its own counts.
 */
export function applyTags(reading: Reading): Reading {
  if (reading.tag === undefined) return reading;
  const seen = listTagged(reading);
  const tagged = seen.filter((name) => !isHeld(reading, name));
  const crossed = new Set(tagged.flatMap(({ first, end }) => reading.claimOf.slice(first, end)));
  const backed = new Set(seen.flatMap(({ first, end }) => reading.claimOf.slice(first, end)));
  const cleared = changeClaims(reading, (claim) =>
    crossed.has(claim) || !(backed.has(claim) || standsAlone(claim)) ? undefined : claim,
  );
  return addClaims(
    cleared,
    tagged.map((name) => toClaim(cleared, name)).filter((claim) => !isRejected(cleared, claim)),
  );
}

/** The reading without the surnames that only the tagger sees, where the text names a bearer: whose they are is told like that of all others. */
export function releaseTaggedSurnames(reading: Reading): Reading {
  const { answers } = reading.document.told;
  return changeClaims(reading, (claim) =>
    claim.rule === RULE && isUnresolved(claim.actor.id) && answers.has(nameKey(claim.actor.name)) ? undefined : claim,
  );
}

/** Whether the claim needs nobody's agreement: the tagger has not learnt adjectives and groups, and states are no matter of doubt. */
function standsAlone({ certainty, actor, form }: Claim): boolean {
  return certainty === 'confirmed' || form !== 'name' || actor.kind === 'group' || actor.kind === 'country';
}

function listTagged(reading: Reading): readonly Tagged[] {
  const { tag, paragraph } = reading;
  if (tag === undefined) return [];
  const wordAt = new Map(reading.words.map(({ token }, i) => [token, i]));
  const found = reading.claims.map(({ first, end, actor, form }) => ({
    start: reading.words[first]?.start ?? 0,
    end: reading.words[end - 1]?.end ?? 0,
    kind: actor.kind,
    isAdjective: form === 'adjective',
  }));
  const numbers = numberFoundNames(paragraph.tokens, found);
  return paragraph.sentences.flatMap(({ firstToken, endToken }) => {
    const tokens = paragraph.tokens.slice(firstToken, endToken).map(({ text }) => text);
    if (!tokens.some(isCapitalised)) return [];
    return tag(tokens, numbers.subarray(firstToken, endToken)).flatMap(({ first, end, kind }) => {
      const [from, to] = [wordAt.get(first + firstToken), wordAt.get(end - 1 + firstToken)];
      return from === undefined || to === undefined || kind === 'OTH' ? [] : [{ first: from, end: to + 1, kind }];
    });
  });
}

const KINDS: Readonly<Record<KnownActor['kind'], TagKind | undefined>> = {
  person: 'PER',
  organization: 'ORG',
  country: 'LOC',
  place: 'LOC',
  group: undefined,
};

/** Whether the claims at the stretch stay as they are. */
function isHeld(reading: Reading, name: Tagged): boolean {
  const { first, end, kind } = name;
  const claims = reading.claimOf.slice(first, end);
  if (claims.some((claim) => claim?.certainty === 'confirmed')) return true;
  const [claim] = claims;
  if (claim === undefined) return false;
  const isSame = claim.first === first && claim.end === end && KINDS[claim.actor.kind] === kind;
  return isSame || isPartOfListed(claim, name) || isStateInCompound(reading, claim, name);
}

/** „Wall Street" in „Wall Street Journal": the longer name is in the lexicon. */
function isPartOfListed({ first, end, actor }: Claim, tagged: Tagged): boolean {
  return (
    actor.origin === 'lexicon' && first <= tagged.first && tagged.end <= end && end - first > tagged.end - tagged.first
  );
}

/** „US-Dreierallianz": behind the name of a state stands an everyday noun, which makes no name of the whole. */
function isStateInCompound(reading: Reading, claim: Claim, { first, end }: Tagged): boolean {
  const last = reading.words[end - 1];
  const isOpened = claim.actor.kind === 'country' && claim.first === first && claim.end < end;
  if (last === undefined || !isOpened || reading.words[claim.end]?.joint !== 'hyphen') return false;
  const head = reading.lists.organizationHeads.find(last.folded);
  return isEveryday(reading, last) && head?.value.roles.has('hyphened') !== true;
}

function toClaim(reading: Reading, name: Tagged): Claim {
  const { first, end } = name;
  return { first, end, actor: identify(reading, name), form: 'name', rule: RULE, certainty: 'inferred' };
}

function identify(reading: Reading, name: Tagged): KnownActor {
  const { first, end, kind } = name;
  const listed = findListed(reading, name);
  if (listed) return listed;
  if (kind === 'PER') return identifyTaggedPerson(reading, first, end);
  if (kind === 'ORG') return identifyOrganization(reading, first, end);
  const place = readBaseName(reading, first, end);
  return { id: makeActorId('place', place), kind: 'place', name: place, origin: 'text' };
}

/** What the lexicon or the text elsewhere calls so. */
function findListed(reading: Reading, { first, end, kind }: Tagged): KnownActor | undefined {
  const key = nameKey(sliceText(reading, first, end));
  const keys = key.endsWith('s') ? [key, key.slice(0, -1)] : [key];
  for (const each of keys) {
    const senses = reading.lexicon.names.byKey.get(each) ?? [];
    const sense = senses.find(({ actor, use }) => use !== 'adjective' && KINDS[actor.kind] === kind);
    const told = reading.document.told.answers.get(each)?.find((actor) => KINDS[actor.kind] === kind);
    if (sense ?? told) return sense?.actor ?? told;
  }
  return undefined;
}

function identifyTaggedPerson(reading: Reading, first: number, end: number): KnownActor {
  if (end - first === 1 || isSurnameOnly(reading, first, end))
    return makeUnresolvedPerson(readBaseName(reading, first, end));
  const known = readKnownPattern(reading, first);
  return identifyPerson(reading, known?.end === end ? known : splitName(reading, first, end));
}

/** „Schulze-Rath", „von Trotha": all parts are tied by hyphens, or a particle opens them. */
function isSurnameOnly(reading: Reading, first: number, end: number): boolean {
  const isTied = reading.words.slice(first + 1, end).every(({ joint }) => joint === 'hyphen');
  return isTied || reading.words[first]?.capital === false;
}

/** The surname is the last word, with its hyphened parts and the particles in front. */
function splitName(reading: Reading, first: number, end: number): NameParts {
  let from = end - 1;
  while (from > first + 1 && reading.words[from]?.joint === 'hyphen') from--;
  while (from > first + 1 && isNamePart(reading, 'particle', reading.words[from - 1])) from--;
  return { first, end, surname: [from, end] };
}
