import type { EventType } from '../facts.js';
import type { Clause } from './clauses.js';
import { type EventText, findMentionAt, isAdjective, isCapital, isClass, type TokenMention } from './eventText.js';
import { hasWordClass } from './eventWords.js';
import type { Party } from './participants.js';
import type { Phrase } from './phrases.js';
import { listOthers } from './parts.js';
import { isWithinReach, listSharedClauses } from './reach.js';
import type { Scene } from './scene.js';
import type { TriggerMention } from './triggerMentions.js';

/** So many tokens behind a noun that is only the topic of its clause its place may begin. */
const REACH = 8;

/**
 * Where it was: the nearest place that stands behind „in", „auf", „nach" … in the clause of the trigger, a town before a state. A
 * visit is at its goal; an invasion or a war in the state that it strikes. A capital that means its government is no place.
 */
export function findWhere(scene: Scene, own: TriggerMention, parties: readonly Party[]): TokenMention | undefined {
  if (isBond(own)) return undefined;
  for (const clause of listSharedClauses(scene, own.clause)) {
    const nearest = findNearest(scene, clause, { own, parties });
    if (nearest) return nearest;
  }
  return findStruck(own, parties) ?? findTied(scene, own);
}

/** „die Allianz im Pazifik", „die Zusammenarbeit mit Japan": where a bond of states holds is not where it was made; exercises are somewhere. */
function isBond({ trigger, form }: TriggerMention): boolean {
  return trigger.type === 'COOPERATE' && form === 'noun' && trigger.mode !== 'exercise';
}

interface Asked {
  readonly own: TriggerMention;
  readonly parties: readonly Party[];
}

function findNearest(scene: Scene, clause: Clause, asked: Asked): TokenMention | undefined {
  const { head } = asked.own;
  const places = (scene.phrasesOf[clause.index] ?? []).filter((phrase) => isPlace(scene, phrase, asked));
  const distance = ({ mention }: Phrase): number =>
    (mention.first >= head ? mention.first - head : 2 * (head - mention.first)) +
    (mention.actor.kind === 'place' ? 0 : 100);
  return places.toSorted((a, b) => distance(a) - distance(b))[0]?.mention;
}

function isPlace(scene: Scene, phrase: Phrase, { own, parties }: Asked): boolean {
  const { text } = scene;
  if (!namesPlace(phrase.mention)) return false;
  if (phrase.kind === 'bare') return own.form !== 'noun' && isReached(own) && phrase.mention.actor.kind === 'place';
  if (phrase.kind !== 'prepositional' || !hasWordClass(text.triggers.words, phrase.preposition, 'place')) return false;
  if (isOtherSide(phrase, own) || isPartOfNoun(text, phrase, own) || isSeat(text, phrase, parties)) return false;
  if (isGoalOfOther(scene, phrase, own)) return false;
  return isWithinReach(scene, own, phrase.mention.first, REACH);
}

/** „besuchte Kiew", „griffen Odessa an": the object is where it was. */
function isReached({ trigger }: TriggerMention): boolean {
  return trigger.mode === 'visit' || trigger.type === 'ASSAULT';
}

function namesPlace({ actor, mention }: TokenMention): boolean {
  return (
    (actor.kind === 'place' || actor.kind === 'country') && mention.form !== 'metonym' && mention.form !== 'adjective'
  );
}

const SPATIAL: ReadonlySet<EventType> = new Set(['CONSULT', 'MOBILIZE', 'ASSAULT', 'OTHER']);

/** „Lieferungen an Russland", „sanctions on Russia": to whom something is done, and no place. */
function isOtherSide({ mention, preposition }: Phrase, { trigger }: TriggerMention): boolean {
  return mention.actor.kind === 'country' && trigger.partner.has(preposition) && !SPATIAL.has(trigger.type);
}

const SAID: ReadonlySet<EventType> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT']);

/** „nach den Ereignissen in der Ukraine": the place belongs to the noun before it. */
function isPartOfNoun(text: EventText, { first }: Phrase, own: TriggerMention): boolean {
  const noun = first - 1;
  if (!isCapital(text, noun) || text.dateOf[noun] !== -1 || findMentionAt(text, noun)) return false;
  // What is said may be said anywhere: „die Truppen in Osteuropa" are part of it.
  if (SAID.has(own.trigger.type)) return true;
  return (noun < own.first || noun >= own.end) && isBehindPreposition(text, noun);
}

/** „vor dem Einmarsch des Führers in die Ukraine vereinbart": the noun before the place takes it with its preposition. */
function isGoalOfOther(scene: Scene, { preposition, first }: Phrase, own: TriggerMention): boolean {
  return listOthers(scene, own).some(
    ({ form, end, trigger }) =>
      form === 'noun' && end <= first && first - end <= REACH_OF_NOUN && trigger.partner.has(preposition),
  );
}
/** So many tokens, genitives mostly, may stand between a noun and its goal. */
const REACH_OF_NOUN = 5;

function isBehindPreposition(text: EventText, noun: number): boolean {
  for (let at = noun - 1; at > noun - 5; at--) {
    if (isClass(text, 'preposition', at)) return true;
    if (!isAdjective(text, at) && !isClass(text, 'definite', at)) return false;
  }
  return false;
}

/** „das Institut in London": where an organization sits that has no part in the event. */
function isSeat(text: EventText, { first }: Phrase, parties: readonly Party[]): boolean {
  const name = findMentionAt(text, first - 1);
  return name?.actor.kind === 'organization' && !parties.some(({ actor }) => actor === name.actor.id);
}

const STRIKING: ReadonlySet<string> = new Set(['visit', 'invade', 'war']);
const STATEWIDE: ReadonlySet<string> = new Set(['crisis', 'closing']);

/** „Japan-Besuch", „Invasion der Ukraine", „Ukraine-Krise", „Schließung der Grenzen Nordkoreas": in the state that it strikes. */
function findStruck({ trigger }: TriggerMention, parties: readonly Party[]): TokenMention | undefined {
  const isStatewide = STATEWIDE.has(trigger.mode);
  if (!isStatewide && !STRIKING.has(trigger.mode)) return undefined;
  return parties.find(({ role, mention }) => (isStatewide || role === 'target') && mention.actor.kind === 'country')
    ?.mention;
}

/** „Kreml-Treffen": the place is part of the word. */
function findTied({ phrasesOf }: Scene, own: TriggerMention): TokenMention | undefined {
  const tied = (phrasesOf[own.clause.index] ?? []).find(({ noun }) => noun >= own.first && noun < own.end);
  return tied?.mention.actor.kind === 'place' && namesPlace(tied.mention) ? tied.mention : undefined;
}
