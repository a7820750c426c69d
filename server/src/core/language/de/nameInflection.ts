const ENDINGS = ['e', 'en', 'er', 'es', 'em'] as const;

/**
 * The German inflected forms of a name as folded keys, itself first: genitive of the head („des Nato-Russland-Rates", „des Instituts
 * für …"), dative plural („den Emiraten"), and every ending of adjectives in front („im Fernen Osten", „Vereinigten Staaten").
 * A mere s at the very end is left to the look-up. `pieces` are the name's space-separated words, `keys` the same folded.
 */
export function listGermanForms(pieces: readonly string[], keys: readonly string[]): readonly string[] {
  const [only = ''] = keys;
  if (keys.length === 1) return listFinalForms(only);
  const adjectives = countLeadingAdjectives(pieces);
  const heads = inflectHead(keys, adjectives, pieces);
  if (adjectives === 0) return heads;
  const stems = keys.slice(0, adjectives).map((key) => key.replace(/e[rs]?$/, ''));
  return heads.flatMap((head) => ENDINGS.map((ending) => [...stems.map((stem) => stem + ending), head].join(' ')));
}

/** How many adjectives open a name: „Vereinigte Arabische Emirate" 2. The last word is the head and never counts. */
export function countLeadingAdjectives(pieces: readonly string[]): number {
  let count = 0;
  while (count < pieces.length - 1 && isAdjective(pieces[count] ?? '') && /^\p{Lu}/u.test(pieces[count + 1] ?? ''))
    count++;
  return count;
}

/** A capitalised word with an adjective's nominative ending; „Der", „Die" and „The" are too short. */
function isAdjective(piece: string): boolean {
  return piece.length > 4 && /^\p{Lu}.*(?:e|er|es)$/u.test(piece);
}

function inflectHead(keys: readonly string[], first: number, pieces: readonly string[]): readonly string[] {
  const rest = keys.slice(first);
  const [head = '', ...tail] = rest;
  if (tail.length === 0) return listFinalForms(head);
  const behind = ` ${tail.join(' ')}`;
  // „Wall Street Journal": without a preposition it is the last word that is inflected.
  const isApposition = pieces.slice(first).every((piece) => !/^\p{Ll}/u.test(piece));
  return isApposition ? [head + behind] : [...listFinalForms(head), `${head}s`].map((form) => form + behind);
}

// Native nouns that may have -es in the genitive, and plurals that have -n in the dative; proper names have neither.
const STRONG =
  /(?:rat|bund|amt|dienst|hof|gericht|verband|ausschuss|kongress|haus|pakt|block|tag|werk|parlament|heer|blatt|schutz|stab|senat|bundnis)$/;
const PLURAL = /(?:er|muslime|israelite|krafte|machte|lande|emirate|gebiete|wolfe|helme)$/;

/** The forms that more than an s makes. */
function listFinalForms(noun: string): readonly string[] {
  if (noun.endsWith('nis')) return [noun, `${noun}ses`];
  if (STRONG.test(noun)) return [noun, `${noun}es`];
  return PLURAL.test(noun) ? [noun, `${noun}n`] : [noun];
}

/** Every inflected form of an adjective stem such as „russisch", which itself stands in „russisch-chinesisch". */
export function listGermanAdjectiveForms(stem: string): readonly string[] {
  return [stem, ...ENDINGS.map((ending) => stem + ending)];
}

/** The nominative of an adjective in front of a noun: „russische" + neuter „Außenministerium" = „russisches". */
export function inflectAdjective(stem: string, gender: 'm' | 'f' | 'n'): string {
  return stem + { m: 'er', f: 'e', n: 'es' }[gender];
}

/** What may stand before a nationality adjective in one word („antichinesische", „prorussisch"); for folded words. */
export const ADJECTIVE_PREFIX = /^(?:anti|pro|inner|nicht|ausser|gesamt|trans|neo|post|ultra|gross|alt)/;
