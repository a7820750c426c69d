import type { KnownActor } from './knownActor.js';
import { type Claim, type Reading, sliceText, tokenBeside } from './reading.js';

/** Step: short forms that the text explains: „Institut für Grenzfragen (IGF)" makes every „IGF" the same organization. */
export function claimLearntAcronyms(reading: Reading): readonly Claim[] {
  const { answers } = reading.document.told;
  if (answers.size === 0) return [];
  return reading.words.flatMap((word, first) => {
    const [full] = (reading.claimOf[first] === undefined ? answers.get(word.text) : undefined) ?? [];
    if (full === undefined) return [];
    return [{ first, end: first + 1, actor: full, form: 'name', rule: 'learnt short form', certainty: 'stated' }];
  });
}

/** The short forms that a paragraph explains, by key. */
export function listAcronyms(reading: Reading): readonly (readonly [key: string, actor: KnownActor])[] {
  return reading.claims.flatMap((claim) => {
    const acronym = claim.actor.kind === 'organization' ? findAcronymBehind(reading, claim) : undefined;
    return acronym === undefined ? [] : [[acronym, claim.actor] as const];
  });
}

/** The word in parentheses right behind the name, if it is written like a short form. */
function findAcronymBehind(reading: Reading, { first, end }: Claim): string | undefined {
  const word = reading.words[end];
  if (word === undefined || reading.claimOf[end] !== undefined || !/^\p{Lu}[\p{L}\d]{1,7}$/u.test(word.text))
    return undefined;
  const isEnclosed = tokenBeside(reading, end, -1)?.text === '(' && tokenBeside(reading, end, 1)?.text === ')';
  const isShort =
    (word.text.match(/\p{Lu}/gu)?.length ?? 0) >= 2 && word.text.length < sliceText(reading, first, end).length;
  return isEnclosed && isShort ? word.text : undefined;
}
