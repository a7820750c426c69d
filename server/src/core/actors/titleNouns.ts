import { changeClaims, type Reading } from './reading.js';

/** The reading without organizations that are the title of the person behind them: „Staatsrat Wang Yi". */
export function dropTitles(reading: Reading): Reading {
  return changeClaims(reading, (claim) => {
    const next = reading.words[claim.end];
    const isBeforePerson = next?.joint === 'space' && reading.claimOf[claim.end]?.actor.kind === 'person';
    if (claim.actor.kind !== 'organization' || !isBeforePerson || claim.end - claim.first > 1) return claim;
    const word = reading.words[claim.first];
    return word !== undefined && reading.lists.titles.find(word.folded) !== undefined ? undefined : claim;
  });
}
