import { fold } from '../../server/src/core/text/fold.ts';
import { load, PACKAGES } from './packages.mjs';
import { groupByStart, printTable, readTable, sortWords } from './tables.mjs';
import { transliterate } from './transliterate.mjs';

const LOCALES =
  'af_ZA az cs_CZ da de de_CH en en_AU en_GH en_HK en_IN en_NG en_NP en_ZA es es_MX fi fr fr_BE fr_CH fr_SN hr hu id_ID it ku_kmr_latin lv nb_NO nl nl_BE pl pt_BR pt_PT ro ro_MD ru sk sl_SI sr_RS_latin sv tr uk uz_UZ_latin vi yo_NG zu_ZA'.split(
    ' ',
  );

const COMMENT = [
  'Family names in Latin script: hints that a word may belong to a person, never names by themselves.',
  `Source: person.last_name of @faker-js/faker ${PACKAGES['@faker-js/faker']} (locales ${LOCALES.slice(0, 18).join(' ')}`,
  `${LOCALES.slice(18).join(' ')}; ru and uk`,
  'transliterated by rule), Copyright (c) 2022-2025 Faker, MIT licence, see https://github.com/faker-js/faker/blob/next/LICENSE.',
  'Compiled by scripts/lexicon. Names of several words and of one or two letters are left out. note "ambiguous": also an everyday German',
  'or English word, or a first name. One row holds the names with the same first two letters.',
];

/** The table of family names. */
export function compileSurnames(isNoun) {
  const faker = load('@faker-js/faker');
  const names = new Set(LOCALES.flatMap((locale) => listNames(faker[locale].person.last_name, locale)));
  const functionWords = new Set(['de', 'en'].flatMap(listFunctionWords));
  const isWord = (name) => isNoun(fold(name)) || functionWords.has(fold(name));
  const sorted = sortWords(names);
  const plain = groupByStart(
    sorted.filter((name) => !isWord(name)),
    2,
  ).map((row) => [row, '']);
  const ambiguous = groupByStart(sorted.filter(isWord), 2).map((row) => [row, 'ambiguous']);
  return printTable({ comment: COMMENT, columns: ['name', 'note'], rows: [...plain, ...ambiguous] });
}

function listNames(lists, locale) {
  const isCyrillic = locale === 'ru' || locale === 'uk';
  const names = Object.values(lists).flat();
  const latin = isCyrillic ? names.flatMap((name) => transliterate(name, locale)) : names;
  return latin
    .map((name) => name.normalize('NFC'))
    .filter((name) => /^\p{Lu}[\p{Script=Latin}\p{M}'’-]{2,}$/u.test(name));
}

function listFunctionWords(language) {
  const rows = readTable(`server/data/language/${language}/functionWords.tsv`);
  const english =
    language === 'en' ? readTable('server/data/language/en/nouns.tsv').map(({ nouns }) => ({ words: nouns })) : [];
  return [...rows, ...english].flatMap(({ words }) => words.split('|').map(fold));
}
