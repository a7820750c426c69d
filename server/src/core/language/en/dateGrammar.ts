import type { DateGrammar } from '../../events/dates/dateReading.js';
import { isoDate } from '../../events/dates/numericDates.js';
import { wordSet } from '../wordSet.js';
import * as absolute from './absoluteDates.js';
import * as english from './dateWords.js';
import * as periods from './periods.js';
import * as relative from './relativeDates.js';

const STARTERS: ReadonlySet<string> = new Set([
  ...[english.MONTHS, english.MONTH_ABBREVIATIONS, english.WEEKDAYS, english.SEASONS].flatMap((map) => [...map.keys()]),
  ...[english.UNITS, english.SHIFTS, english.DAY_ADVERBS].flatMap((map) => [...map.keys()]),
  ...[...english.PARTS, ...english.EARLIER_LATER, ...english.VAGUE_COUNTS],
  ...['weekend', 'same', 'following', 'in', ...english.ORDINALS.keys()],
]);

/** Finite grammar of English date expressions, for news. */
export const ENGLISH_DATES: DateGrammar = {
  parsers: [
    isoDate,
    absolute.monthAndDays,
    absolute.daysAndMonth,
    absolute.monthAndDay,
    absolute.dayAndMonth,
    relative.partOf,
    absolute.monthAndYear,
    absolute.season,
    absolute.year,
    absolute.decade,
    relative.weekday,
    relative.shifted,
    relative.weekend,
    relative.dayAdverb,
    relative.counted,
    relative.anchored,
    periods.partOfYear,
    periods.century,
    periods.partOfDay,
    periods.ahead,
  ],
  mayStart: (word) => STARTERS.has(word) || english.NUMBER_WORDS.has(word),
  through: wordSet('to until through – — -'),
  pair: wordSet('and /'),
  between: wordSet('between from'),
  fillers: wordSet('the on in of at'),
  past: wordSet(`had has have was were been did said met told held went came took gave made left visited signed agreed since
    earlier`),
  future: wordSet('will shall would plans plan planned intends expects upcoming coming next later'),
  intentions: wordSet('agreed decided promised pledged vowed offered threatened wanted hoped intended'),
  infinitive: 'to',
  scheduled:
    wordSet(`is are scheduled expected due set meets meet visits visit travels begins starts opens holds hosts convenes gathers
    arrives speaks votes decides follows ends`),
  futurePrepositions: wordSet('until by for'),
  pastPrepositions: wordSet('since'),
};
