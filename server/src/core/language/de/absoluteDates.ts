import {
  type DateExpression,
  type DateParser,
  type DateReading,
  type DateText,
  expression,
} from '../../events/dates/dateReading.js';
import { findDayAt, findYearAt } from '../../events/dates/numericDates.js';
import { isCapitalised } from '../../text/tokens.js';
import { wordSet } from '../wordSet.js';
import * as german from './dateWords.js';

/** „13. Januar 2022", „13. Jan. 2022", „13. Januar vergangenen Jahres". */
export const dayAndMonth: DateParser = (text, at) => {
  const day = findDayAt(text, at);
  if (day === undefined || text.words[at + 1] !== '.' || isNamedAfter(text, at)) return undefined;
  const found = readMonth(text, at + 2) ?? readAbbreviatedMonth(text, at + 2);
  return found && withYear(text, { at, end: found.end, month: found.month, day });
};

/** „Straße des 17. Juni" */
function isNamedAfter({ words }: DateText, at: number): boolean {
  return words[at - 1] === 'des' && /(?:straße|platz|platzes|allee|brücke|park|bewegung)$/.test(words[at - 2] ?? '');
}

/** „9. bis 10. Januar", „9./10. Januar", „9. und 10. Januar 2022". */
export const daysAndMonth: DateParser = (text, at) => {
  const first = findDayAt(text, at);
  if (first === undefined) return undefined;
  let next = at + 1;
  if (text.words[next] === '.') next++;
  if (!RANGE_MARKS.has(text.words[next] ?? '')) return undefined;
  next++;
  while (text.words[next] === 'zum' || text.words[next] === 'den' || text.words[next] === 'dem') next++;
  const second = dayAndMonth(text, next);
  if (second?.reading.kind !== 'calendar' || (second.reading.day ?? 0) <= first) return undefined;
  return expression(
    at,
    second.end,
    { kind: 'range', from: { ...second.reading, day: first }, to: second.reading },
    'range',
  );
};
const RANGE_MARKS = wordSet('bis und – — - /');

/** „den 21.": only a day; the date before it gives the month. */
export const bareDay: DateParser = (text, at) => {
  const day = findDayAt(text, at);
  const hasArticle = DAY_ARTICLES.has(text.words[at - 1] ?? '');
  if (day === undefined || !hasArticle || text.words[at + 1] !== '.') return undefined;
  const next = text.tokens[at + 2];
  if (next?.kind === 'number' || isCapitalised(next?.text ?? '')) return undefined;
  return expression(at, at + 2, { kind: 'calendar', day }, 'day');
};
const DAY_ARTICLES = wordSet('am den dem vom zum');

/** „Januar 2020", „im Dezember", „Februar vergangenen Jahres". */
export const monthAndYear: DateParser = (text, at) => {
  const found = isNoun(text, at) && !isNamedAfter(text, at - 2) ? readMonth(text, at) : undefined;
  return found && withYear(text, { at, end: found.end, month: found.month });
};

/** „Frühjahr 2023", „Winter 2021/22", „im Sommer". */
export const season: DateParser = (text, at) => {
  const month = isNoun(text, at) ? german.SEASONS.get(text.words[at] ?? '') : undefined;
  if (month === undefined) return undefined;
  const year = readYear(text, at + 1);
  let end = year?.end ?? at + 1;
  if (year && text.words[end] === '/' && /^\d{2}(?:\d{2})?$/.test(text.words[end + 1] ?? '')) end += 2;
  return expression(at, end, { kind: 'season', month, ...year?.reading }, 'season');
};

/** „im Jahr 2014", and a bare year where it can hardly be a quantity. */
export const year: DateParser = (text, at) => {
  if (text.words[at] === 'jahr' || text.words[at] === 'jahre') {
    const named = findYearAt(text, at + 1);
    return named === undefined ? undefined : expression(at, at + 2, { kind: 'calendar', year: named }, 'year');
  }
  const bare = findYearAt(text, at);
  if (bare === undefined || bare < 1900 || (text.tokens[at]?.spaced === false && !endsRange(text, at)))
    return undefined;
  if (isYearPair(text, at, bare)) return expression(at, at + 3, pairOf(bare), 'range');
  const isCued = YEAR_CUES.has(text.words[at - 1] ?? '');
  return isCued || !isQuantity(text, at) ? expression(at, at + 1, { kind: 'calendar', year: bare }, 'year') : undefined;
};
const YEAR_CUES = wordSet('seit bis ab von anfang mitte ende ( anno zwischen sommer herbst winter frühjahr frühling');
/** „Seite 2014" */
const COUNTED = wordSet('seite seiten artikel paragraf nummer nr zimmer raum modell typ');
const QUANTITY_MARKS = wordSet('% € $ prozent uhr mal er');

