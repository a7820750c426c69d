import type { Token } from '../../text/tokens.js';
import type { CalendarUnit } from './calendar.js';

/** Which way from the article's date an incomplete date lies; `undefined` elsewhere means: as news usually means it. */
export type Direction = 'past' | 'future';

/**
 * What a date expression says by itself, before the article's date fills in the rest. Months are 1–12, weekdays 0–6 from Monday.
 * A `direction` in a reading is spelt out („am vergangenen Mittwoch") and excludes the article's own day.
 */
export type DateReading =
  | CalendarReading
  | {
      readonly kind: 'season';
      readonly month: number;
      readonly year?: number;
      readonly yearShift?: number;
      readonly direction?: Direction;
    }
  | { readonly kind: 'weekday'; readonly weekday: number; readonly weekShift?: number; readonly direction?: Direction }
  | { readonly kind: 'weekend'; readonly direction?: Direction }
  /** „in dieser Woche" 0, „gestern" −1 day. */
  | { readonly kind: 'shifted'; readonly unit: CalendarUnit; readonly shift: number }
  /** „in den letzten zwei Wochen" −2 weeks. */
  | { readonly kind: 'stretch'; readonly unit: CalendarUnit; readonly count: number }
  /** „zwei Tage zuvor": counted from the date before it in the text. */
  | { readonly kind: 'anchored'; readonly unit: CalendarUnit; readonly shift: number }
  /** „zwei Monate nach dem Gipfel": of the summit the date is meant, counted from the date before it in the sentence. */
  | { readonly kind: 'offset'; readonly unit: CalendarUnit; readonly shift: number }
  /** A quarter or half of a year: the `index`-th `months` months, counted from 1. */
  | { readonly kind: 'yearPart'; readonly months: 3 | 6; readonly index: number; readonly year?: number }
  | { readonly kind: 'decade'; readonly year: number }
  /** The 19th runs from 1801 to 1900. */
  | { readonly kind: 'century'; readonly number: number }
  /** „in der Nacht zum Dienstag": the day and the one before. */
  | { readonly kind: 'night'; readonly day: DateReading }
  | { readonly kind: 'range'; readonly from: DateReading; readonly to: DateReading }
  /** „in den kommenden Monaten": a date, but none that can be fixed. */
  | { readonly kind: 'vague' };

export interface CalendarReading {
  readonly kind: 'calendar';
  readonly year?: number;
  /** Years from the article's: „im Februar vergangenen Jahres" −1. */
  readonly yearShift?: number;
  readonly month?: number;
  readonly day?: number;
  readonly direction?: Direction;
}

/** A date expression as a half-open range of token indices. */
export interface DateExpression {
  readonly first: number;
  readonly end: number;
  readonly reading: DateReading;
  /** Name of the rule that read it, shown on "why?". */
  readonly rule: string;
}

/** The tokens of a text with their words in lower case: what date parsers read. */
export interface DateText {
  readonly tokens: readonly Token[];
  readonly words: readonly string[];
}

/** Reads the expression that starts at token `at`; undefined when there is none. */
export type DateParser = (text: DateText, at: number) => DateExpression | undefined;

/** What is special to a language: its parsers, and the words that refiners and the news bias look at. */
export interface DateGrammar {
  /** The longest expression wins, among equals that of the first parser. */
  readonly parsers: readonly DateParser[];
  /** Whether an expression may start with this lower-case word; numbers are always tried. */
  readonly mayStart: (word: string) => boolean;
  /** „bis", „und": words between the ends of a range; `pair` joins only neighbours („Sonntag und Montag"). */
  readonly through: ReadonlySet<string>;
  readonly pair: ReadonlySet<string>;
  /** „zwischen", „vom": words that make a range of two dates joined by a `pair` word. */
  readonly between: ReadonlySet<string>;
  /** Articles and prepositions that may stand between the parts of one date („Mittwoch, dem 12. Januar"). */
  readonly fillers: ReadonlySet<string>;
  readonly past: ReadonlySet<string>;
  readonly future: ReadonlySet<string>;
  /** Past verbs that look ahead with an infinitive right behind them: „agreed to resume talks in July". */
  readonly intentions: ReadonlySet<string>;
  readonly infinitive: string;
  /** Present and conditional verbs that speak of the future next to a date, unless the clause has a past cue. */
  readonly scheduled: ReadonlySet<string>;
  /** Prepositions right before a date that point to the future („für Freitag") or to the past („seit Montag"). */
  readonly futurePrepositions: ReadonlySet<string>;
  readonly pastPrepositions: ReadonlySet<string>;
}

/** An expression from token `first` up to `end`. */
export function expression(first: number, end: number, reading: DateReading, rule: string): DateExpression {
  return { first, end, reading, rule };
}
