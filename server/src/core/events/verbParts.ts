import { type EventText, isClass } from './eventText.js';
import {
  isAgent,
  isMutual,
  isPartner,
  isTogether,
  listOwnersBehind,
  listPhrases,
  near,
  type Part,
  roleOfPartner,
} from './parts.js';
import { listBare, listObjects, listSubjects, type Scene } from './scene.js';
import type { TriggerMention } from './triggerMentions.js';

/** Who takes part in what a verb names: by subject and object, and by the prepositions that the verb takes. */
export function listVerbParts(scene: Scene, own: TriggerMention): readonly Part[] {
  const { type, mode } = own.trigger;
  if (isPassive(scene.text, own)) return listPassiveParts(scene, own);
  // „starb", „eröffnete": what only happens has no other side.
  if (type === 'OTHER' && mode !== 'enlarge') return listSubjects(scene, own.clause).map(near('source'));
  const acting = listActing(scene, own);
  const partners = listPartners(scene, own);
  const hasTarget = partners.length > 0 || acting.some(({ role }) => role !== 'source');
  return [...acting, ...partners, ...(hasTarget ? [] : listOwnersBehind(scene, own))];
}

/** „wurde von Russland aufgefordert": the subject is the other side. */
function listPassiveParts(scene: Scene, own: TriggerMention): readonly Part[] {
  const agents = listPhrases(scene, own).filter((phrase) => isAgent(scene.text, phrase));
  const subjects = listBare(scene, own.clause).map(near(isMutual(own.trigger.type) ? 'party' : 'target'));
  return [...agents.map(near('source')), ...subjects, ...listPartners(scene, own)];
}

function listPartners(scene: Scene, own: TriggerMention): readonly Part[] {
  const phrases = listPhrases(scene, own);
  const partners = phrases.filter((phrase) => isPartner(scene, phrase, own));
  // „besuchte Pjöngjang": the goal of a visit needs no preposition.
  const goals = phrases.filter(({ kind, mention }) => kind === 'bare' && mention.actor.kind === 'place');
  return [...partners, ...(own.trigger.mode === 'visit' ? goals : [])].map(near(roleOfPartner(own)));
}

/** The subjects act; the other bare mentions, or whom a pronoun takes up, are acted on. */
function listActing(scene: Scene, own: TriggerMention): readonly Part[] {
  const subjects = listSubjects(scene, own.clause);
  const isOther = (phrase: (typeof subjects)[number]): boolean => !subjects.includes(phrase);
  const others = listBare(scene, own.clause).filter(isOther);
  const objects = others.length > 0 ? others : listObjects(scene, own.clause).filter(isOther);
  if (isTogether(own)) return [...subjects, ...objects].map(near('party'));
  return [...subjects.map(near('source')), ...objects.map(near('target'))];
}

/** A participle with „wurde" and its kin, and no „hat". */
function isPassive(text: EventText, { form, clause }: TriggerMention): boolean {
  if (form !== 'participle') return false;
  const has = (name: 'have' | 'passive'): boolean => clause.tokens.some((at) => isClass(text, name, at));
  return has('passive') && !(text.language === 'de' && has('have'));
}
