import type { Clause } from './clauses.js';
import { type EventText, isAdjective, isClass } from './eventText.js';
import { findPreposition } from './nounPhrase.js';
import { listOthers } from './parts.js';
import type { Scene } from './scene.js';
import type { TriggerMention } from './triggerMentions.js';

/**
 * Whether a date or place at token `at` can be the trigger's. A noun behind a preposition is only the topic of its clause, and so is
 * one beside a verb of another event: they own what follows them within `reach` tokens. Meetings are occasions: time and
 * place of the clause are theirs („warnte ihn bei Gesprächen am Sonntag").
 */
export function isWithinReach(scene: Scene, own: TriggerMention, at: number, reach: number): boolean {
  const others = listOthers(scene, own);
  const [low, high] = at < own.head ? [at, own.head] : [own.head, at];
  const blocks = (other: TriggerMention): boolean =>
    other.head > low && other.head < high && isRival(other, own) && !governs(scene.text, other, own);
  // A verb at the end of its clause takes all of it: „haben am Montag über die Forderungen beraten".
  const isBlocked = (own.form === 'noun' || at > own.head) && others.some(blocks);
  if (isBlocked || own.form !== 'noun' || isSetting(scene.text, own)) return !isBlocked;
  const isBeside = others.some(({ form, trigger }) => form !== 'noun' && trigger.type !== own.trigger.type);
  const isTopic = isBeside || findPreposition(scene.text, own.first) !== '';
  return !isTopic || (at > own.head && at - own.end <= reach);
}

/** „Bei einem Angriff kamen am Montag …": what provides the setting of its clause has its time and place. */
function isSetting(text: EventText, { trigger, first }: TriggerMention): boolean {
  const { type, mode } = trigger;
  if (type === 'CONSULT') return true;
  const befalls = type === 'ASSAULT' || mode === 'disaster' || mode === 'election' || mode === 'vote';
  return befalls && SETTINGS.has(findPreposition(text, first));
}
const SETTINGS: ReadonlySet<string> = new Set(['bei', 'beim', 'in']);

/** A noun that may own what stands beside it: a meeting shares it, and so does another word for the same event. */
function isRival({ form, trigger }: TriggerMention, own: TriggerMention): boolean {
  return form === 'noun' && trigger.type !== 'CONSULT' && trigger.type !== own.trigger.type;
}

/** „zwei Monate nach dem Abbruch der Gespräche": nouns of one phrase share what stands before it. */
function governs(text: EventText, other: TriggerMention, own: TriggerMention): boolean {
  if (own.form !== 'noun' || other.end > own.first || own.first - other.end > 4) return false;
  for (let at = other.end; at < own.first; at++) {
    if (
      !isClass(text, 'genitive', at) &&
      !isClass(text, 'of', at) &&
      !isAdjective(text, at) &&
      text.mentionOf[at] === -1
    )
      return false;
  }
  return true;
}

/** The clause itself and those whose time and place it shares: an infinitive or continued clause goes on from another. */
export function listSharedClauses(scene: Scene, clause: Clause): readonly Clause[] {
  const shared: Clause[] = [];
  for (let own: Clause | undefined = clause; own; own = findShared(scene, own)) shared.push(own);
  return shared;
}

function findShared(scene: Scene, clause: Clause): Clause | undefined {
  const isShared = clause.kind === 'infinitive' || clause.kind === 'coordinated';
  return isShared ? scene.clauses.list[clause.parent] : undefined;
}
