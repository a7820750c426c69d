import { type KnownActor, makeActorId } from './knownActor.js';
import { nameKey } from './nameTable.js';
import { changeClaims, type Claim, type Reading, sliceText } from './reading.js';

/** Whether the writer has rejected what the claim's words say; with or without the s of a genitive. */
export function isRejected(reading: Reading, { first, end }: Claim): boolean {
  const { rejected } = reading.authority;
  if (rejected.size === 0) return false;
  const key = nameKey(sliceText(reading, first, end));
  return rejected.has(key) || rejected.has(key.replace(/s$/, ''));
}

/** The reading with every actor replaced by the one that the writer's decisions give it: house spelling, and names that are the same. */
export function applyDecisions(reading: Reading): Reading {
  const { actorOf, nameOf } = reading.authority;
  if (actorOf.size === 0 && nameOf.size === 0) return reading;
  return changeClaims(reading, (claim) => {
    const actor = decide(reading, claim.actor);
    return actor === claim.actor ? claim : { ...claim, actor };
  });
}

function decide({ authority, lexicon }: Reading, actor: KnownActor): KnownActor {
  const own = authority.actorOf.get(actor.id) ?? actor;
  const name = authority.nameOf.get(nameKey(own.name));
  if (name === undefined) return own;
  const id = makeActorId(own.kind, name);
  const known = lexicon.names.byKey
    .get(nameKey(name))
    ?.find((sense) => sense.use === 'name' && sense.actor.kind === own.kind);
  return authority.actorOf.get(id) ?? { ...own, id: known?.actor.id ?? id, name, origin: 'authority' };
}
