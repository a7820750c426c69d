import type { Answers } from './documentNames.js';
import type { KnownActor } from './knownActor.js';
import { listHits, nameKey } from './nameTable.js';
import { type Claim, isEveryday, type Reading } from './reading.js';

/**
 * Step: organizations and places that the text itself has told, wherever it names them again without what told them: „die Plattform
 * Aliexpress" makes every „Aliexpress" an organization, „in Greifenwiek" every „Greifenwiek" a place.
 */
export function claimRepeatedNames(reading: Reading): readonly Claim[] {
  const { answers, names } = reading.document.told;
  if (answers.size === 0) return [];
  return reading.words.flatMap((word, i) => {
    if (!word.capital || reading.claimOf[i] !== undefined) return [];
    const hit = listHits(names, reading.words, i).find(({ end }) => end - i > 1 || !isEveryday(reading, word));
    const [actor] = answers.get(hit?.values[0] ?? '') ?? [];
    if (hit === undefined || actor === undefined) return [];
    return [{ first: i, end: hit.end, actor, form: 'name', rule: 'named before', certainty: 'inferred' }];
  });
}

/** The organizations and places that a paragraph has told, in order. */
export function listToldNames({ claims }: Reading): readonly KnownActor[] {
  const told = claims.filter(({ actor }) => actor.origin === 'text' && actor.kind !== 'person');
  return told.map(({ actor }) => actor);
}

/** Those of all paragraphs by name, as they were told last. */
export function groupToldNames(told: readonly (readonly KnownActor[])[]): Answers {
  const latest = new Map<string, KnownActor>();
  for (const own of told) for (const actor of own) latest.set(actor.id, actor);
  const byName = new Map<string, KnownActor[]>();
  for (const actor of latest.values()) {
    const key = nameKey(actor.name);
    byName.set(key, [...(byName.get(key) ?? []), actor]);
  }
  return byName;
}
