import { type EventText, isCapital, isClass, findMentionAt } from './eventText.js';
import { isObserver } from './nounPhrase.js';
import { isMutual } from './parts.js';
import type { ClauseTelling } from './tellings.js';

/**
 * Whether a telling is an event of its own rather than talk of such things in general: somebody takes part, and it is dated,
 * placed, past, or between two. What befalls people, like an attack or an earthquake, needs only a time or place.
 */
export function canStandAlone(own: ClauseTelling): boolean {
  const { trigger, participants, isDated, mention } = own;
  const acting = countActing(own);
  if (trigger.isWeak && mention.form === 'noun') return isDated && acting >= 1;
  if (trigger.isWeak && acting < 2 && !isDated) return false;
  if (mention.form !== 'noun')
    return (acting >= 1 || befalls(own)) && isToldVerb(own, acting) && !isOpinion(own) && !isAlone(own);
  // A visit that nobody makes is none.
  if (trigger.mode === 'visit' && !participants.some(({ role }) => role === 'source')) return false;
  return isToldNoun(own, acting);
}

function countActing({ participants }: ClauseTelling): number {
  return participants.filter((party) => party.mention.actor.kind !== 'place').length;
}

function isToldNoun(own: ClauseTelling, acting: number): boolean {
  const { trigger, participants, isDated, place, isHeld } = own;
  const isNamed = participants.some(({ isNear }) => isNear) || own.status !== 'happened';
  if (isMutual(trigger.type) && acting > 0) return acting >= 2 || isDated || place !== undefined || isNamed;
  const told = [isDated, place !== undefined, isHeld].filter(Boolean).length;
  return acting >= 1 || told >= 2 || befalls(own);
}

const BEFALLING: ReadonlySet<string> = new Set(['ASSAULT', 'PROTEST', 'COERCE']);
const BEFALLING_MODES: ReadonlySet<string> = new Set([
  'disaster',
  'death',
  'election',
  'vote',
  'ceremony',
  'convention',
]);

/** „Erdbeben in Marokko", „In Poltawa wurden drei Menschen getötet": no actor of name is needed where it is told when or where. */
function befalls({ trigger, isDated, place, mention, status }: ClauseTelling): boolean {
  const isOfKind = BEFALLING.has(trigger.type) || BEFALLING_MODES.has(trigger.mode);
  const isGeneral = status === 'hypothetical' || mention.article === 'negative';
  return isOfKind && !isGeneral && !trigger.isWeak && (isDated || place !== undefined);
}

const STATEMENTS: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'THREATEN', 'REJECT', 'SUPPORT']);

/** „forderte der Politologe Hans Meier": what an observer, or who has no office at all, demands of nobody is an opinion, no event. */
function isOpinion({ text, trigger, participants }: ClauseTelling): boolean {
  const [only] = participants;
  if (!STATEMENTS.has(trigger.type) || participants.length !== 1 || only?.mention.actor.kind !== 'person') return false;
  const title = only.mention.first - 1;
  return isObserver(text, title) || (only.state === undefined && !isCapital(text, title));
}

/** „sprach mit Arbeitern": who meets nobody of name makes an event only on a day; bodies may convene alone. */
function isAlone({ trigger, participants, isDated }: ClauseTelling): boolean {
  const [only] = participants;
  if (!isMutual(trigger.type) || trigger.mode === 'visit' || participants.length !== 1 || isDated) return false;
  return only?.mention.actor.kind === 'person';
}

/** A verb tells an event in the past, in a headline, when planned or possible, or between two in the present. */
function isToldVerb(own: ClauseTelling, acting: number): boolean {
  const { text, mention, status, isTitle } = own;
  switch (mention.form) {
    case 'past':
    case 'subjunctive':
      return !isAttributive(text, own);
    case 'participle':
      return isTitle || mention.clause.kind !== 'main' || hasAuxiliary(text, own);
    case 'present':
      return isTitle || acting >= 2 || (status !== 'happened' && own.isDated);
    case 'infinitive':
    case 'noun':
      return status !== 'happened' && !isPurpose(text, own);
  }
}

/** „…, um gegen die USA zu protestieren" tells why, not what. */
function isPurpose(text: EventText, { mention }: ClauseTelling): boolean {
  return isClass(text, 'purpose', mention.clause.tokens[0] ?? -1);
}

/** „die von beiden vereinbarten Erklärungen": a participle before its noun, in a clause with another verb. */
function isAttributive(text: EventText, { mention }: ClauseTelling): boolean {
  const next = mention.end;
  const precedesNoun = isCapital(text, next) && findMentionAt(text, next) === undefined;
  return precedesNoun && mention.clause.tokens.some((at) => at !== mention.head && isClass(text, 'auxiliary', at));
}

function hasAuxiliary(text: EventText, { mention }: ClauseTelling): boolean {
  return mention.clause.tokens.some(
    (at) => isClass(text, 'past', at) || isClass(text, 'passive', at) || isClass(text, 'future', at),
  );
}
