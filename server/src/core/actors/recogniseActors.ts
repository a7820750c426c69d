import type { Language } from '../article/article.js';
import type { Authority } from '../authority/authority.js';
import type { Actor, ActorId, Mention, Office } from '../facts.js';
import type { Prose } from '../text/prose.js';
import { dropTitles } from './titleNouns.js';
import { claimEnglishOrganizations } from './englishOrganizations.js';
import { claimLearntAcronyms } from './acronyms.js';
import { claimPrefixedAdjectives } from './adjectives.js';
import { getAuthorityNames } from './authorityNames.js';
import { claimBareSurnames, claimTitledSurnames } from './bareNames.js';
import { applyDecisions, isRejected } from './decisions.js';
import { claimAuthorityNames, claimKnownNames } from './knownNames.js';
import type { Lexicon } from './lexicon.js';
import { decideMetonyms } from './metonyms.js';
import { listOffices } from './offices.js';
import {
  claimCompanies,
  claimDescribedOrganizations,
  claimOrganizationsByCity,
  claimOrganizationsByHead,
} from './organizations.js';
import { claimOrgans } from './organs.js';
import { claimPartialNames, joinPartialPersons, releaseSurnames } from './partialNames.js';
import { claimFullNames } from './persons.js';
import { claimUnknownPersons } from './unknownPersons.js';
import { claimPlacesByHead, claimPlacesByPreposition } from './placeNames.js';
import { addClaims, type Claim, type Reading, type Step } from './reading.js';
import { claimRepeatedNames } from './repeatedNames.js';
import { claimTheWest } from './west.js';
import { findHeadlines, listWords } from './words.js';

/** What recognition goes by beside the text. */
export interface ActorContext {
  readonly language: Language;
  readonly lexicon: Lexicon;
  readonly authority?: Authority;
}

/** The steps in order; each sees what those before it have claimed. */
const STEPS: readonly ((reading: Reading) => Reading)[] = [
  // The writer's own names win over everything that follows.
  adding(claimAuthorityNames),
  // Then what is known, longest first: it is the context (states, adjectives, organizations) of all patterns.
  adding(claimKnownNames),
  adding(claimPrefixedAdjectives),
  adding(claimTheWest),
  // English organizations are stretches of capitals that would be read as persons („Calloway Centre").
  adding(claimEnglishOrganizations),
  // Full names of persons before German organizations: „Konrad Adenauer" may be inside one, and the longer name wins.
  adding(claimFullNames),
  releaseSurnames,
  adding(claimPlacesByHead),
  adding(claimOrgans),
  adding(claimOrganizationsByHead),
  adding(claimUnknownPersons),
  adding(claimCompanies),
  // Only now is it known who has been named in full.
  adding(claimPartialNames),
  adding(claimTitledSurnames),
  // Once more for the surnames that only a title told.
  adding(claimPartialNames),
  adding(claimBareSurnames),
  // Guesses from a single word beside the name come last.
  adding(claimOrganizationsByCity),
  adding(claimDescribedOrganizations),
  adding(claimLearntAcronyms),
  adding(claimPlacesByPreposition),
  adding(claimRepeatedNames),
  // What all names together tell: titles are no organizations, parts of names no other persons, capitals governments or places.
  dropTitles,
  joinPartialPersons,
  decideMetonyms,
  applyDecisions,
];

function adding(step: Step): (reading: Reading) => Reading {
  return (reading) =>
    addClaims(
      reading,
      step(reading).filter((claim) => !isRejected(reading, claim)),
    );
}

/**
 * Recognises the actors of a text and every place that names them. Offsets are UTF-16, half-open, in the text of `prose`; mentions
 * ascend and are disjoint. The same code serves articles and drafts. Linear in the length of the text.
 */
export function recogniseActors(
  prose: Prose,
  context: ActorContext,
): { actors: readonly Actor[]; mentions: readonly Mention[] } {
  const reading = STEPS.reduce((current, step) => step(current), openReading(prose, context));
  return { actors: listActors(reading), mentions: reading.claims.map((claim) => toMention(reading, claim)) };
}

function openReading(prose: Prose, { language, lexicon, authority }: ActorContext): Reading {
  const words = listWords(prose);
  const known = language === 'en' ? 'en' : 'de';
  return {
    prose,
    words,
    lexicon,
    lists: lexicon.words[known],
    language: known,
    authority: getAuthorityNames(lexicon, authority),
    vocabulary: new Set(words.map(({ folded }) => folded)),
    headlines: known === 'en' ? findHeadlines(prose, words) : new Set(),
    claims: [],
    claimOf: words.map(() => undefined),
  };
}

/** One actor for each id, in the order of first mention, with all offices that its mentions state. */
function listActors(reading: Reading): readonly Actor[] {
  const actors = new Map<ActorId, Actor & { offices: Office[] }>();
  for (const claim of reading.claims) {
    const { id, kind, name, state, origin } = claim.actor;
    let actor = actors.get(id);
    if (actor === undefined) {
      actor = { id, kind, name, offices: [], origin, ...(state === undefined ? {} : { state }) };
      actors.set(id, actor);
    }
    if (kind === 'person') actor.offices.push(...listOffices(reading, claim));
  }
  return [...actors.values()];
}

function toMention(reading: Reading, { first, end, actor, form, rule, certainty }: Claim): Mention {
  const start = reading.words[first]?.start ?? 0;
  const stop = findMentionEnd(reading, end - 1);
  return { start, end: stop, text: reading.prose.text.slice(start, stop), actor: actor.id, form, rule, certainty };
}

/** The full stop of „U.S." and, inside a sentence, of „Elisabeth II." belongs to the name. */
function findMentionEnd(reading: Reading, last: number): number {
  const word = reading.words[last];
  if (word === undefined) return 0;
  const isInitial = word.joint === 'dot' && word.text.length === 1;
  const isNumeral = /^[IVX]+$/.test(word.text) && reading.words[last + 1]?.sentence === word.sentence;
  return (isInitial || isNumeral) && reading.prose.text[word.end] === '.' ? word.end + 1 : word.end;
}
