import type { NamedActor } from '../actors/recognisedNames.js';
import { type Clause, type Clauses, splitClauses } from './clauses.js';
import { type EventText, isClass } from './eventText.js';
import type { WordClass } from './eventWords.js';
import { type Phrase, readPhrases } from './phrases.js';
import { findTriggerMentions, type TriggerMention } from './triggerMentions.js';

/** A paragraph with its clauses, the phrase of every mention and all trigger words. */
export interface Setting {
  readonly text: EventText;
  readonly clauses: Clauses;
  /** By mention. */
  readonly phrases: readonly Phrase[];
  /** By clause, ascending. */
  readonly phrasesOf: readonly (readonly Phrase[])[];
  readonly triggers: readonly TriggerMention[];
  readonly triggersOf: readonly (readonly TriggerMention[])[];
}

/** What a paragraph tells before it is known who was spoken of before it. */
export interface ParagraphSetting {
  /** Missing where no trigger is. */
  readonly setting?: Setting;
  /** The states of its towns, by ISO code. */
  readonly townStates: readonly string[];
  /** Who leads its last clauses, the nearest to its end first. */
  readonly leaders: readonly (Phrase | undefined)[];
}

/** A setting with what the rest of the text adds: what a telling is read from. */
export interface Scene extends Setting {
  /** Who leads each of the last clauses before the paragraph, the nearest first; their tokens have negative indices. */
  readonly before: readonly (Phrase | undefined)[];
  /** The states that the article names, by ISO code. */
  readonly states: ReadonlyMap<string, NamedActor>;
}

/** Groups phrases and triggers by clause, once for all tellings. */
export function readSetting(text: EventText): ParagraphSetting {
  // Clauses first: a trigger's words, participants, date and negation are those of its clause.
  const clauses = splitClauses(text);
  const triggers = findTriggerMentions(text, clauses);
  const phrases = readPhrases(text, clauses);
  const phrasesOf: Phrase[][] = clauses.list.map(() => []);
  for (const phrase of phrases) phrasesOf[clauses.ofToken[phrase.mention.first] ?? -1]?.push(phrase);
  const triggersOf: TriggerMention[][] = clauses.list.map(() => []);
  for (const trigger of triggers) triggersOf[trigger.clause.index]?.push(trigger);
  const setting = { text, clauses, phrases, phrasesOf, triggers, triggersOf };
  const leaders = clauses.list.slice(-REACH).map((clause) => findLeader(setting, clause));
  return { leaders: leaders.reverse(), townStates: listTownStates(text), ...(triggers.length > 0 && { setting }) };
}

function listTownStates({ mentions }: EventText): readonly string[] {
  const states = mentions.flatMap(({ actor }) => (actor.kind === 'place' && actor.state ? [actor.state] : []));
  return [...new Set(states)];
}

/** So many clauses back „er" may reach. */
const REACH = 6;

/** Who leads the last clauses of a paragraph and of those before it, the nearest first. */
export function listLeaders(
  { leaders }: ParagraphSetting,
  before: readonly (Phrase | undefined)[],
): readonly (Phrase | undefined)[] {
  return leaders.length >= REACH ? leaders : [...leaders, ...before].slice(0, REACH);
}

/** The same phrases as seen from the paragraph behind, where their tokens have negative indices. */
export function toDistant(leaders: readonly (Phrase | undefined)[]): readonly (Phrase | undefined)[] {
  return leaders.map((phrase, i) => {
    const at = -1 - i;
    return phrase && { ...phrase, first: at, mention: { ...phrase.mention, first: at, end: at } };
  });
}

/** Whether two phrases are joined by a coordinator or comma: „Putin und Xi". */
export function areCoordinated(text: EventText, before: Phrase | undefined, phrase: Phrase): boolean {
  if (before === undefined) return false;
  const at = before.mention.end;
  return phrase.first === at + 1 && (text.words[at] === ',' || isClass(text, 'coordinator', at));
}

/** The bare phrases of a clause that name somebody who can act. */
export function listBare(scene: Pick<Setting, 'phrasesOf'>, clause: Clause): readonly Phrase[] {
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
  for (let index = clause.index - 1; index >= clause.index - REACH; index--) {
    const before = scene.clauses.list[index];
    const leader = before ? findLeader(scene, before) : scene.before[-1 - index];
    if (leader) return [leader];
  }
  return [];
}

function findLeader(setting: Pick<Setting, 'phrasesOf'>, clause: Clause): Phrase | undefined {
  const [first] = listBare(setting, clause);
  return first?.mention.actor.kind === 'person' ? first : undefined;
}
