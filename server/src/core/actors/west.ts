import { isDeterminer } from './context.js';
import type { Claim, Reading } from './reading.js';
import { isJoined } from './words.js';

/**
 * Step: „der Westen", "the West" as the group of states. It is a direction where a place follows („im Westen der Ukraine", "the West
 * Bank") or no article precedes („nach Westen").
 */
export function claimTheWest(reading: Reading): readonly Claim[] {
  const key = reading.language === 'de' ? /^westens?$/ : /^wests?$/;
  return reading.words.flatMap((word, first) => {
    if (!word.capital || !key.test(word.folded) || reading.claimOf[first] !== undefined) return [];
    const sense = reading.lexicon.names.byKey
      .get(word.folded.replace(/s$/, ''))
      ?.find(({ actor }) => actor.kind === 'group');
    if (sense === undefined || word.joint !== 'space' || !isDeterminer(reading, reading.words[first - 1])) return [];
    if (isDirection(reading, first + 1)) return [];
    return [{ first, end: first + 1, actor: sense.actor, form: 'name', rule: 'the West', certainty: 'inferred' }];
  });
}

function isDirection(reading: Reading, next: number): boolean {
  const word = reading.words[next];
  if (word === undefined || !isJoined(word)) return false;
  if (word.joint === 'hyphen' || /^(?:des|der|von|vom|of)$/.test(word.folded)) return true;
  const claim = reading.claimOf[next];
  if (claim !== undefined) return claim.form !== 'adjective' && /s$/.test(word.folded);
  return reading.language === 'en' && word.capital;
}
