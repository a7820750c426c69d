import { type Claim, type Reading, sliceText, tokenBeside } from './reading.js';

/** Step: short forms that the text explains: „Institut für Grenzfragen (IGF)" makes every later „IGF" the same organization. */
export function claimLearntAcronyms(reading: Reading): readonly Claim[] {
  const learnt = new Map<string, Claim>();
  for (const claim of reading.claims) {
    const acronym = claim.actor.kind === 'organization' ? findAcronymBehind(reading, claim) : undefined;
    if (acronym !== undefined && !learnt.has(acronym)) learnt.set(acronym, claim);
  }
  if (learnt.size === 0) return [];
  return reading.words.flatMap((word, first) => {
    const full = reading.claimOf[first] === undefined ? learnt.get(word.text) : undefined;
    if (full === undefined) return [];
    return [{ first, end: first + 1, actor: full.actor, form: 'name', rule: 'learnt short form', certainty: 'stated' }];
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
