import type { ActorId, EventType, Participant, ParticipantRole } from '../facts.js';
import { type EventText, isClass, type TokenMention } from './eventText.js';
import { hasWordClass } from './eventWords.js';
import type { Phrase } from './phrases.js';
import { listBare, listObjects, listSubjects, type Scene } from './scene.js';
import type { TriggerMention } from './triggerMentions.js';

/** A participant with the mention that names it here. */
export interface Party extends Participant {
  readonly mention: TokenMention;
  /** Tied to the trigger itself rather than only named in its clause. */
  readonly isNear: boolean;
}

/** Types whose participants act together instead of one on the other. */
const MUTUAL: ReadonlySet<EventType> = new Set(['CONSULT', 'AGREE', 'COOPERATE']);

/** Whether the participants of such an event act together. */
export function isMutual(type: EventType): boolean {
  return MUTUAL.has(type);
}

/** Who takes part in what the trigger names, in the order of the text, every actor once. A town or region does not act. */
export function findParties(scene: Scene, own: TriggerMention): readonly Party[] {
  const found = own.form === 'noun' ? ofNoun(scene, own) : ofVerb(scene, own);
  const parties = found.flatMap((own) => toParty(scene.text, own) ?? []);
  const byActor = new Map<ActorId, Party>();
  for (const party of parties) if (!byActor.has(party.actor)) byActor.set(party.actor, party);
  return [...byActor.values()].sort((a, b) => a.mention.first - b.mention.first);
}

/** Whether the clause names its participants only as a group that the text has named before: „die beiden", „beide Länder". */
export function findGroup(
  { text }: Scene,
  own: TriggerMention,
  parties: readonly Party[],
): 'actors' | 'states' | undefined {
  const isNoun = own.form === 'noun';
  if (own.trigger.isWeak) return undefined;
  if (isNoun ? parties.length > 1 || !MUTUAL.has(own.trigger.type) : parties.some(({ role }) => role !== 'target'))
    return undefined;
  const near = isNoun ? own.clause.tokens.filter((at) => at >= own.first - 5 && at <= own.end + 7) : own.clause.tokens;
  if (near.some((at) => isClass(text, 'pluralStates', at))) return 'states';
  return near.some((at) => isClass(text, 'plural', at)) ? 'actors' : undefined;
}

interface Part {
  readonly phrase: Phrase;
  readonly role: ParticipantRole;
  readonly isNear: boolean;
}

function near(role: ParticipantRole): (phrase: Phrase) => Part {
  return (phrase) => ({ phrase, role, isNear: true });
}

function inClause(role: ParticipantRole): (phrase: Phrase) => Part {
  return (phrase) => ({ phrase, role, isNear: false });
}

/** Who goes to Pjöngjang visits North Korea, where the article names it. */
function toParty(text: EventText, { phrase, role, isNear }: Part): Party | undefined {
  const { mention } = phrase;
  const { actor } = mention;
  const acting = actor.kind === 'place' ? findState(text, actor.state) : actor;
  if (acting === undefined || (actor.kind === 'place' && role !== 'target')) return undefined;
  const { id, state } = acting;
  return { actor: id, role, isNear, mention: { ...mention, actor: acting }, ...(state !== undefined && { state }) };
}

function findState(text: EventText, state: string | undefined): TokenMention['actor'] | undefined {
  return state === undefined ? undefined : text.states.get(state);
}

function ofNoun(scene: Scene, own: TriggerMention): readonly Part[] {
  const { type, partner } = own.trigger;
  const phrases = scene.phrasesOf[own.clause.index] ?? [];
  const tied = phrases.filter((phrase) => isTied(phrase, own)).map((phrase) => near(roleOfTied(phrase, own))(phrase));
  const partners = phrases.filter((phrase) => isPartner(scene, phrase, own)).map(near(roleOfPartner(own)));
  const agents = phrases
    .filter((phrase) => isAgentOfNoun(scene, phrase, own))
    .map(near(MUTUAL.has(type) ? 'party' : 'source'));
  const close = [...tied, ...partners, ...agents];
  if (MUTUAL.has(type))
    return isWhole(close) ? close : [...close, ...listPresent(scene, own, close).map(inClause(roleOfSubject(own)))];
  if (close.some(({ role }) => role === 'source') || partner.has('gen') || !isObjectOfLightVerb(scene, own))
    return close;
  return [...listSubjects(scene, own.clause).map(near('source')), ...close, ...objectsBehind(scene, own)];
}

