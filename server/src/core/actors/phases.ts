import { isUnresolved } from '../facts.js';
import { claimEnglishOrganizations } from './englishOrganizations.js';
import { claimLearntAcronyms, listAcronyms } from './acronyms.js';
import { claimPrefixedAdjectives } from './adjectives.js';
import { claimBareSurnames, claimTitledSurnames } from './bareNames.js';
import { applyDecisions, isRejected } from './decisions.js';
import type { Answers } from './documentNames.js';
import type { KnownActor } from './knownActor.js';
import { claimAuthorityNames, claimKnownNames } from './knownNames.js';
import { decideMetonyms } from './metonyms.js';
import {
  claimCompanies,
  claimDescribedOrganizations,
  claimOrganizationsByCity,
  claimOrganizationsByHead,
} from './organizations.js';
import { claimOrgans } from './organs.js';
import {
  claimPartialNames,
  joinPartialPersons,
  listBearers,
  listFullerPersons,
  listPersons,
  releaseSurnames,
} from './partialNames.js';
import { claimFullNames } from './persons.js';
import { Phase, type PhaseInput, type PhaseRules } from './phase.js';
import { claimPlacesByHead, claimPlacesByPreposition } from './placeNames.js';
import { addClaims, type Reading, type Step } from './reading.js';
import { claimRepeatedNames, groupToldNames, listToldNames } from './repeatedNames.js';
import { dropTitles } from './titleNouns.js';
import { claimUnknownPersons, listLoneWords } from './unknownPersons.js';
import { applyTags, releaseTaggedSurnames } from './taggedNames.js';
import { claimTheWest } from './west.js';
import type { Keeps, Sliced } from '../text/slices.js';

/** The steps that need nothing but the paragraph; each sees what those before it have claimed. */
const KNOWN: readonly ((reading: Reading) => Reading)[] = [
  // The writer's own names win over everything that follows.
  adding(claimAuthorityNames),
  // Then what is known, longest first: it is the context (states, adjectives, organizations) of all patterns.
  adding(claimKnownNames),
  adding(claimPrefixedAdjectives),
  adding(claimTheWest),
];

/** Reads what a paragraph tells by itself. */
export function readKnown(reading: Reading): Reading {
  return KNOWN.reduce((current, step) => step(current), reading);
}

/** The phases in order: a new one starts where a step has to know what the steps before it have found in the whole text. */
export function createPhases(
  keeps: Keeps,
): readonly { readonly read: (input: PhaseInput) => Sliced<readonly Reading[]> }[] {
  return [
    new Phase(FULL_NAMES, keeps),
    new Phase(HEADS, keeps),
    new Phase(UNKNOWN_PERSONS, keeps),
    new Phase(PARTS, keeps),
    new Phase(PARTS_ONCE_MORE, keeps),
    new Phase(SURNAMES, keeps),
    new Phase(SHORT_FORMS, keeps),
    new Phase(REPEATED, keeps),
    new Phase(DECISIONS, keeps),
    new Phase(TAGGED, keeps),
    new Phase(PARTS_OF_TAGGED, keeps),
    new Phase(REPEATED, keeps),
    new Phase(DECISIONS, keeps),
  ];
}

const FULL_NAMES: PhaseRules<undefined> = {
  summarise: () => undefined,
  gather: () => ({}),
  steps: [
    // English organizations are stretches of capitals that would be read as persons („Calloway Centre").
    adding(claimEnglishOrganizations),
    // Full names of persons before German organizations: „Konrad Adenauer" may be inside one, and the longer name wins.
    adding(claimFullNames),
  ],
};

/** Asks who is named in full. The trail tells which organ a noun meant last. */
const HEADS: PhaseRules<readonly KnownActor[]> = {
  summarise: listPersons,
  gather: (persons) => ({ answers: listBearers(persons) }),
  steps: [releaseSurnames, adding(claimPlacesByHead), adding(claimOrgans), adding(claimOrganizationsByHead)],
};

/** Asks which words stand alone somewhere. */
const UNKNOWN_PERSONS: PhaseRules<ReadonlySet<string>> = {
  summarise: listLoneWords,
  gather: (words) => ({ answers: new Map(words.flatMap((own) => [...own].map((word) => [word, []] as const))) }),
  steps: [adding(claimUnknownPersons), adding(claimCompanies)],
};

/** Only now is it known who has been named in full. The trail tells whom a part of a name meant last. */
const PARTS: PhaseRules<readonly KnownActor[]> = {
  summarise: listPersons,
  gather: (persons) => ({ answers: listBearers(persons) }),
  steps: [adding(claimPartialNames), adding(claimTitledSurnames)],
};

/** Once more for the surnames that only a title told. */
const PARTS_ONCE_MORE: PhaseRules<readonly KnownActor[]> = { ...PARTS, steps: [adding(claimPartialNames)] };

/** Asks (the trail, by code) which states the text names. */
const SURNAMES: PhaseRules<ReadonlyMap<string, KnownActor>> = {
  summarise: listStates,
  gather: (states) => ({ trail: new Map(states.flatMap((own) => [...own])) }),
  steps: [
    adding(claimBareSurnames),
    // Guesses from a single word beside the name come last.
    adding(claimOrganizationsByCity),
    adding(claimDescribedOrganizations),
  ],
};

/** Asks which short forms are explained somewhere; the first explanation counts. */
const SHORT_FORMS: PhaseRules<ReturnType<typeof listAcronyms>> = {
  summarise: listAcronyms,
  gather: (acronyms) => ({ answers: toFirst(acronyms.flat()) }),
  steps: [adding(claimLearntAcronyms), adding(claimPlacesByPreposition)],
};

/** Asks what the text itself has told. */
const REPEATED: PhaseRules<readonly KnownActor[]> = {
  summarise: listToldNames,
  gather: (told) => ({ answers: groupToldNames(told) }),
  steps: [adding(claimRepeatedNames), dropTitles],
};

/** What all names together tell: parts of names are no other persons, capitals governments or places. Asks (the trail) for fuller names. */
const DECISIONS: PhaseRules<readonly KnownActor[]> = {
  summarise: listPersons,
  gather: (persons) => ({ trail: listFullerPersons(persons) }),
  steps: [joinPartialPersons, decideMetonyms, applyDecisions],
};

/** What the trained tagger makes of all that: it has learnt when to trust the rules. */
const TAGGED: PhaseRules<readonly KnownActor[]> = { ...PARTS, steps: [applyTags] };

/** Whom the tagger has named in full is named by parts, too. */
const PARTS_OF_TAGGED: PhaseRules<readonly KnownActor[]> = {
  ...PARTS,
  summarise: (reading) => listPersons(reading).filter(({ id }) => !isUnresolved(id)),
  steps: [releaseTaggedSurnames, adding(claimPartialNames)],
};

function adding(step: Step): (reading: Reading) => Reading {
  return (reading) =>
    addClaims(
      reading,
      step(reading).filter((claim) => !isRejected(reading, claim)),
    );
}

function listStates({ claims }: Reading): ReadonlyMap<string, KnownActor> {
  const named = claims.filter(({ actor }) => actor.kind === 'country' || actor.governs);
  return new Map(named.map(({ actor }) => [actor.state ?? '', actor]));
}

function toFirst(pairs: readonly (readonly [key: string, actor: KnownActor])[]): Answers {
  const first = new Map<string, readonly KnownActor[]>();
  for (const [key, actor] of pairs) if (!first.has(key)) first.set(key, [actor]);
  return first;
}
