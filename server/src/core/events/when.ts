import type { Clause } from './clauses.js';
import { type EventText, isClass } from './eventText.js';
import { isWithinReach, listSharedClauses } from './reach.js';
import type { Scene } from './scene.js';
import type { TimeInterval } from './timeInterval.js';
import type { TriggerMention } from './triggerMentions.js';

/** Date expressions that lie within a few days of the article: against a month they mean that month. */
const NEAR_RULES: ReadonlySet<string> = new Set(['date:weekday', 'date:weekend', 'date:relative']);

/**
 * So many tokens behind a noun that is only the topic of its clause its date may begin: German puts genitives between, while in
 * English the date that follows is as often that of the verb.
 */
const REACH = { de: 5, en: -1 } as const;

/** What the text tells of an event's time; `value` is missing where the date cannot be fixed. */
export interface When {
  readonly isTold: boolean;
  readonly value?: TimeInterval;
}

/**
 * When it was: the date nearest to the trigger in its clause or in one that it goes on from, else the day right before it. The start
 * or end of a stretch („seit 2019") is no date of an event.
 */
export function findWhen(scene: Scene, own: TriggerMention): When {
  const at = findDateOf(scene, own);
  const value = at === undefined ? undefined : valueAt(scene.text, at);
  return { isTold: at !== undefined, ...(value && { value }) };
}

/** First token of the date of the event. */
function findDateOf(scene: Scene, own: TriggerMention): number | undefined {
  for (const clause of listSharedClauses(scene, own.clause)) {
    const at = findNearest(scene, clause, own);
    if (at !== undefined) return at;
  }
  return findDayBefore(scene.text, own.clause) ?? findDayOfStory(scene, own);
}

/** First token of the nearest date that can be the trigger's. */
function findNearest(scene: Scene, clause: Clause, own: TriggerMention): number | undefined {
  const { text } = scene;
  let nearest: number | undefined;
  for (const at of clause.tokens) {
    if (text.dateOf[at] === -1 || text.dateOf[at] === text.dateOf[at - 1] || isLimit(text, at)) continue;
    if (!isWithinReach(scene, own, at, REACH[text.language])) continue;
    if (nearest === undefined || Math.abs(at - own.head) < Math.abs(nearest - own.head)) nearest = at;
  }
  return nearest;
}

/** „seit Juli 2019", „bis zum Sommer": the date bounds a stretch. */
function isLimit(text: EventText, at: number): boolean {
  const isLink =
    (isClass(text, 'definite', at - 1) && !isClass(text, 'preposition', at - 1)) || isClass(text, 'goal', at - 1);
  return isClass(text, 'limit', isLink ? at - 2 : at - 1);
}

/** „am 10. Januar, als beide sich trafen": the clause tells what was on the day right before it. */
function findDayBefore(text: EventText, clause: Clause): number | undefined {
  const first = clause.tokens[0] ?? 0;
  const opener = isClass(text, 'preposition', first) ? first + 1 : first;
  const isAdverbial = isClass(text, 'when', opener) || (clause.kind === 'relative' && opener > first);
  if (!isAdverbial || text.startsSentence[first] === 1) return undefined;
  const before = text.words[first - 1] === ',' ? first - 2 : first - 1;
  return (text.dateOf[before] ?? -1) === -1 ? undefined : before;
}

/** „Am Dienstag verhandelten sie, danach unterzeichneten sie …": the clause goes on with the day of the sentence. */
function findDayOfStory(scene: Scene, own: TriggerMention): number | undefined {
  const { text } = scene;
  const first = own.clause.tokens[0] ?? 0;
  if (own.clause.kind !== 'main' || !isClass(text, 'then', first)) return undefined;
  for (let at = first - 1; at >= 0 && text.startsSentence[at + 1] !== 1; at--) {
    const isMain = scene.clauses.list[scene.clauses.ofToken[at] ?? -1]?.kind === 'main';
    if (isMain && text.dateOf[at] !== -1 && text.dateOf[at] !== text.dateOf[at - 1] && !isLimit(text, at)) return at;
  }
  return undefined;
}

function valueAt(text: EventText, at: number): TimeInterval | undefined {
  const date = text.dates[text.dateOf[at] ?? -1];
  if (date?.value || !NEAR_RULES.has(date?.rule ?? '')) return date?.value;
  return text.today?.granularity === 'month' ? text.today : undefined;
}
