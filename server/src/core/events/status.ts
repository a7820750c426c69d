import type { EventStatus, EventType } from '../facts.js';
import { type EventText, isAdjective, isClass } from './eventText.js';
import { hasWordClass, type WordClass } from './eventWords.js';
import { findPreposition, isArticle } from './nounPhrase.js';
import { hasInClause, listOthers } from './parts.js';
import type { Scene } from './scene.js';
import type { TimeInterval } from './timeInterval.js';
import type { TriggerMention } from './triggerMentions.js';

/** Whether the text denies the event: „kein Treffen", „nicht getroffen", „weder … noch". */
export function isDenied(text: EventText, own: TriggerMention): boolean {
  const { tokens } = own.clause;
  if (own.article === 'negative') return true;
  // „unterzeichneten kein Abkommen": a denied object denies the verb; „ohne Abkommen" does not.
  const hasNo = tokens.some((at) => isClass(text, 'negative', at) && !isClass(text, 'preposition', at));
  if (own.form !== 'noun' && hasNo) return true;
  const negation = tokens.find((at) => isClass(text, 'negation', at));
  // „nicht nur", „nicht zuletzt": that is no denial.
  if (negation === undefined || isClass(text, 'emphasis', negation + 1)) return false;
  if (own.form !== 'noun') return true;
  return negation < own.head ? own.head - negation <= 3 : findPreposition(text, own.first) === '';
}

/** Whether it happened, is planned or only possible, by the first rule that tells. */
export function findStatus(scene: Scene, own: TriggerMention, when: TimeInterval | undefined): EventStatus {
  const { text } = scene;
  if (own.clause.kind === 'condition' || own.form === 'subjunctive' || isFeared(scene, own)) return 'hypothetical';
  if (when && text.today && when.from > text.today.to) return 'planned';
  if (hasAdjective(text, own, 'plannedAdjective') || isLedBy(text, own, 'announced')) return 'planned';
  // What stands behind a preposition is the occasion of the clause, whatever the verb says: „könnte bei seinem Besuch …".
  const ofClause = isOccasion(scene, own) ? undefined : findStatusOfClause(scene, own);
  if (ofClause !== 'planned' && hasAdjective(text, own, 'possibleAdjective')) return 'hypothetical';
  return ofClause ?? own.trigger.status ?? 'happened';
}

/** „bei seinem Besuch", „ein Weg aus dem Krieg"; but in „vor Lieferungen gewarnt" the preposition is the verb's. */
function isOccasion(scene: Scene, own: TriggerMention): boolean {
  const preposition = own.form === 'noun' ? findPreposition(scene.text, own.first) : '';
  if (
    preposition === '' ||
    listOthers(scene, own).some((other) => isVerb(other) && other.trigger.partner.has(preposition))
  )
    return false;
  return own.article === 'definite' || hasWordClass(scene.text.triggers.words, preposition, 'occasion');
}

function isVerb({ form }: TriggerMention): boolean {
  return form !== 'noun';
}

function findStatusOfClause(scene: Scene, own: TriggerMention): EventStatus | undefined {
  const has = (name: WordClass): boolean => hasInClause(scene, own, name);
  if (has('hypothetical') || isDemanded(scene, own) || isContent(scene.text, own)) return 'hypothetical';
  if (own.clause.kind === 'infinitive') return findStatusOfInfinitive(scene, own);
  const isAhead = has('planned') || (has('future') && (own.form !== 'noun' || !has('past')));
  return isAhead && (own.form === 'noun' || own.form === 'infinitive') ? 'planned' : undefined;
}

/** „…, dass die Nato Truppen abzieht": what is demanded or feared, not what is. */
function isContent(text: EventText, { form, clause }: TriggerMention): boolean {
  return form === 'present' && clause.kind === 'subordinate' && isClass(text, 'reporting', clause.tokens[0] ?? -1);
}

/** „…, Moskau zu besuchen" is planned, unless the clause above makes it only possible. */
function findStatusOfInfinitive(scene: Scene, own: TriggerMention): EventStatus | undefined {
  const isNoun = own.form === 'noun';
  if (isNoun && own.article === 'definite') return undefined;
  const above = scene.clauses.list[own.clause.parent];
  const isAsked = (scene.triggersOf[own.clause.parent] ?? []).some(callsFor);
  const isOpen = above?.tokens.some((at) => isClass(scene.text, 'hypothetical', at)) === true;
  const isPurpose = isNoun && isClass(scene.text, 'purpose', own.clause.tokens[0] ?? -1);
  return isAsked || isOpen || isPurpose ? 'hypothetical' : 'planned';
}

const CALLING: ReadonlySet<EventType> = new Set(['REQUEST', 'REJECT', 'THREATEN']);

/** A verb whose object has not come about: „forderte Verhandlungen", „lehnte ein Abkommen ab". */
function callsFor(own: TriggerMention): boolean {
  return isVerb(own) && CALLING.has(own.trigger.type);
}

/** What such a verb is about, unless the text takes it as known: „lehnte das Abkommen ab". */
function isDemanded(scene: Scene, own: TriggerMention): boolean {
  if (isVerb(own) || own.article === 'definite' || CALLING.has(own.trigger.type)) return false;
  return listOthers(scene, own).some(callsFor);
}

/** „die Befürchtung eines Angriffs", „warnte vor Lieferungen"; „Warnungen, wonach …", „für den Fall, dass …". */
function isFeared(scene: Scene, own: TriggerMention): boolean {
  if (isLedBy(scene.text, own, 'reported')) return true;
  if (own.article === 'definite' || own.clause.kind !== 'subordinate') return false;
  const above = scene.clauses.list[own.clause.parent];
  return above?.tokens.some((at) => isClass(scene.text, 'reported', at)) === true;
}

/** Whether a word of the class governs the noun: right before its genitive, or before its preposition. */
function isLedBy(text: EventText, own: TriggerMention, name: WordClass): boolean {
  if (isVerb(own)) return false;
  let at = own.first - 1;
  while (at > own.first - 5 && (isAdjective(text, at) || isArticle(text, at))) at--;
  if (!isClass(text, 'preposition', at)) return isClass(text, name, at);
  // Between verb and preposition may stand whom it is said to: „warnte China vor Lieferungen".
  return isClass(text, 'content', at) && [at - 1, at - 2, at - 3].some((before) => isClass(text, name, before));
}

/** An adjective of the class right before the noun: „der geplante Besuch", „ein möglicher neuer Angriff". */
function hasAdjective(text: EventText, own: TriggerMention, name: WordClass): boolean {
  for (let at = own.first - 1; !isVerb(own) && at >= own.first - 4; at--) {
    if (isClass(text, name, at)) return true;
    if (!isAdjective(text, at)) return false;
  }
  return false;
}
