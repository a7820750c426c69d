import type { ActorId } from '../facts.js';
import { arePartedNames, hasPartedNamesake } from './authorityNames.js';
import { type KnownActor, makeActorId } from './knownActor.js';
import { nameKey } from './nameTable.js';
import { changeClaims, type Claim, type Reading, sliceText } from './reading.js';
import { resolveReference, splitName } from './reference.js';

/** Whether the writer has rejected what the claim's words say; with or without the s of a genitive. */
export function isRejected(reading: Reading, { first, end }: Claim): boolean {
  const { rejected } = reading.authority;
  if (rejected.size === 0) return false;
  const key = nameKey(sliceText(reading, first, end));
  return rejected.has(key) || rejected.has(key.replace(/s$/, ''));
}

/**
 * The reading with every actor replaced by the one that the writer's decisions give it: house spelling, names that are the same, names that
 * are not. What is rejected goes, unless the writer says whom these very words mean.
 */
export function applyDecisions(reading: Reading): Reading {
  return changeClaims(reading, (claim) => {
    if (claim.rule !== 'pin' && isRejected(reading, claim)) return undefined;
    const actor = decide(reading, part(reading, claim));
    return actor === claim.actor ? claim : { ...claim, actor };
  });
}

/** Who the words of the claim name where the writer parts them from the actor that would be taken for them. */
function part(reading: Reading, { first, end, actor, form, certainty }: Claim): KnownActor {
  if (reading.authority.parted.size === 0 || form !== 'name' || certainty === 'confirmed') return actor;
  const name = sliceText(reading, first, end);
  if (!arePartedNames(reading.authority, name, actor.name)) return actor;
  const { kind } = actor;
  if (kind !== 'person') return { id: makeActorId(kind, name), kind, name, origin: 'authority' };
  // Transliterations of one name make one id: what is parted needs one for its own spelling.
  const id = hasPartedNamesake(reading.authority, name)
    ? (`person:=${nameKey(name)}` as ActorId)
    : makeActorId(kind, name);
  return { id, kind, name, origin: 'authority', person: splitName(name, reading.lexicon) };
}

function decide({ authority, lexicon }: Reading, actor: KnownActor): KnownActor {
  const own = authority.actorOf.get(actor.id) ?? actor;
  const same = authority.sameAs.get(own.id) ?? authority.sameAs.get(nameKey(own.name));
  if (same === undefined) return own;
  return resolveReference(same, { authority, lexicon }, own);
}
