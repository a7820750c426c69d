import type { EventStatus } from '../facts.js';
import { type EventText, isAdjective, isClass } from './eventText.js';
import { hasWordClass, type WordClass } from './eventWords.js';
import { findPreposition, isBehindPreposition } from './participants.js';
import type { Scene } from './scene.js';
import { findInterval, type TimeInterval } from './timeInterval.js';
import type { TriggerMention } from './triggerMentions.js';

/** Whether the text denies the event: „kein Treffen", „nicht getroffen", „weder … noch". */
export function isDenied(text: EventText, own: TriggerMention): boolean {
  if (own.article === 'negative') return true;
  // „unterzeichneten kein Abkommen": a denied object denies the verb.
  if (
    own.form !== 'noun' &&
    own.clause.tokens.some((at) => isClass(text, 'negative', at) && !isClass(text, 'preposition', at))
  )
    return true;
  const negation = own.clause.tokens.find((at) => isClass(text, 'negation', at));
  if (negation === undefined) return false;
  // „nicht nur", „nicht zuletzt": that is no denial.
  if (/^(?:nur|zuletzt|only|least)$/.test(text.words[negation + 1] ?? '')) return false;
  return own.form !== 'noun' || (negation < own.head ? own.head - negation <= 3 : !isBehindPreposition(text, own));
}

export interface StatusInput {
  readonly when: TimeInterval | undefined;
  /** The article's date in ISO form, as precise as known. */
  readonly articleDate: string | undefined;
}

/** Whether it happened, is planned or only possible, by the first rule that tells. */
export function findStatus(scene: Scene, own: TriggerMention, { when, articleDate }: StatusInput): EventStatus {
  const { text } = scene;
  const today = articleDate === undefined ? undefined : findInterval(articleDate);
  if (own.clause.kind === 'condition' || isReported(scene, own) || own.form === 'subjunctive') return 'hypothetical';
  if (
    (when && today && when.from > today.to) ||
    hasAdjective(text, own, 'plannedAdjective') ||
    leadsUp(text, own, 'announced')
  )
    return 'planned';
  const isPossible = hasAdjective(text, own, 'possibleAdjective');
  // What stands behind a preposition is the occasion of the clause, whatever the verb says: „könnte bei seinem Besuch …".
  const isOccasion = own.form === 'noun' && isOccasionOf(scene, own);
  const ofClause = isOccasion ? undefined : statusOfClause(scene, own);
  if (ofClause === 'planned') return 'planned';
  return isPossible ? 'hypothetical' : (ofClause ?? own.trigger.status ?? 'happened');
}

/** „bei seinem Besuch", „ein Weg aus dem Krieg"; but in „vor Lieferungen gewarnt" the preposition is the verb's. */
function isOccasionOf(scene: Scene, own: TriggerMention): boolean {
  const preposition = findPreposition(scene.text, own);
  const others = scene.triggersOf[own.clause.index] ?? [];
  const isOfVerb = others.some(({ form, trigger }) => form !== 'noun' && trigger.partner.has(preposition));
  if (isOfVerb || preposition === '') return false;
  return own.article === 'definite' || hasWordClass(scene.text.triggers.words, preposition, 'occasion');
}

function statusOfClause(scene: Scene, own: TriggerMention): EventStatus | undefined {
  const has = (name: WordClass): boolean =>
    own.clause.tokens.some((at) => at !== own.head && isClass(scene.text, name, at));
  if (has('hypothetical') || isDemanded(scene, own)) return 'hypothetical';
  if (own.clause.kind === 'infinitive') return statusOfInfinitive(scene, own);
  // „…, dass die Nato Truppen abzieht": what is demanded or feared, not what is.
  if (
    own.form === 'present' &&
    own.clause.kind === 'subordinate' &&
    isClass(scene.text, 'reporting', own.clause.tokens[0] ?? -1)
  )
    return 'hypothetical';
  if (own.form === 'noun') return has('planned') || (has('future') && !has('past')) ? 'planned' : undefined;
  return own.form === 'infinitive' && (has('future') || has('planned')) ? 'planned' : undefined;
}

/** „…, Moskau zu besuchen" is planned, unless the clause above makes it only possible. */
function statusOfInfinitive(scene: Scene, own: TriggerMention): EventStatus | undefined {
  if (own.form === 'noun' && own.article === 'definite') return undefined;
  const above = scene.clauses.list[own.clause.parent];
  const isAsked = (scene.triggersOf[own.clause.parent] ?? []).some(
    ({ form, trigger }) => form !== 'noun' && CALLS_FOR.has(trigger.type),
  );
  const isOpen = isAsked || above?.tokens.some((at) => isClass(scene.text, 'hypothetical', at)) === true;
  const isPurpose = own.form === 'noun' && isClass(scene.text, 'infinitive', own.clause.tokens[0] ?? -1);
  return isOpen || isPurpose ? 'hypothetical' : 'planned';
}

const CALLS_FOR: ReadonlySet<string> = new Set(['REQUEST', 'REJECT', 'THREATEN']);

/** „lehnte ein Abkommen ab", „forderte Verhandlungen": the object of such a verb has not come about, unless it is known already. */
function isDemanded(scene: Scene, own: TriggerMention): boolean {
  if (own.form !== 'noun' || own.article === 'definite' || CALLS_FOR.has(own.trigger.type)) return false;
  const others = scene.triggersOf[own.clause.index] ?? [];
  return others.some(({ form, trigger }) => form !== 'noun' && CALLS_FOR.has(trigger.type));
}

/** „die Befürchtung eines Angriffs", „warnte vor Lieferungen"; „Warnungen, wonach …", „für den Fall, dass …". */
function isReported(scene: Scene, own: TriggerMention): boolean {
  if (leadsUp(scene.text, own, 'reported')) return true;
  if (own.article === 'definite') return false;
  const above = own.clause.kind === 'subordinate' ? scene.clauses.list[own.clause.parent] : undefined;
  return above?.tokens.some((at) => isClass(scene.text, 'reported', at)) === true;
}

/** Whether a word of the class governs the noun: right before its genitive, or before its preposition. */
function leadsUp(text: EventText, own: TriggerMention, name: WordClass): boolean {
  if (own.form !== 'noun') return false;
  let at = own.first - 1;
  while (at > own.first - 5 && (isAdjective(text, at) || isArticle(text, at))) at--;
  if (!isClass(text, 'preposition', at)) return isClass(text, name, at);
  // Between verb and preposition may stand whom it is said to: „warnte China vor Lieferungen".
  for (let before = at - 1; before >= at - 3; before--) if (isClass(text, name, before)) return true;
  return false;
}

function isArticle(text: EventText, at: number): boolean {
  return (
    !isClass(text, 'preposition', at) &&
    (isClass(text, 'definite', at) || isClass(text, 'indefinite', at) || isClass(text, 'genitive', at))
  );
}

/** An adjective of the class right before the noun: „der geplante Besuch", „ein möglicher neuer Angriff". */
function hasAdjective(text: EventText, own: TriggerMention, name: WordClass): boolean {
  if (own.form !== 'noun') return false;
  for (let at = own.first - 1; at >= own.first - 4; at--) {
    if (isClass(text, name, at)) return true;
    if (!isAdjective(text, at)) return false;
  }
  return false;
}
