import type { CalendarUnit } from '../../events/dates/calendar.js';
import { numbered } from '../wordSet.js';

/** The closed classes of German that date expressions are made of, in lower case. */

export const MONTHS = numbered(
  'januar|jänner februar|feber märz april mai juni juli august september oktober november dezember',
  1,
);
/** With a point, and only behind a day: „13. Jan. 2022". */
export const MONTH_ABBREVIATIONS = numbered('jan|jän feb mär|mrz apr mai jun jul aug sep|sept okt nov dez', 1);

const DAYS = numbered('montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag', 0);
const DAY_PARTS = ['', 'morgen', 'vormittag', 'mittag', 'nachmittag', 'abend', 'nacht'];
/** With the part of the day („Mittwochabend"), which an interval of days does not tell. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [...DAYS].flatMap(([day, number]) => DAY_PARTS.map((part) => [day + part, number] as const)),
);
export const DAY_PART_WORDS: ReadonlySet<string> = new Set([...DAY_PARTS.slice(1), 'früh', 'abends', 'nachts']);

/** By first month, with early and late summer and the rest. */
export const SEASONS: ReadonlyMap<string, number> = new Map(
  Object.entries({ frühling: 3, frühjahr: 3, sommer: 6, herbst: 9, winter: 12 }).flatMap(([word, month]) =>
    ['', 'früh', 'spät', 'hoch'].flatMap((prefix) => [
      [prefix + word, month] as const,
      [`${prefix + word}s`, month] as const,
    ]),
  ),
);

export const UNITS: ReadonlyMap<string, CalendarUnit> = new Map([
  ...['tag', 'tage', 'tagen', 'tages'].map((word) => [word, 'day'] as const),
  ...['woche', 'wochen'].map((word) => [word, 'week'] as const),
  ...['monat', 'monate', 'monaten', 'monats'].map((word) => [word, 'month'] as const),
  ...['jahr', 'jahre', 'jahren', 'jahres'].map((word) => [word, 'year'] as const),
]);
export const PLURAL_UNITS: ReadonlySet<string> = new Set('tage tagen wochen monate monaten jahre jahren'.split(' '));

/** „vergangene Woche" −1, „diese" 0, „kommende" 1. */
export const SHIFTS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    vorvergangen: -2,
    vorletzt: -2,
    vergangen: -1,
    letzt: -1,
    vorig: -1,
    dies: 0,
    laufend: 0,
    kommend: 1,
    nächst: 1,
    übernächst: 2,
  }).flatMap(([stem, shift]) => ['e', 'en', 'em', 'er', 'es'].map((ending) => [stem + ending, shift] as const)),
);

/** „Neunzigerjahre": of the last century, as news means it. */
export const DECADES: ReadonlyMap<string, number> = new Map([
  ...'zwanziger dreißiger vierziger fünfziger sechziger siebziger achtziger neunziger'
    .split(' ')
    .map((word, i) => [word, 1920 + 10 * i] as const),
  ['nuller', 2000],
]);

/** Ordinals with an ending: of quarters, halves and centuries. */
export const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({ erst: 1, zweit: 2, dritt: 3, viert: 4, achtzehnt: 18, neunzehnt: 19, zwanzigst: 20 }).flatMap(
    ([stem, value]) => ['e', 'en', 'es', 'er'].map((ending) => [stem + ending, value] as const),
  ),
);

/** Months of the parts of a year. */
export const YEAR_PARTS: ReadonlyMap<string, 3 | 6> = new Map([
  ...['quartal', 'quartals', 'jahresviertel'].map((word) => [word, 3] as const),
  ...['halbjahr', 'halbjahres', 'halbjahrs', 'jahreshälfte'].map((word) => [word, 6] as const),
]);

/** Feasts of a fixed day, as month and day. */
export const FEASTS: ReadonlyMap<string, readonly [month: number, day: number]> = new Map([
  ['silvester', [12, 31]],
  ['silvesterabend', [12, 31]],
  ['neujahr', [1, 1]],
  ['neujahrstag', [1, 1]],
  ['heiligabend', [12, 24]],
  ['nikolaustag', [12, 6]],
  ['allerheiligen', [11, 1]],
]);

type ShiftedUnit = readonly [unit: CalendarUnit, shift: number];

/** Nouns that hold unit and shift in one word. */
export const SHIFTED_NOUNS: ReadonlyMap<string, ShiftedUnit> = new Map([
  ...shiftedNouns('vorjahr vorjahres vorjahrs', 'year', -1),
  ...shiftedNouns('jahresbeginn jahresanfang jahresende jahreswechsel', 'year', 0),
  ...shiftedNouns('monatsbeginn monatsanfang monatsende', 'month', 0),
  ...shiftedNouns('wochenbeginn wochenanfang', 'week', 0),
  ...shiftedNouns('heuer', 'year', 0),
  ...shiftedNouns('vormonat vormonats', 'month', -1),
  ...shiftedNouns('vorwoche', 'week', -1),
]);

function shiftedNouns(list: string, unit: CalendarUnit, shift: number): readonly (readonly [string, ShiftedUnit])[] {
  return list.split(' ').map((word) => [word, [unit, shift]]);
}

/** „gestern" and its kin, in days; „heuer" counts years. */
export const DAY_ADVERBS: ReadonlyMap<string, number> = new Map(
  Object.entries({ vorgestern: -2, gestern: -1, heute: 0, morgen: 1, übermorgen: 2 }),
);

export const PARTS: ReadonlySet<string> = new Set(['anfang', 'mitte', 'ende', 'beginn']);

const NUMBERS = numbered(
  'ein|eine|einen|einem|einer zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn',
  1,
);
const TENS = Object.entries({ zwanzig: 20, dreißig: 30, vierzig: 40, fünfzig: 50, sechzig: 60, hundert: 100 });
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([...NUMBERS, ...TENS]);

/** A count in words or up to three digits. */
export function findNumber(word: string): number | undefined {
  return NUMBER_WORDS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined);
}

/** „vor rund zwei Wochen": they do not change what is counted. */
export const APPROXIMATIONS: ReadonlySet<string> = new Set(
  'genau rund etwa knapp gut fast ungefähr über exakt gerade erst mehr als schon'.split(' '),
);
export const VAGUE_COUNTS: ReadonlySet<string> = new Set(
  'einigen wenigen mehreren vielen paar einige wenige mehrere'.split(' '),
);
export const BEFORE: ReadonlySet<string> = new Set(['zuvor', 'vorher', 'davor']);
export const AFTER: ReadonlySet<string> = new Set(['später', 'danach', 'darauf']);
