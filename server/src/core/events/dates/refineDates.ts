import type { DateExpression, DateGrammar, DateReading, DateText } from './dateReading.js';

type Refiner = (
  expressions: readonly DateExpression[],
  text: DateText,
  grammar: DateGrammar,
) => readonly DateExpression[];

// Ranges first: the end of a range must not be taken for an apposition of its start.
const REFINERS: readonly Refiner[] = [joinRanges, joinAppositions];

/** Joins what belongs to one date: ranges („von Montag bis Mittwoch") and appositions („gestern, am Mittwoch"). */
export function refineDates(
  expressions: readonly DateExpression[],
  text: DateText,
  grammar: DateGrammar,
): readonly DateExpression[] {
  return REFINERS.reduce((refined, refine) => refine(refined, text, grammar), expressions);
}

function joinRanges(
  expressions: readonly DateExpression[],
  text: DateText,
  grammar: DateGrammar,
): readonly DateExpression[] {
  return joinNeighbours(expressions, (a, b) => {
    const words = text.words.slice(a.end, b.first).filter((word) => !grammar.fillers.has(word));
    const [connector] = words;
    if (words.length !== 1 || connector === undefined || !isRangeable(a.reading, b.reading)) return undefined;
    const isPair = grammar.pair.has(connector);
    const isMeant =
      grammar.between.has(findWordBefore(a.first, text, grammar) ?? '') || areNeighbours(a.reading, b.reading);
    if (!grammar.through.has(connector) && !(isPair && isMeant)) return undefined;
    return { first: a.first, end: b.end, reading: { kind: 'range', from: a.reading, to: b.reading }, rule: 'range' };
  });
}

/** The nearest word before a token that is no article: „zwischen dem 9. und …". */
function findWordBefore(at: number, text: DateText, grammar: DateGrammar): string | undefined {
  const before = text.words[at - 1];
  const isArticle = before !== undefined && grammar.fillers.has(before) && !grammar.between.has(before);
  return isArticle ? text.words[at - 2] : before;
}

function isRangeable(from: DateReading, to: DateReading): boolean {
  if (from.kind !== to.kind) return false;
  if (from.kind === 'calendar' && to.kind === 'calendar') return precision(from) === precision(to);
  return from.kind === 'weekday' || from.kind === 'season';
}

function precision(reading: { month?: number; day?: number }): number {
  return (reading.month === undefined ? 0 : 1) + (reading.day === undefined ? 0 : 1);
}

/** Sunday and Monday, December and January, 2021 and 2022. */
function areNeighbours(from: DateReading, to: DateReading): boolean {
  if (from.kind === 'weekday' && to.kind === 'weekday') return (from.weekday + 1) % 7 === to.weekday;
  if (from.kind !== 'calendar' || to.kind !== 'calendar') return false;
  if (from.day !== undefined && to.day !== undefined) return from.month === to.month && to.day === from.day + 1;
  if (from.month !== undefined && to.month !== undefined) return (from.month % 12) + 1 === to.month;
  return from.year !== undefined && to.year === from.year + 1;
}

/** „Gestern, am Mittwoch", „Mittwoch, den 12. Januar": two ways to say one day; the more precise one counts. */
function joinAppositions(
  expressions: readonly DateExpression[],
  text: DateText,
  grammar: DateGrammar,
): readonly DateExpression[] {
  return joinNeighbours(expressions, (a, b) => {
    const between = text.words
      .slice(a.end, b.first)
      .filter((word) => word !== ',' && word !== '(' && !grammar.fillers.has(word));
    if (between.length > 0 || b.first - a.end > 3) return undefined;
    const ranks = [dayRank(a.reading), dayRank(b.reading)] as const;
    if (ranks[0] === 0 || ranks[1] === 0 || ranks[0] === ranks[1]) return undefined;
    const { reading, rule } = ranks[0] > ranks[1] ? a : b;
    return { first: a.first, end: b.end, reading, rule };
  });
}

/** How surely a reading fixes one day; 0 when it is no day. */
function dayRank(reading: DateReading): number {
  if (reading.kind === 'calendar') return reading.day === undefined ? 0 : 3;
  if (reading.kind === 'shifted') return reading.unit === 'day' ? 2 : 0;
  return reading.kind === 'weekday' ? 1 : 0;
}

function joinNeighbours(
  expressions: readonly DateExpression[],
  join: (a: DateExpression, b: DateExpression) => DateExpression | undefined,
): readonly DateExpression[] {
  const joined: DateExpression[] = [];
  for (const own of expressions) {
    const before = joined.at(-1);
    const both = before && own.first - before.end <= 3 ? join(before, own) : undefined;
    if (both) joined[joined.length - 1] = both;
    else joined.push(own);
  }
  return joined;
}