/** Who acts in the clause was at the talks that it mentions: beside „mit X" its subject, else everybody. */
function listPresent(scene: Scene, own: TriggerMention, close: readonly Part[]): readonly Phrase[] {
  const preposition = findPreposition(scene.text, own);
  const isOccasion =
    preposition === '' || /^zu[mr]?$/.test(preposition) || hasWordClass(scene.text.triggers.words, preposition, 'occasion');
  // „Russland fürchtet das Abkommen", „über einen Beitritt": a known treaty or a mere topic has nothing to do with the subject.
  if (!isOccasion || (own.article === 'definite' && own.trigger.type !== 'CONSULT')) return [];
  const subjects = listSubjects(scene, own.clause);
  const present = close.length > 0 ? subjects : [...subjects, ...listBare(scene, own.clause)];
  // „Nach dem Treffen veröffentlichte das Amt …": only persons who speak afterwards were there.
  return close.length === 0 && ONLY_PERSONS.has(preposition)
    ? present.filter(({ mention }) => mention.actor.kind === 'person')
    : present;
}
const ONLY_PERSONS: ReadonlySet<string> = new Set(['nach', 'vor', 'seit', 'after', 'before', 'since']);

/** Whether both sides are told: two participants of which not all are the other side („Gespräche mit den USA und der Nato"). */
function isWhole(close: readonly Part[]): boolean {
  return (
    close.length >= 2 && close.some(({ phrase }) => phrase.kind !== 'prepositional' || !WITH.has(phrase.preposition))
  );
}

const WITH: ReadonlySet<string> = new Set(['mit', 'with']);

function isTied(phrase: Phrase, own: TriggerMention): boolean {
  if (phrase.kind !== 'dependent') return false;
  const isOwn = phrase.noun >= own.first && phrase.noun < own.end;
  // „Stationierung von amerikanischen Raketen": whose rockets they are.
  return isOwn || (phrase.tie !== 'genitive' && phrase.first >= own.end && phrase.first <= own.end + 1);
}

function roleOfTied(phrase: Phrase, own: TriggerMention): ParticipantRole {
  const { type, mode, partner } = own.trigger;
  if (mode === 'visit') return phrase.tie === 'compound' ? 'target' : 'source';
  if (MUTUAL.has(type)) return 'party';
  if (phrase.tie === 'genitive' && (partner.has('gen') || (phrase.preposition === 'of' && partner.has('of'))))
    return 'target';
  return mode === 'war' && phrase.tie === 'compound' ? 'target' : 'source';
}

function roleOfPartner(own: TriggerMention): ParticipantRole {
  return MUTUAL.has(own.trigger.type) && own.trigger.mode !== 'visit' ? 'party' : 'target';
}

function roleOfSubject(own: TriggerMention): ParticipantRole {
  return own.trigger.mode === 'visit' ? 'source' : 'party';
}

/** A prepositional phrase belongs to the nearest trigger before it that takes its preposition, else to the first one behind. */
function isPartner(scene: Scene, phrase: Phrase, own: TriggerMention): boolean {
  if (phrase.kind !== 'prepositional' || !takes(scene.text, own, phrase)) return false;
  const rivals = (scene.triggersOf[own.clause.index] ?? []).filter((other) => takes(scene.text, other, phrase));
  const before = rivals.findLast(({ head }) => head < phrase.mention.first);
  const owner = before ?? rivals[0];
  return owner === own || (owner !== undefined && owner.form !== 'noun' && owner.trigger.type === own.trigger.type);
}

function takes(text: EventText, own: TriggerMention, { preposition, mention }: Phrase): boolean {
  if (own.trigger.mode === 'visit' && mention.first < own.head && own.form === 'noun') return false;
  return (
    own.trigger.partner.has(preposition) ||
    (MUTUAL.has(own.trigger.type) && hasWordClass(text.triggers.words, preposition, 'partner'))
  );
}

/** „der Besuch von Xi", „die Besetzung durch Truppen", soon behind the noun. */
function isAgentOfNoun(scene: Scene, phrase: Phrase, own: TriggerMention): boolean {
  return (
    isAgent(scene.text, phrase) &&
    !own.trigger.partner.has(phrase.preposition) &&
    phrase.first >= own.end &&
    phrase.first <= own.end + 8
  );
}

function isAgent(text: EventText, phrase: Phrase): boolean {
  return phrase.kind === 'prepositional' && hasWordClass(text.triggers.words, phrase.preposition, 'agent');
}

