// What a German noun may end in beside its nominative singular, and what may link the parts of a compound.
const ENDINGS = ['', 's', 'es', 'e', 'n', 'en', 'er', 'ern', 'se', 'ses', 'sen'];
const FEMININE = /^(.{5,})in(?:nen)?$/;
const LINKS = ['', 's', 'es', 'n', 'en', 'er', 'e'];
const PRODUCTIVE = /.{4}(?:ung|heit|keit|schaft|ismus|tion|itat|ling|chen|lein)(?:e?n|e?s)?$/;

/**
 * Whether a folded word is an everyday German noun, in any inflected form: listed in `nouns`, made with a productive suffix, or a
 * compound of listed nouns. Words of fewer than three letters are none.
 */
export function isGermanNoun(nouns: ReadonlySet<string>, word: string): boolean {
  if (word.length < 3) return false;
  return PRODUCTIVE.test(word) || isListed(nouns, word) || isIrregularPlural(nouns, word) || isCompound(nouns, word);
}

/** „Risiken", „Firmen", „Themen": -en for -o, -a, -um, -us, -on. */
function isIrregularPlural(nouns: ReadonlySet<string>, word: string): boolean {
  return (
    word.length > 5 &&
    word.endsWith('en') &&
    ['o', 'a', 'um', 'us', 'on'].some((ending) => nouns.has(word.slice(0, -2) + ending))
  );
}

function isListed(nouns: ReadonlySet<string>, word: string): boolean {
  const masculine = FEMININE.exec(word)?.[1];
  if (masculine !== undefined && nouns.has(masculine)) return true;
  return ENDINGS.some((ending) => {
    const stem = word.length - ending.length;
    return stem >= 3 && word.endsWith(ending) && nouns.has(word.slice(0, stem));
  });
}

const LONGEST = 40;
const TELLING = 5;

/**
 * „verteidigung|s|ausgaben": the last part has four letters or more and the first is a noun of three or more, or an elided one
 * („Erd|höhlen"); before a last part of five letters or more anything may stand („Reich|weite").
 */
function isCompound(nouns: ReadonlySet<string>, word: string): boolean {
  if (word.length > LONGEST) return true;
  for (let i = 3; i <= word.length - 4; i++) {
    if (!isListed(nouns, word.slice(i))) continue;
    if (word.length - i >= TELLING || isFirstPart(nouns, word.slice(0, i))) return true;
  }
  return false;
}

function isFirstPart(nouns: ReadonlySet<string>, part: string): boolean {
  return LINKS.some((link) => {
    const stem = part.slice(0, part.length - link.length);
    return (
      part.endsWith(link) &&
      stem.length >= 3 &&
      (nouns.has(stem) || nouns.has(`${stem}e`) || (link === 's' && PRODUCTIVE.test(stem)))
    );
  });
}
