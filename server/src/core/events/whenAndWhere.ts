import type { Clause } from './clauses.js';
import { findMentionAt, isAdjective, isCapital, isClass, type TokenMention } from './eventText.js';
import { hasWordClass } from './eventWords.js';
import { isBehindPreposition, type Party } from './participants.js';
import type { Phrase } from './phrases.js';
import type { Scene } from './scene.js';
import { findInterval, type TimeInterval } from './timeInterval.js';
import type { TriggerMention } from './triggerMentions.js';

/** Date expressions that lie within a few days of the article: against a month they mean that month. */
const NEAR_RULES: ReadonlySet<string> = new Set(['date:weekday', 'date:weekend', 'date:relative']);

/**
 * When it was: the date nearest to the trigger in its clause, else in the clause that it goes on from. The start or end of a
 * stretch („seit 2019") is no date of an event.
 */
export function findWhen(scene: Scene, own: TriggerMention, articleDate: string | undefined): TimeInterval | undefined {
  for (let clause: Clause | undefined = own.clause; clause; clause = findSharedClause(scene, clause)) {
    const at = nearestDate(scene, clause, own);
    if (at !== undefined) return valueAt(scene, at, articleDate);
  }
  const before = findDateBefore(scene, own.clause);
  return before === undefined ? undefined : valueAt(scene, before, articleDate);
}

/** „am 10. Januar, als beide sich trafen": the clause tells what was on the day right before it. */
function findDateBefore({ text }: Scene, clause: Clause): number | undefined {
  const first = clause.tokens[0] ?? 0;
  const opener = isClass(text, 'preposition', first) ? first + 1 : first;
  const before = text.words[first - 1] === ',' ? first - 2 : first - 1;
  const isAdverbial = WHEN.has(text.words[opener] ?? '') || (clause.kind === 'relative' && opener > first);
  return isAdverbial && text.startsSentence[first] !== 1 && (text.dateOf[before] ?? -1) !== -1 ? before : undefined;
}
const WHEN: ReadonlySet<string> = new Set(['als', 'wo', 'when']);

/** An infinitive or continued clause shares time and place with the clause that it goes on from. */
function findSharedClause(scene: Scene, clause: Clause): Clause | undefined {
  const isShared = clause.kind === 'infinitive' || clause.kind === 'coordinated';
  return isShared ? scene.clauses.list[clause.parent] : undefined;
}

/** First token of the date; of several the one with the fewest words between. */
function nearestDate(scene: Scene, clause: Clause, own: TriggerMention): number | undefined {
  const { text } = scene;
  const starts = clause.tokens.filter((at) => text.dateOf[at] !== -1 && text.dateOf[at] !== text.dateOf[at - 1]);
  const usable = starts.filter(
    (at) => !isLimit(scene, at) && belongs(scene, at, own, MAX_TO_DATE[scene.text.language]),
  );
  return usable.toSorted((a, b) => Math.abs(a - own.head) - Math.abs(b - own.head))[0];
}

/** „seit Juli 2019", „bis zum Sommer": the date bounds a stretch. */
function isLimit({ text }: Scene, at: number): boolean {
  const isArticle = isClass(text, 'definite', at - 1) && !isClass(text, 'preposition', at - 1);
  const before = isArticle || text.words[at - 1] === 'zum' ? at - 2 : at - 1;
  return LIMITS.has(text.words[before] ?? '');
}
const LIMITS: ReadonlySet<string> = new Set(['seit', 'bis', 'since', 'until', 'before']);

/** So many tokens behind a noun that is only the topic of its clause its date or place may follow. */
const MAX_TO_DATE = { de: 5, en: 2 } as const;
const MAX_TO_PLACE = 8;

/**
 * Whether what stands at `at` can belong to the trigger. A noun behind a preposition is only the topic of the clause, and so is one
 * beside a verb of another event: they own what follows them closely. Meetings are occasions: time and place of the
 * clause are theirs („warnte ihn bei Gesprächen am Sonntag").
 */
function belongs(scene: Scene, at: number, own: TriggerMention, reach: number): boolean {
  const others = (scene.triggersOf[own.clause.index] ?? []).filter((other) => other !== own);
  const [low, high] = at < own.head ? [at, own.head] : [own.head, at];
  const blocks = (other: TriggerMention): boolean =>
    other.form === 'noun' &&
    other.trigger.type !== 'CONSULT' &&
    other.trigger.type !== own.trigger.type &&
    other.head > low &&
    other.head < high;
  // A verb at the end of its clause takes all of it: „haben am Montag über die Forderungen beraten".
  if ((own.form === 'noun' || at > own.head) && others.some(blocks)) return false;
  if (own.form !== 'noun' || own.trigger.type === 'CONSULT') return true;
  const hasOtherVerb = others.some(({ form, trigger }) => form !== 'noun' && trigger.type !== own.trigger.type);
  const isTopic = hasOtherVerb || isBehindPreposition(scene.text, own);
  return !isTopic || (at > own.head && at - own.end <= reach);
}

