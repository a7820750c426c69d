import type { EventType, ParticipantRole } from '../facts.js';
import { type EventText, isClass } from './eventText.js';
import { hasWordClass } from './eventWords.js';
import type { Phrase } from './phrases.js';
import type { Scene } from './scene.js';
import type { TriggerMention } from './triggerMentions.js';

/** A phrase as somebody's part in an event. */
export interface Part {
  readonly phrase: Phrase;
  readonly role: ParticipantRole;
  /** Tied to the trigger itself rather than only named in its clause. */
  readonly isNear: boolean;
}

/** Makes parts that are tied to the trigger. */
export function near(role: ParticipantRole): (phrase: Phrase) => Part {
  return (phrase) => ({ phrase, role, isNear: true });
}

/** Makes parts of those who are only named in the clause. */
export function present(role: ParticipantRole): (phrase: Phrase) => Part {
  return (phrase) => ({ phrase, role, isNear: false });
}

const MUTUAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

/** Whether participants of such an event act together instead of one on the other. */
export function isMutual(type: EventType): boolean {
  return MUTUAL.has(type);
}

/** Whether all participants are equal parties: who visits, though, goes to somebody. */
export function isTogether({ trigger }: TriggerMention): boolean {
  return isMutual(trigger.type) && trigger.mode !== 'visit';
}

/** The role of who stands behind one of the trigger's prepositions. */
export function roleOfPartner(own: TriggerMention): ParticipantRole {
  return isTogether(own) ? 'party' : 'target';
}

/** The phrases of the trigger's clause. */
export function listPhrases(scene: Scene, own: TriggerMention): readonly Phrase[] {
  return scene.phrasesOf[own.clause.index] ?? [];
}

/** The other triggers of the clause. */
export function listOthers(scene: Scene, own: TriggerMention): readonly TriggerMention[] {
  return (scene.triggersOf[own.clause.index] ?? []).filter((other) => other !== own);
}

/** A prepositional phrase belongs to the nearest trigger before it that takes its preposition, else to the first one behind. */
export function isPartner(scene: Scene, phrase: Phrase, own: TriggerMention): boolean {
  if (phrase.kind !== 'prepositional' || !takes(scene.text, own, phrase)) return false;
  const rivals = (scene.triggersOf[own.clause.index] ?? []).filter((other) => takes(scene.text, other, phrase));
  const owner = rivals.findLast(({ head }) => head < phrase.mention.first) ?? rivals[0];
  return owner === own || (owner !== undefined && owner.form !== 'noun' && owner.trigger.type === own.trigger.type);
}

function takes(text: EventText, own: TriggerMention, { preposition, mention }: Phrase): boolean {
  const { trigger } = own;
  // Before a noun only those stand whom it joins: „mit Xi führte er Gespräche", but not „in Moskau die Forderung".
  const mayPrecede = own.form !== 'noun' || isTogether(own);
  if (mention.first < own.head && !mayPrecede) return false;
  const isJoint = isMutual(trigger.type) && hasWordClass(text.triggers.words, preposition, 'partner');
  return isJoint || trigger.partner.has(preposition);
}

/** „von Putin", „durch Truppen", „by NATO". */
export function isAgent(text: EventText, phrase: Phrase): boolean {
  const isBehind = phrase.kind === 'prepositional' || phrase.tie === 'genitive';
  return isBehind && hasWordClass(text.triggers.words, phrase.preposition, 'agent');
}

const MEANT: ReadonlySet<EventType> = new Set(['ACCUSE', 'REJECT', 'SUPPORT']);

/** „kritisierte die Stationierung amerikanischer Raketen": whom the object belongs to is meant. */
export function listOwnersBehind(scene: Scene, own: TriggerMention): readonly Part[] {
  if (!MEANT.has(own.trigger.type)) return [];
  const owners = listPhrases(scene, own).filter(
    ({ kind, mention, noun }) => kind === 'dependent' && noun > own.head && mention.actor.kind !== 'place',
  );
  return owners.map(near('target'));
}

/** Whether any word of the trigger's clause belongs to a class; the trigger itself does not count. */
export function hasInClause(scene: Scene, own: TriggerMention, name: Parameters<typeof isClass>[1]): boolean {
  return own.clause.tokens.some((at) => at !== own.head && isClass(scene.text, name, at));
}
