import type { NamedActor } from '../actors/recognisedNames.js';
import type { ActorId, Participant } from '../facts.js';
import { isClass, type TokenMention } from './eventText.js';
import { listNounParts } from './nounParts.js';
import type { Part } from './parts.js';
import { isMutual } from './parts.js';
import type { Scene } from './scene.js';
import type { TriggerMention } from './triggerMentions.js';
import { listVerbParts } from './verbParts.js';

/** A participant with the mention that names it here. */
export interface Party extends Participant {
  readonly mention: TokenMention;
  /** Tied to the trigger itself rather than only named in its clause. */
  readonly isNear: boolean;
}

/** Who takes part in what the trigger names, in the order of the text, every actor once. A town or region does not act. */
export function findParties(scene: Scene, own: TriggerMention): readonly Party[] {
  const parts = own.form === 'noun' ? listNounParts(scene, own) : listVerbParts(scene, own);
  const byActor = new Map<ActorId, Party>();
  for (const part of parts) {
    const party = findParty(scene, part);
    if (party && !byActor.has(party.actor)) byActor.set(party.actor, party);
  }
  return [...byActor.values()].sort((a, b) => a.mention.first - b.mention.first);
}

/** Who goes to Pjöngjang visits North Korea, where the article names it. */
function findParty(scene: Scene, { phrase, role, isNear }: Part): Party | undefined {
  const { mention } = phrase;
  const isTown = mention.actor.kind === 'place';
  const actor = isTown ? findState(scene, mention.actor) : mention.actor;
  if (actor === undefined || (isTown && role !== 'target')) return undefined;
  const state = actor.state === undefined ? {} : { state: actor.state };
  return { actor: actor.id, role, isNear, mention: { ...mention, actor }, ...state };
}

function findState({ states }: Scene, { state }: NamedActor): NamedActor | undefined {
  return state === undefined ? undefined : states.get(state);
}

export type Group = 'actors' | 'states';

/** Whether the clause names its participants only as a group that the text has named before: „die beiden", „beide Länder". */
export function findGroup({ text }: Scene, own: TriggerMention, parties: readonly Party[]): Group | undefined {
  const isNoun = own.form === 'noun';
  const isNamed = isNoun ? parties.length > 1 : parties.some(({ role }) => role !== 'target');
  if (isNamed || own.trigger.isWeak || (isNoun && !isMutual(own.trigger.type))) return undefined;
  const near = isNoun ? own.clause.tokens.filter((at) => at >= own.first - 5 && at <= own.end + 7) : own.clause.tokens;
  if (near.some((at) => isClass(text, 'pluralStates', at))) return 'states';
  return near.some((at) => isClass(text, 'plural', at)) ? 'actors' : undefined;
}
