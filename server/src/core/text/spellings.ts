import { fold, foldDigraphs } from './fold.js';

/** A name of more words is matched from its first words only. */
const MAX_WORD_STARTS = 8;
const DIGRAPHS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', Ä: 'ae', Ö: 'oe', Ü: 'ue' };

/**
 * The folded forms under which a name is looked up, the plain one first: „Schröder" is found as `schroder` and `schroeder`,
 * and a corpus that writes „Schroeder" is found by „Schröder". Only names that have an umlaut or a digraph get more than one,
 * so that „Joe" does not find „Johnson".
 */
export function listSpellings(name: string): readonly string[] {
  const plain = fold(name);
  const spelled = fold(name.normalize('NFC').replace(/[äöüÄÖÜ]/g, (letter) => DIGRAPHS[letter] ?? letter));
  return [...new Set([plain, spelled, foldDigraphs(plain)])].filter((form) => form !== '');
}

/** The rest of a folded name from each of its words on: `sergej lawrow`, `lawrow`. */
export function listWordStarts(folded: string): readonly string[] {
  const starts = [folded];
  for (const { index } of folded.matchAll(/ /g)) {
    if (starts.length >= MAX_WORD_STARTS) break;
    starts.push(folded.slice(index + 1));
  }
  return starts;
}
