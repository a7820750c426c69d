import type { ParticipantRole } from '../facts.js';
import { hasWordClass } from './eventWords.js';
import { findPreposition } from './nounPhrase.js';
import {
  hasInClause,
  isAgent,
  isMutual,
  isPartner,
  listOthers,
  listOwnersBehind,
  listPhrases,
  near,
  type Part,
  present,
  roleOfPartner,
} from './parts.js';
import type { Phrase } from './phrases.js';
import { listBare, listSubjects, type Scene } from './scene.js';
import type { TriggerMention } from './triggerMentions.js';
import { listVerbParts } from './verbParts.js';

/** Who takes part in what a noun names: those tied to it first, then those whom its clause lets take part. */
export function listNounParts(scene: Scene, own: TriggerMention): readonly Part[] {
  const close = listClose(scene, own);
  const threat = findThreat(scene, own);
  if (threat && !close.some(({ role }) => role === 'source')) return [...close, ...listVerbParts(scene, threat)];
  if (isMutual(own.trigger.type))
    return isWhole(scene, own, close) ? close : [...close, ...listPresent(scene, own, close)];
  const isDone = close.some(({ role }) => role === 'source') || own.trigger.partner.has('gen');
  if (isDone || !isObjectOfLightVerb(scene, own)) return close;
  return [...listSubjects(scene, own.clause).map(near('source')), ...close, ...listOwnersBehind(scene, own)];
}

function listClose(scene: Scene, own: TriggerMention): readonly Part[] {
  const phrases = listPhrases(scene, own);
  const tied = phrases.filter((phrase) => isTied(phrase, own)).map((phrase) => near(roleOfTied(phrase, own))(phrase));
  const partners = phrases.filter((phrase) => isPartner(scene, phrase, own)).map(near(roleOfPartner(own)));
  const agents = phrases.filter((phrase) => isAgentBehind(scene, phrase, own));
  return [...tied, ...partners, ...agents.map(near(isMutual(own.trigger.type) ? 'party' : 'source'))];
}

function isTied(phrase: Phrase, own: TriggerMention): boolean {
  if (phrase.kind !== 'dependent') return false;
  const isOwn = phrase.noun >= own.first && phrase.noun < own.end;
  // „Stationierung von amerikanischen Raketen": whose rockets they are.
  return isOwn || (phrase.tie !== 'genitive' && phrase.first >= own.end && phrase.first <= own.end + 1);
}

function roleOfTied({ tie, preposition }: Phrase, own: TriggerMention): ParticipantRole {
  const { type, mode, partner } = own.trigger;
  if (mode === 'visit') return tie === 'compound' ? 'target' : 'source';
  if (isMutual(type)) return 'party';
  // „die Invasion der Ukraine", „the invasion of Ukraine": the genitive names who suffers.
  if (tie === 'genitive' && (preposition === '' ? partner.has('gen') : partner.has(preposition))) return 'target';
  return mode === 'war' && tie === 'compound' ? 'target' : 'source';
}

/** „die Besetzung durch Truppen", soon behind the noun. */
function isAgentBehind({ text }: Scene, phrase: Phrase, own: TriggerMention): boolean {
  if (phrase.kind !== 'prepositional' || own.trigger.partner.has(phrase.preposition)) return false;
  return isAgent(text, phrase) && phrase.first >= own.end && phrase.first <= own.end + 8;
}

/** Whether both sides are told: two participants, of which not all are the other side („Gespräche mit den USA und der Nato"). */
function isWhole({ text }: Scene, own: TriggerMention, close: readonly Part[]): boolean {
  // Who expects a visit is no visitor.
  if (own.trigger.mode === 'visit') return close.some(({ role }) => role === 'source');
  const isOther = ({ phrase }: Part): boolean =>
    phrase.kind === 'prepositional' && hasWordClass(text.triggers.words, phrase.preposition, 'with');
  return close.length >= 2 && !close.every(isOther);
}

/** Who acts in the clause was at the talks that it mentions: beside „mit X" its subject, else everybody. */
function listPresent(scene: Scene, own: TriggerMention, close: readonly Part[]): readonly Part[] {
  const preposition = findPreposition(scene.text, own.first);
  const is = (name: 'occasion' | 'goal' | 'afterwards'): boolean =>
    hasWordClass(scene.text.triggers.words, preposition, name);
  // „Russland fürchtet das Abkommen", „über einen Beitritt": a known treaty or a mere topic has nothing to do with the subject.
  const isKnown = own.article === 'definite' && own.trigger.type !== 'CONSULT';
  if (isKnown || (preposition !== '' && !is('occasion') && !is('goal'))) return [];
  const subjects = listSubjects(scene, own.clause);
  const all = close.length > 0 ? subjects : [...subjects, ...listBare(scene, own.clause)];
  // „Nach dem Treffen veröffentlichte das Amt …": only persons who speak afterwards were there.
  const isAfterwards = close.length === 0 && is('afterwards');
  const there = isAfterwards ? all.filter(({ mention }) => mention.actor.kind === 'person') : all;
  return there.map(present(own.trigger.mode === 'visit' ? 'source' : 'party'));
}

/** „drohte Russland mit Sanktionen": who threatens would do it, whom it is said to would suffer it. */
function findThreat(scene: Scene, own: TriggerMention): TriggerMention | undefined {
  if (!hasWordClass(scene.text.triggers.words, findPreposition(scene.text, own.first), 'with')) return undefined;
  return listOthers(scene, own).find(({ form, trigger }) => form !== 'noun' && trigger.type === 'THREATEN');
}

/**
 * „Russland führte Tests durch": no preposition before the noun, and a verb that only says that it is done, or one for the same event;
 * its subject is then the doer.
 */
function isObjectOfLightVerb(scene: Scene, own: TriggerMention): boolean {
  if (own.trigger.type === 'OTHER' || findPreposition(scene.text, own.first) !== '') return false;
  const verbs = listOthers(scene, own).filter(({ form }) => form !== 'noun');
  if (verbs.length > 0) return verbs.every(({ trigger }) => trigger.type === own.trigger.type);
  return hasInClause(scene, own, 'light');
}
