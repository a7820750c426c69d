import { ADJECTIVE_PREFIX } from '../language/de/nameInflection.js';
import type { Claim, Reading } from './reading.js';

/** Step: „antichinesische", „prorussisch", „innerukrainisch" are adjectives of the state after the prefix. */
export function claimPrefixedAdjectives(reading: Reading): readonly Claim[] {
  if (reading.language !== 'de') return [];
  return reading.words.flatMap((word, first) => {
    const prefix = ADJECTIVE_PREFIX.exec(word.folded)?.[0];
    if (prefix === undefined || reading.claimOf[first] !== undefined) return [];
    const senses = reading.lexicon.names.byKey.get(word.folded.slice(prefix.length)) ?? [];
    const sense = senses.find(({ use, language }) => use === 'adjective' && language === 'de');
    if (sense === undefined) return [];
    return [
      { first, end: first + 1, actor: sense.actor, form: 'adjective', rule: 'prefix+adjective', certainty: 'stated' },
    ];
  });
}
