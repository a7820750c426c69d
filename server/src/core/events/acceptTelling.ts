import { type EventText, isCapital, isClass, findMentionAt } from './eventText.js';
import { isMutual } from './parts.js';
import type { ClauseTelling } from './tellings.js';

/**
 * Whether a telling is an event of its own rather than talk of such things in general: somebody takes part, and it is dated,
 * placed, past, or between two.
 */
export function canStandAlone(text: EventText, own: ClauseTelling): boolean {
  const { trigger, participants, when, place, mention } = own;
  const acting = participants.filter((party) => party.mention.actor.kind !== 'place').length;
  const isAnchored = when !== undefined || place !== undefined;
  if (trigger.isWeak && mention.form === 'noun') return when !== undefined && acting >= 1;
  if (trigger.isWeak && acting < 2 && when === undefined) return false;
  if (mention.form !== 'noun') return acting >= 1 && isToldVerb(text, own, acting) && !isOpinion(own) && !isAlone(own);
  // A visit that nobody makes is none.
  if (trigger.mode === 'visit' && !participants.some(({ role }) => role === 'source')) return false;
  const isNamed = participants.some(({ isNear }) => isNear) || own.status !== 'happened';
  if (isMutual(trigger.type) && acting > 0) return acting >= 2 || isAnchored || isNamed;
  return acting >= 1 || (when !== undefined && (place !== undefined || own.takesPlace));
}

const STATEMENTS: ReadonlySet<string> = new Set(['REQUEST', 'ACCUSE', 'THREATEN', 'REJECT', 'SUPPORT']);

/** „forderte der Politologe": what a person without any office demands of nobody is an opinion, no event. */
function isOpinion({ trigger, participants }: ClauseTelling): boolean {
  const [only] = participants;
  if (!STATEMENTS.has(trigger.type) || participants.length !== 1 || only === undefined) return false;
  return only.mention.actor.kind === 'person' && only.state === undefined;
}

/** „sprach mit Arbeitern": who meets nobody of name makes an event only on a day; bodies may convene alone. */
function isAlone({ trigger, participants, when }: ClauseTelling): boolean {
  const [only] = participants;
  if (!isMutual(trigger.type) || trigger.mode === 'visit' || participants.length !== 1 || when) return false;
  return only?.mention.actor.kind === 'person';
}

/** A verb tells an event in the past, in a headline, when planned or possible, or between two in the present. */
function isToldVerb(text: EventText, own: ClauseTelling, acting: number): boolean {
  const { mention, status, isTitle } = own;
  switch (mention.form) {
    case 'past':
    case 'subjunctive':
      return !isAttributive(text, own);
    case 'participle':
      return isTitle || mention.clause.kind !== 'main' || hasAuxiliary(text, own);
    case 'present':
      return isTitle || acting >= 2 || (status !== 'happened' && own.when !== undefined);
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