/** „Russland führte Tests durch": no preposition before the noun, no other event in the verb; its subject is then the doer. */
function isObjectOfLightVerb(scene: Scene, own: TriggerMention): boolean {
  if (own.trigger.type === 'OTHER') return false;
  const others = scene.triggersOf[own.clause.index] ?? [];
  const hasOtherVerb = others.some(({ form, trigger }) => form !== 'noun' && trigger.type !== own.trigger.type);
  return !hasOtherVerb && !isBehindPreposition(scene.text, own);
}

/** Whether the noun stands behind a preposition: it then tells topic or occasion of the clause. */
export function isBehindPreposition(text: EventText, own: TriggerMention): boolean {
  return findPreposition(text, own) !== '';
}

const QUANTITY = /(?:zahl|reihe|serie|menge|dutzend|number|series|dozens|round)$/;

/** The preposition of a noun, over article and adjectives; '' for none, as behind a quantity („eine Reihe von Tests"). */
export function findPreposition(text: EventText, own: TriggerMention): string {
  for (let at = own.first - 1; at >= own.first - 5 && text.startsSentence[at + 1] !== 1; at--) {
    if (isClass(text, 'preposition', at)) return QUANTITY.test(text.words[at - 1] ?? '') ? '' : (text.words[at] ?? '');
    if (text.tokens[at]?.kind !== 'word' || isClass(text, 'auxiliary', at)) return '';
  }
  return '';
}

function ofVerb(scene: Scene, own: TriggerMention): readonly Part[] {
  const { type, mode } = own.trigger;
  const phrases = scene.phrasesOf[own.clause.index] ?? [];
  const bare = listBare(scene, own.clause);
  const goals =
    mode === 'visit' ? phrases.filter(({ kind, mention }) => kind === 'bare' && mention.actor.kind === 'place') : [];
  const partners = [...phrases.filter((phrase) => isPartner(scene, phrase, own)), ...goals].map(
    near(roleOfPartner(own)),
  );
  if (isPassiveVoice(scene.text, own)) {
    const agents = phrases.filter((phrase) => isAgent(scene.text, phrase));
    return [...agents.map(near('source')), ...bare.map(near(MUTUAL.has(type) ? 'party' : 'target')), ...partners];
  }
  if (type === 'OTHER' && mode !== 'enlarge') return listSubjects(scene, own.clause).map(near('source'));
  const acting = assignRoles(scene, own, bare);
  const hasTarget = partners.length > 0 || acting.some(({ role }) => role !== 'source');
  return [...acting, ...partners, ...(hasTarget ? [] : objectsBehind(scene, own))];
}

/** The first bare mention and those coordinated with it act, the others and whom a pronoun takes up are acted on. */
function assignRoles(scene: Scene, own: TriggerMention, bare: readonly Phrase[]): readonly Part[] {
  const isTogether = MUTUAL.has(own.trigger.type) && own.trigger.mode !== 'visit';
  const subjects = listSubjects(scene, own.clause);
  const others = bare.filter((phrase) => !subjects.includes(phrase));
  const objects =
    others.length > 0 ? others : listObjects(scene, own.clause).filter((phrase) => !subjects.includes(phrase));
  return [
    ...subjects.map(near(isTogether ? 'party' : 'source')),
    ...objects.map(near(isTogether ? 'party' : 'target')),
  ];
}

/** „kritisierte die Stationierung amerikanischer Raketen": whom the object belongs to is meant. */
function objectsBehind(scene: Scene, own: TriggerMention): readonly Part[] {
  if (own.trigger.type !== 'ACCUSE' && own.trigger.type !== 'REJECT' && own.trigger.type !== 'SUPPORT') return [];
  const inClause = scene.phrasesOf[own.clause.index] ?? [];
  return inClause
    .filter(({ kind, mention, noun }) => kind === 'dependent' && noun > own.head && mention.actor.kind !== 'place')
    .map(near('target'));
}

/** A participle with „wurde" and its kin, and no „hat". */
export function isPassiveVoice(text: EventText, own: TriggerMention): boolean {
  if (own.form !== 'participle') return false;
  const { tokens } = own.clause;
  const isPerfect = text.language === 'de' && tokens.some((at) => HAVE.has(text.words[at] ?? ''));
  return !isPerfect && tokens.some((at) => isClass(text, 'passive', at));
}
const HAVE: ReadonlySet<string> = new Set(['hat', 'haben', 'hatte', 'hatten', 'habe', 'hätte', 'hätten']);
