import { load, PACKAGES } from './packages.mjs';
import { printTable, readTable, sortWords } from './tables.mjs';
import { transliterate } from './transliterate.mjs';

/** Generic Turkish names of the source are old titles and clans. */
const WITHOUT_GENERIC = 'tr';
const LOCALES =
  'de de_AT de_CH en fr fr_CH it es pl ru uk tr nl sv pt_BR ro cs_CZ hu da nb_NO fi lv sr_RS_latin sk hr en_IN en_NG af_ZA'.split(
    ' ',
  );

const COMMENT = [
  'First names in Latin script, with German and English transliterations.',
  `Source: person.first_name of @faker-js/faker ${PACKAGES['@faker-js/faker']} (locales ${LOCALES.slice(0, 14).join(' ')}`,
  `${LOCALES.slice(14).join(' ')}; ru and uk transliterated by rule), Copyright (c) 2022-2025 Faker, MIT licence, see`,
  'https://github.com/faker-js/faker/blob/next/LICENSE; and own lists (Russian, Ukrainian, Caucasian, Central Asian, Arabic, Persian,',
  'Kurdish, Turkish, Hebrew, Chinese, Korean, Japanese, South Asian, African), MIT. Compiled by scripts/lexicon.',
  'gender is m, f or u (both); note "ambiguous": also an everyday word, a place or a month. Everyday words without much use as names are left out.',
];

/** The table of first names: the source's, put right and added to by our own list. */
export function compileFirstNames() {
  const names = new Map([...collectFaker()].map(([name, gender]) => [name, [gender, '']]));
  for (const { name, gender, note } of readTable('scripts/lexicon/own/firstNames.tsv')) {
    if (note === 'left out') names.delete(name);
    else names.set(name, [gender, note]);
  }
  const rows = sortWords(names.keys()).map((name) => [name, ...names.get(name)]);
  return printTable({ comment: COMMENT, columns: ['name', 'gender', 'note'], rows });
}

/** Gender by name, over all locales; names of several words are made of others. */
function collectFaker() {
  const faker = load('@faker-js/faker');
  const genders = new Map();
  for (const locale of LOCALES) {
    const { female = [], male = [], generic = [] } = faker[locale].person.first_name;
    take(female, 'f');
    take(male, 'm');
    if (locale !== WITHOUT_GENERIC) take(generic, 'u');

    function take(names, gender) {
      const isCyrillic = locale === 'ru' || locale === 'uk';
      const single = names.filter((name) => !/[ ’']/.test(name));
      for (const name of single.flatMap((given) => (isCyrillic ? transliterate(given, locale) : given))) {
        genders.set(name, (genders.get(name) ?? gender) === gender ? gender : 'u');
      }
    }
  }
  return genders;
}
