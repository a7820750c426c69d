import type { Clause, Clauses } from './clauses.js';
import { type EventText, isClass } from './eventText.js';
import type { WordClass } from './eventWords.js';
import type { Phrase } from './phrases.js';
import type { TriggerMention } from './triggerMentions.js';

/** A text with its clauses, the phrase of every mention and all trigger words: what a telling is read from. */
export interface Scene {
  readonly text: EventText;
  readonly clauses: Clauses;
  /** By mention. */
  readonly phrases: readonly Phrase[];
  /** By clause, ascending. */
  readonly phrasesOf: readonly (readonly Phrase[])[];
  readonly triggersOf: readonly (readonly TriggerMention[])[];
}

/** Groups phrases and triggers by clause, once for all tellings. */
export function setScene(
  text: EventText,
  clauses: Clauses,
  found: { readonly phrases: readonly Phrase[]; readonly triggers: readonly TriggerMention[] },
): Scene {
  const phrasesOf: Phrase[][] = clauses.list.map(() => []);
  for (const phrase of found.phrases) phrasesOf[clauses.ofToken[phrase.mention.first] ?? -1]?.push(phrase);
  const triggersOf: TriggerMention[][] = clauses.list.map(() => []);
  for (const trigger of found.triggers) triggersOf[trigger.clause.index]?.push(trigger);
  return { text, clauses, phrases: found.phrases, phrasesOf, triggersOf };
}

/** Whether two phrases are joined by a coordinator or comma: „Putin und Xi". */
export function areCoordinated(text: EventText, before: Phrase | undefined, phrase: Phrase): boolean {
  if (before === undefined) return false;
  const at = before.mention.end;
  return phrase.first === at + 1 && (text.words[at] === ',' || isClass(text, 'coordinator', at));
}

/** The bare phrases of a clause that name somebody who can act. */
export function listBare(scene: Scene, clause: Clause): readonly Phrase[] {
  return (scene.phrasesOf[clause.index] ?? []).filter(
    ({ kind, mention }) => kind === 'bare' && mention.actor.kind !== 'place',
  );
}

/**
 * The doers of a clause: of a continued or infinitive clause those of the clause it goes on from; of a relative clause the name
 * before it; else the first bare mention with those coordinated to it, or whom a pronoun takes up.
 */
export function listSubjects(scene: Scene, clause: Clause): readonly Phrase[] {
  const parent = scene.clauses.list[clause.parent];
  if (parent && hasElidedSubject(clause)) return listControllers(scene, clause, parent);
  const pronoun = takenUp(scene, clause);
  if (pronoun.length > 0) return pronoun;
  const bare = leading(scene, listBare(scene, clause));
  const isRelative = clause.kind === 'relative';
  if (isRelative && (bare.length === 0 || hasSubjectPronoun(scene, clause))) return antecedent(scene, clause);
  return bare;
}

/** Whose doing an infinitive is: of „warnte China davor, Waffen zu liefern" China's, else the subject's. */
function listControllers(scene: Scene, clause: Clause, parent: Clause): readonly Phrase[] {
  const subjects = listSubjects(scene, parent);
  const isAsked = (scene.triggersOf[parent.index] ?? []).some(
    ({ form, trigger }) => form !== 'noun' && ASKS.has(trigger.type),
  );
  const asked =
    clause.kind === 'infinitive' && isAsked
      ? listBare(scene, parent).filter((phrase) => !subjects.includes(phrase))
      : [];
  return asked.length > 0 ? asked : subjects;
}
const ASKS: ReadonlySet<string> = new Set(['REQUEST', 'THREATEN']);

/** Whether all bare mentions of the clause are objects, because its subject stands in another clause. */
function hasElidedSubject(clause: Clause): boolean {
  return clause.kind === 'coordinated' || clause.kind === 'infinitive';
}

/** „der ihn getroffen hatte", „who met him": unlike „die" or „which" the pronoun can only be the subject. */
function hasSubjectPronoun({ text }: Scene, clause: Clause): boolean {
  return isClass(text, 'subjectPronoun', clause.tokens[0] ?? -1);
}

function leading(scene: Scene, bare: readonly Phrase[]): readonly Phrase[] {
  const end = bare.findIndex((phrase, i) => i > 0 && !areCoordinated(scene.text, bare[i - 1], phrase));
  return end < 0 ? bare : bare.slice(0, end);
}

/** The name right before a relative clause, or before an apposition that it has. */
function antecedent(scene: Scene, clause: Clause): readonly Phrase[] {
  const first = clause.tokens[0] ?? 0;
  for (let at = first - 1; at >= first - MAX_APPOSITION; at--) {
    const phrase = scene.phrases[scene.text.mentionOf[at] ?? -1];
    if (phrase && phrase.kind !== 'attribute') return [phrase];
  }
  return [];
}
const MAX_APPOSITION = 7;

/** So many clauses back „er" may reach. */
const REACH = 6;

/** „Er …": whom a subject pronoun takes up. */
function takenUp(scene: Scene, clause: Clause): readonly Phrase[] {
  return hasClass(scene, clause, 'singular') ? listLastPerson(scene, clause) : [];
}

/** „… empfing ihn", „Putin, den er traf": whom an object pronoun takes up. */
export function listObjects(scene: Scene, clause: Clause): readonly Phrase[] {
  const isRelative = clause.kind === 'relative' && isClass(scene.text, 'objectPronoun', clause.tokens[0] ?? -1);
  if (isRelative) return antecedent(scene, clause).filter(({ mention }) => mention.actor.kind === 'person');
  return hasClass(scene, clause, 'object') ? listLastPerson(scene, clause) : [];
}

function hasClass(scene: Scene, clause: Clause, name: WordClass): boolean {
  return clause.tokens.some((at) => isClass(scene.text, name, at));
}

/** The person that leads the nearest clause before with a bare name. */
function listLastPerson(scene: Scene, clause: Clause): readonly Phrase[] {
  for (let index = clause.index - 1; index >= Math.max(0, clause.index - REACH); index--) {
    const before = scene.clauses.list[index];
    const [first] = before ? listBare(scene, before) : [];
    if (first?.mention.actor.kind === 'person') return [first];
  }
  return [];
}
