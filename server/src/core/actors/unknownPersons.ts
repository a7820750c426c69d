import { isDeterminer } from './context.js';
import { isNamePart, type NameParts, readSurname } from './personNames.js';
import { identifyPerson } from './persons.js';
import { type Claim, isCue, isEveryday, type Reading, tokenBeside } from './reading.js';
import { findTitleBefore } from './titles.js';
import { isJoined } from './words.js';

/**
 * Step: two capitalised words that are nothing else, where a person is likely: beside a verb of saying, after „so" or „laut", before
 * an apposition („X Y, Historiker aus …"), or where the second comes again by itself. First names of the whole world are in no list.
 */
export function claimUnknownPersons(reading: Reading): readonly Claim[] {
  return reading.words.flatMap((word, i) => {
    if (!word.capital || reading.headlines.has(word.sentence) || !isUnknown(reading, i)) return [];
    const name = readPair(reading, i);
    if (name === undefined || !isPersonPlace(reading, name)) return [];
    const actor = identifyPerson(reading, name);
    return [{ first: i, end: name.end, actor, form: 'name', rule: 'unknown name of a person', certainty: 'inferred' }];
  });
}

function readPair(reading: Reading, first: number): NameParts | undefined {
  if (reading.words[first + 1]?.joint !== 'space') return undefined;
  const surname = readSurname(reading, first + 1);
  const isPlain = surname?.[1] === first + 2 || reading.words[first + 2]?.joint === 'hyphen';
  if (surname === undefined || !isPlain || !isUnknown(reading, surname[1] - 1)) return undefined;
  const next = reading.words[surname[1]];
  const before = reading.words[first - 1];
  const isLonger = next?.joint === 'space' && next.capital && !isEveryday(reading, next);
  const isBehindName =
    reading.words[first]?.joint === 'hyphen' ||
    (isJoined(reading.words[first]) && (isDeterminer(reading, before) || isUnknown(reading, first - 1)));
  return isLonger || isBehindName ? undefined : { first, end: surname[1], surname };
}

function isUnknown(reading: Reading, i: number): boolean {
  const word = reading.words[i];
  if (word === undefined || reading.claimOf[i] !== undefined) return false;
  return (
    /^\p{Lu}\p{Ll}{2,}/u.test(word.text) && !isEveryday(reading, word) && !isNamePart(reading, 'month or day', word)
  );
}

function isPersonPlace(reading: Reading, { first, end }: NameParts): boolean {
  if (
    /^["„“”»«]$/u.test(tokenBeside(reading, first, -1)?.text ?? '') &&
    /^["“”»«]$/u.test(tokenBeside(reading, end - 1, 1)?.text ?? '')
  )
    return false;
  const isSpeaker = isSaying(reading, first - 1, first) || isSaying(reading, end, end);
  const isAlone = reading.document.told.answers.has(reading.words[end - 1]?.folded ?? '');
  const comesAgain = reading.words[first]?.joint !== 'start' && isAlone;
  return isSpeaker || comesAgain || hasRoleBehind(reading, end) || isMemberBehind(reading, end);
}

/** The unknown words of a paragraph that stand by themselves: no article and no capitalised word beside them. */
export function listLoneWords(reading: Reading): ReadonlySet<string> {
  const alone = new Set<string>();
  reading.words.forEach((word, i) => {
    const [before, next] = [reading.words[i - 1], reading.words[i + 1]];
    if (!word.capital || word.joint === 'hyphen' || !isUnknown(reading, i)) return;
    const isTied = word.joint === 'space' && (before?.capital === true || isDeterminer(reading, before));
    if (!isTied && !(next?.joint === 'space' && next.capital) && next?.joint !== 'hyphen')
      alone.add(word.folded.replace(/s$/, '')).add(word.folded);
  });
  return alone;
}

function isSaying(reading: Reading, verb: number, joined: number): boolean {
  return isJoined(reading.words[joined]) && isCue(reading, 'saying', reading.words[verb]?.folded);
}

/** „X Y, ein Historiker aus …": a title or role within three words behind the comma. */
function hasRoleBehind(reading: Reading, end: number): boolean {
  if (reading.words[end]?.joint !== 'apart' || tokenBeside(reading, end, -1)?.text !== ',') return false;
  for (let i = end + 1; i <= end + 4; i++) {
    if (findTitleBefore(reading, i) !== undefined) return true;
    if (!isJoined(reading.words[i])) return false;
  }
  return false;
}

/** „X Y vom Seorak-Institut", „X Y (SPD)": an organization within three words behind. */
function isMemberBehind(reading: Reading, end: number): boolean {
  const link = reading.words[end];
  if (
    link === undefined ||
    !(isJoined(link) ? /^(?:vom|von|of)$/.test(link.folded) : tokenBeside(reading, end, -1)?.text === '(')
  )
    return false;
  return reading.claimOf.slice(end, end + 4).some((claim) => claim?.actor.kind === 'organization');
}