function valueAt({ text }: Scene, at: number, articleDate: string | undefined): TimeInterval | undefined {
  const date = text.dates[text.dateOf[at] ?? -1];
  if (date?.value) return date.value;
  const article =
    articleDate === undefined || !NEAR_RULES.has(date?.rule ?? '') ? undefined : findInterval(articleDate);
  return article?.granularity === 'month' ? article : undefined;
}

/**
 * Where it was: the nearest place that stands behind „in", „auf", „nach" … in the clause of the trigger, a town before a state.
 * A visit is at its goal; an invasion or a war in the state that it strikes.
 */
export function findWhere(scene: Scene, own: TriggerMention, parties: readonly Party[]): TokenMention | undefined {
  for (let clause: Clause | undefined = own.clause; clause; clause = findSharedClause(scene, clause)) {
    const near = nearestPlace(scene, clause, own, parties);
    if (near) return near;
  }
  return findStruckPlace(scene, own, parties);
}

function nearestPlace(
  scene: Scene,
  clause: Clause,
  own: TriggerMention,
  parties: readonly Party[],
): TokenMention | undefined {
  const places = (scene.phrasesOf[clause.index] ?? []).filter(
    (phrase) => isPlace(scene, phrase, own) && !isSeat(scene, phrase, parties),
  );
  const distance = ({ mention }: Phrase): number => {
    const away = mention.first >= own.head ? mention.first - own.head : 2 * (own.head - mention.first);
    return away + (mention.actor.kind === 'place' ? 0 : 100);
  };
  return places.toSorted((a, b) => distance(a) - distance(b))[0]?.mention;
}

function isPlace(scene: Scene, phrase: Phrase, own: TriggerMention): boolean {
  const { kind } = phrase.mention.actor;
  const { form } = phrase.mention.mention;
  if ((kind !== 'place' && kind !== 'country') || form === 'metonym' || form === 'adjective') return false;
  if (phrase.kind === 'bare') return own.trigger.mode === 'visit' && own.form !== 'noun' && kind === 'place';
  if (phrase.kind !== 'prepositional' || !hasWordClass(scene.text.triggers.words, phrase.preposition, 'place')) return false;
  return !isPartOfOther(scene, phrase, own) && belongs(scene, phrase.mention.first, own, MAX_TO_PLACE);
}

/** „nach den Ereignissen in der Ukraine": the place belongs to the noun before it, which is itself behind a preposition. */
function isPartOfOther({ text }: Scene, { first }: Phrase, own: TriggerMention): boolean {
  const noun = first - 1;
  // What is said is said anywhere; „die Truppen in Osteuropa" are part of it.
  if (isSaid(own) && isCapital(text, noun) && text.dateOf[noun] === -1) return true;
  if (noun < own.end && noun >= own.first) return false;
  if (!isCapital(text, noun) || text.dateOf[noun] !== -1 || findMentionAt(text, noun) !== undefined) return false;
  for (let at = noun - 1; at > noun - 5; at--) {
    if (isClass(text, 'preposition', at)) return true;
    if (!isAdjective(text, at) && !isClass(text, 'definite', at)) return false;
  }
  return false;
}

/** „das Institut in London": where an organization sits that has no part in the event. */
function isSeat({ text }: Scene, { first }: Phrase, parties: readonly Party[]): boolean {
  const name = findMentionAt(text, first - 1);
  return name?.actor.kind === 'organization' && !parties.some(({ actor }) => actor === name.actor.id);
}

function isSaid({ trigger }: TriggerMention): boolean {
  return SAID.has(trigger.type);
}
const SAID: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'REJECT', 'THREATEN', 'SUPPORT']);

/** „Japan-Besuch", „Invasion der Ukraine", „Ukraine-Krieg", „Stationierung auf den Kurilen". */
function findStruckPlace(
  { phrasesOf }: Scene,
  own: TriggerMention,
  parties: readonly Party[],
): TokenMention | undefined {
  const { mode } = own.trigger;
  if (mode === 'visit' || mode === 'invade' || mode === 'war' || mode === 'crisis') {
    const target = parties.find(
      ({ role, mention }) => (role === 'target' || mode === 'crisis') && mention.actor.kind === 'country',
    );
    if (target) return target.mention;
  }
  const tied = (phrasesOf[own.clause.index] ?? []).find(({ noun }) => noun >= own.first && noun < own.end);
  return tied?.mention.actor.kind === 'place' && tied.mention.mention.form !== 'metonym' ? tied.mention : undefined;
}
