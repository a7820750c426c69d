import { buildNameTable, listHits, nameKey } from './nameTable.js';
import { type Claim, isEveryday, type Reading } from './reading.js';

/**
 * Step: organizations and places that the text itself has told, wherever it names them again without what told them: „die Plattform
 * Aliexpress" makes every „Aliexpress" an organization, „in Greifenwiek" every „Greifenwiek" a place.
 */
export function claimRepeatedNames(reading: Reading): readonly Claim[] {
  const told = reading.claims.filter(({ actor }) => actor.origin === 'text' && actor.kind !== 'person');
  if (told.length === 0) return [];
  const table = buildNameTable<Claim>((add) => {
    for (const claim of new Map(told.map((claim) => [claim.actor.id, claim])).values())
      add(nameKey(claim.actor.name), claim);
  });
  return reading.words.flatMap((word, i) => {
    if (!word.capital || reading.claimOf[i] !== undefined) return [];
    const hit = listHits(table, reading.words, i).find(({ end }) => end - i > 1 || !isEveryday(reading, word));
    const [first] = hit?.values ?? [];
    if (hit === undefined || first === undefined) return [];
    return [{ first: i, end: hit.end, actor: first.actor, form: 'name', rule: 'named before', certainty: 'inferred' }];
  });
}
