import { fold } from '../../server/src/core/text/fold.ts';
import { load } from './packages.mjs';
import { readTable } from './tables.mjs';

/** States of the past, which the sources do not have. */
const HISTORIC = new Set(['SU', 'DD', 'YU', 'CS']);
/** Kosovo's code is in general use, but not in the standard. */
const IN_USE = 'XK';

/** Faults of states.tsv: codes that ISO 3166-1 does not have, and states that neither CLDR nor i18n-iso-countries calls so. */
export function checkStates() {
  const countries = load('i18n-iso-countries');
  const displayed = {
    de: new Intl.DisplayNames('de', { type: 'region' }),
    en: new Intl.DisplayNames('en', { type: 'region' }),
  };
  return readTable('server/data/lexicon/states.tsv')
    .filter(({ iso }) => !HISTORIC.has(iso))
    .flatMap(({ iso, name, aliases_de: german, names_en: english, capital, capital_aliases: seats }) => [
      ...(countries.isValid(iso) || iso === IN_USE ? [] : [`states.tsv: ${iso} is no code of ISO 3166-1`]),
      ...findUnknown({
        iso,
        own: [name, ...german.split('|'), capital],
        others: listNames(countries, displayed, iso, 'de'),
      }),
      ...findUnknown({
        iso,
        own: [...english.split('|'), ...seats.split('|')],
        others: listNames(countries, displayed, iso, 'en'),
      }),
    ]);
}

function listNames(countries, displayed, iso, language) {
  return [displayed[language].of(iso), ...(countries.getName(iso, language, { select: 'all' }) ?? [])].filter(Boolean);
}

/** Nothing, or the fault: one of our names must be one of theirs. */
function findUnknown({ iso, own, others }) {
  const known = new Set(own.map(fold));
  return others.some((name) => known.has(fold(name)))
    ? []
    : [`states.tsv: ${iso} is ${own.join(', ')}, elsewhere ${others.join(', ')}`];
}
