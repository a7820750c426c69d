import type { DateGrammar } from '../../events/dates/dateReading.js';
import { dottedDate, isoDate } from '../../events/dates/numericDates.js';
import { wordSet } from '../wordSet.js';
import * as absolute from './absoluteDates.js';
import * as german from './dateWords.js';
import * as periods from './periods.js';
import * as relative from './relativeDates.js';

const STARTERS: ReadonlySet<string> = new Set([
  ...[german.MONTHS, german.WEEKDAYS, german.SEASONS, german.SHIFTS, german.SHIFTED_NOUNS, german.DAY_ADVERBS].flatMap(
    (map) => [...map.keys()],
  ),
  ...[...german.UNITS.keys(), ...german.PARTS, ...['selben', 'gleichen', 'folgenden', 'darauffolgenden']],
  ...['vor', 'in', 'tags', 'wochenende', 'vortag', 'nacht'],
  ...[german.ORDINALS, german.DECADES, german.FEASTS].flatMap((map) => [...map.keys()]),
  ...[...german.DECADES.keys()].flatMap((word) => [`${word}jahre`, `${word}jahren`]),
]);

/** Finite grammar of German date expressions, for news. */
export const GERMAN_DATES: DateGrammar = {
  parsers: [
    dottedDate,
    isoDate,
    absolute.daysAndMonth,
    absolute.dayAndMonth,
    relative.partOf,
    absolute.monthAndYear,
    absolute.season,
    absolute.year,
    relative.weekday,
    relative.shifted,
    relative.relativeNoun,
    relative.ago,
    relative.ahead,
    relative.dayAdverb,
    relative.anchored,
    relative.offset,
    absolute.decade,
    absolute.bareDay,
    periods.partOfYear,
    periods.century,
    periods.decadeInWords,
    periods.night,
    periods.feast,
  ],
  mayStart: (word) => STARTERS.has(word) || german.VAGUE_COUNTS.has(word) || german.NUMBER_WORDS.has(word),
  through: wordSet('bis – — -'),
  pair: wordSet('und /'),
  between: wordSet('zwischen von vom'),
  fillers: wordSet('der dem den des die am im zum an in einem einer'),
  past: wordSet(`hat haben hatte hatten habe war waren wurde wurden worden sei seien ging kam kamen sagte teilte erklärte fand fanden
    vergangenen vergangene letzten`),
  future:
    wordSet(`wird werden werde will wollen wolle soll sollen solle kommenden kommende kommender nächsten nächste nächster
    bevorstehenden bevorstehende demnächst voraussichtlich plant planen geplante geplanten`),
  // A German infinitive clause stands behind a comma: no past verb is in it.
  intentions: new Set(),
  infinitive: 'zu',
  scheduled:
    wordSet(`würde würden könnte könnten dürfte dürften geplant angesetzt vorgesehen erwartet terminiert bevorsteht beginnt kommt kommen trifft treffen reist reisen tagt
    tagen berät beraten empfängt findet finden startet starten endet folgt steht stehen jährt fliegt spricht sprechen fährt tritt
    treten stimmt entscheidet wählt wählen eröffnet lädt besucht`),
  futurePrepositions: wordSet('für ab bis'),
  pastPrepositions: wordSet('seit'),
};
