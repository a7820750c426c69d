import { inflectAdjective } from '../language/de/nameInflection.js';
import type { OrganizationHead } from './actorWords.js';
import { type KnownActor, makeActorId } from './knownActor.js';
import { nameKey } from './nameTable.js';
import type { Claim, Reading } from './reading.js';
import { findStateBeside } from './states.js';
import { isJoined } from './words.js';

/**
 * Step: state organs that a common noun names together with a state: „das russische Außenministerium" is the organization
 * „Russisches Außenministerium", and its name in the text the noun. Later ones without a state mean the last of the same noun.
 */
export function claimOrgans(reading: Reading): readonly Claim[] {
  if (reading.language !== 'de') return [];
  const latest = reading.document.trail;
  return reading.words.flatMap((word, first) => {
    const known = reading.claimOf[first];
    const found = word.capital ? reading.lists.organizationHeads.find(word.folded) : undefined;
    if (found === undefined || !found.value.roles.has('organ')) return [];
    const head = word.text.slice(0, Math.max(0, word.text.length - (word.folded.length - found.rest))) + nounOf(found);
    if (known) {
      if (known.actor.kind === 'organization') latest.set(nameKey(head), known.actor);
      return [];
    }
    if (word.joint === 'hyphen' || isTitleOfPerson(reading, first)) return [];
    const actor = identifyOrgan(reading, first, head, found.value.gender) ?? latest.find(nameKey(head));
    if (actor === undefined) return [];
    latest.set(nameKey(head), actor);
    return [{ first, end: first + 1, actor, form: 'name', rule: 'state+organ', certainty: 'stated' }];
  });
}

function nounOf({ value, rest }: { readonly value: OrganizationHead; readonly rest: number }): string {
  return rest > 0 ? value.nominative.toLowerCase() : value.nominative;
}

/** „Staatsrat Wang Yi": the noun is the person's office. */
function isTitleOfPerson(reading: Reading, first: number): boolean {
  return isJoined(reading.words[first + 1]) && reading.claimOf[first + 1]?.actor.kind === 'person';
}

function identifyOrgan(
  reading: Reading,
  first: number,
  head: string,
  gender: OrganizationHead['gender'],
): KnownActor | undefined {
  const iso = findStateBeside(reading, first, first + 1);
  const state = reading.lexicon.states.get(iso ?? '');
  if (state?.adjective === undefined) return head.startsWith('Bundes') ? toOrgan(reading, head, undefined) : undefined;
  const adjective = inflectAdjective(state.adjective, gender === 'p' ? 'f' : gender);
  return toOrgan(reading, `${adjective.charAt(0).toUpperCase()}${adjective.slice(1)} ${head}`, iso);
}

/** The lexicon's organ of this name („US-Außenministerium"), else a new one. */
function toOrgan(reading: Reading, name: string, state: string | undefined): KnownActor {
  const known = reading.lexicon.names.byKey.get(nameKey(name))?.find(({ actor }) => actor.kind === 'organization');
  if (known) return known.actor;
  const actor = { id: makeActorId('organization', name), kind: 'organization', name, origin: 'text' } as const;
  return state === undefined ? actor : { ...actor, state };
}
