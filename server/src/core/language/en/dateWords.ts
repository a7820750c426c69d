import type { CalendarUnit } from '../../events/dates/calendar.js';
import { numbered, wordSet } from '../wordSet.js';

/** The closed classes of English that date expressions are made of, in lower case. */

export const MONTHS = numbered(
  'january february march april may june july august september october november december',
  1,
);
/** With a point or without: „Jan. 13". „May", „June" and „July" have none. */
export const MONTH_ABBREVIATIONS = numbered('jan feb mar apr - jun jul aug sep|sept oct nov dec', 1);

const DAYS = numbered('monday tuesday wednesday thursday friday saturday sunday', 0);
/** With the genitive („Wednesday's talks"), in both apostrophes. */
export const WEEKDAYS: ReadonlyMap<string, number> = new Map(
  [...DAYS].flatMap(([day, number]) => ['', "'s", '’s'].map((genitive) => [day + genitive, number] as const)),
);
export const DAY_PARTS = wordSet('morning afternoon evening night');

/** By first month; „fall" only with a year, „last", „this", „next" or „in the". */
export const SEASONS: ReadonlyMap<string, number> = new Map(
  Object.entries({ spring: 3, summer: 6, autumn: 9, fall: 9, winter: 12 }),
);

export const UNITS: ReadonlyMap<string, CalendarUnit> = new Map(
  (['day', 'week', 'month', 'year'] as const).flatMap((unit) =>
    ['', 's'].map((plural) => [unit + plural, unit] as const),
  ),
);

/** „last week" −1, „this" 0, „next" 1. */
export const SHIFTS: ReadonlyMap<string, number> = new Map(
  Object.entries({ last: -1, past: -1, previous: -1, this: 0, next: 1, coming: 1 }),
);

export const DAY_ADVERBS: ReadonlyMap<string, number> = new Map(
  Object.entries({ yesterday: -1, today: 0, tonight: 0, tomorrow: 1 }),
);

/** „early January", „mid-December", „the end of April". */
export const PARTS = wordSet('early mid late end start beginning middle');
export const EARLIER_LATER = wordSet('earlier later');

const NUMBERS = numbered(
  'one|a|an two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
  1,
);
const TENS = Object.entries({ twenty: 20, thirty: 30, forty: 40, fifty: 50, sixty: 60 });
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([...NUMBERS, ...TENS]);

/** A count in words or up to three digits. */
export function findNumber(word: string): number | undefined {
  return NUMBER_WORDS.get(word) ?? (/^\d{1,3}$/.test(word) ? Number(word) : undefined);
}

export const ORDINALS: ReadonlyMap<string, number> = new Map(
  Object.entries({ first: 1, second: 2, third: 3, fourth: 4 }),
);
/** Months of the parts of a year. */
export const YEAR_PARTS: ReadonlyMap<string, 3 | 6> = new Map([
  ['quarter', 3],
  ['half', 6],
]);

export const VAGUE_COUNTS = wordSet('several few many some');
export const BEFORE = wordSet('earlier before previously');
export const AFTER = wordSet('later after afterwards');