/** „1914–1918" */
function endsRange(text: DateText, at: number): boolean {
  return /^[-–—]$/u.test(text.words[at - 1] ?? '') && findYearAt(text, at - 2) !== undefined;
}

/** „2019/20", „2021/2022" */
function isYearPair({ words }: DateText, at: number, first: number): boolean {
  const next = String(first + 1);
  return words[at + 1] === '/' && (words[at + 2] === next || words[at + 2] === next.slice(2));
}

function pairOf(first: number): DateReading {
  return { kind: 'range', from: { kind: 'calendar', year: first }, to: { kind: 'calendar', year: first + 1 } };
}

/** „2000 Soldaten", „2010 Dollar": a noun behind the number, or a round number. */
function isQuantity(text: DateText, at: number): boolean {
  const next = text.tokens[at + 1];
  if (COUNTED.has(text.words[at - 1] ?? '')) return true;
  if (/00$/.test(text.words[at] ?? '') || next === undefined) return /00$/.test(text.words[at] ?? '');
  return QUANTITY_MARKS.has(next.text.toLowerCase()) || (next.kind === 'word' && isCapitalised(next.text));
}

/** „1990er Jahre", „90er-Jahre". */
export const decade: DateParser = (text, at) => {
  const number = Number(/^(?:(?:19|20)\d|[5-9])0$/.exec(text.words[at] ?? '')?.[0]);
  if (Number.isNaN(number) || text.words[at + 1] !== 'er') return undefined;
  const noun = text.words[at + 2] === '-' ? at + 3 : at + 2;
  if (!/^jahren?$/.test(text.words[noun] ?? '')) return undefined;
  return expression(at, noun + 1, { kind: 'decade', year: number < 100 ? 1900 + number : number }, 'decade');
};

interface MonthAt {
  readonly at: number;
  readonly end: number;
  readonly month: number;
  readonly day?: number;
}

function withYear(text: DateText, { at, end, month, day }: MonthAt): DateExpression {
  const found = readYear(text, end);
  const reading: DateReading = { kind: 'calendar', month, ...(day !== undefined && { day }), ...found?.reading };
  return expression(at, found?.end ?? end, reading, day === undefined ? 'month' : 'day+month');
}

/** „2022", „des vergangenen Jahres", „dieses Jahres", „des Vorjahres". */
function readYear(
  text: DateText,
  at: number,
): { end: number; reading: { year?: number; yearShift?: number } } | undefined {
  const named = findYearAt(text, at);
  if (named !== undefined) return { end: at + 1, reading: { year: named } };
  const next = text.words[at] === 'des' ? at + 1 : at;
  if (/^vorjahre?s$/.test(text.words[next] ?? '')) return { end: next + 1, reading: { yearShift: -1 } };
  const shift = german.SHIFTS.get(text.words[next] ?? '');
  return shift === undefined || text.words[next + 1] !== 'jahres'
    ? undefined
    : { end: next + 2, reading: { yearShift: shift } };
}

function readMonth(text: DateText, at: number): { end: number; month: number } | undefined {
  const month = german.MONTHS.get(text.words[at] ?? '');
  return month === undefined ? undefined : { end: at + 1, month };
}

function readAbbreviatedMonth(text: DateText, at: number): { end: number; month: number } | undefined {
  const month = german.MONTH_ABBREVIATIONS.get(text.words[at] ?? '');
  return month === undefined ? undefined : { end: text.words[at + 1] === '.' ? at + 2 : at + 1, month };
}

/** German nouns are capitalised; „mai" or „sommer" in lower case are no dates. */
export function isNoun(text: DateText, at: number): boolean {
  return isCapitalised(text.tokens[at]?.text ?? '');
}
