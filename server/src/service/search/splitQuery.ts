import type { TextQuery } from '../../store/ports.js';
import { type Days, intersect, isEmptyRange } from './queryDates.js';
import { join } from './parseQuery.js';
import type { DatesTerm, FieldTerm, Query, QueryFault, QueryProblem } from './query.js';

/** Fields of one kind, of which any is wanted, or none. */
export interface FieldChoice {
  readonly terms: readonly FieldTerm[];
  readonly isUnwanted?: true;
}

/** A query as a store can be asked it: words, and what narrows the whole search. */
export interface SplitQuery extends Days {
  readonly text?: TextQuery;
  /** The words as they are written. */
  readonly words?: Query;
  readonly choices: readonly FieldChoice[];
}

/** Takes fields and dates out of a query. They hold for all of it: between words and fields there is no „or“. */
export function splitQuery(query: Query): SplitQuery | QueryProblem {
  const texts: Query[] = [];
  const choices: FieldChoice[] = [];
  let days: Days = {};
  for (const part of query.kind === 'and' ? query.parts : [query]) {
    const narrowing = findNarrowing(part);
    const choice = toChoice(part);
    if (narrowing === undefined) texts.push(part);
    else if (part.kind === 'dates') {
      days = intersect(days, part);
      if (isEmptyRange(days)) return toProblem('empty-range', part);
    } else if (choice) choices.push(choice);
    else
      return toProblem(narrowing.kind === 'dates' && part.kind === 'not' ? 'excluded-dates' : 'mixed-field', narrowing);
  }
  const words = texts.length === 0 ? undefined : join('and', texts);
  const text = words && toTextQuery(words);
  const isNarrowed = choices.some(({ isUnwanted }) => !isUnwanted) || days.from !== undefined || days.to !== undefined;
  if (!isNarrowed && (text === undefined || isNegative(text)))
    return toProblem('only-exclusions', { span: { start: 0, end: 0 } });
  return { choices, ...days, ...(words && text && { words, text }) };
}

function toProblem(
  fault: QueryFault,
  term: Pick<FieldTerm | DatesTerm, 'span'> & { readonly field?: string },
): QueryProblem {
  return { fault, span: term.span, detail: term.field ?? 'date' };
}

function findNarrowing(query: Query): FieldTerm | DatesTerm | undefined {
  switch (query.kind) {
    case 'phrase':
      return undefined;
    case 'field':
    case 'dates':
      return query;
    case 'not':
      return findNarrowing(query.part);
    case 'and':
    case 'or':
      return query.parts.map(findNarrowing).find((term) => term !== undefined);
  }
}

/** `actor:A`, `actor:A OR actor:B`, and the exclusion of either. */
function toChoice(query: Query): FieldChoice | undefined {
  const wanted = query.kind === 'not' ? query.part : query;
  const parts = wanted.kind === 'or' ? wanted.parts : [wanted];
  const terms = parts.flatMap((part) => (part.kind === 'field' ? [part] : []));
  const isOneKind = terms.length === parts.length && new Set(terms.map(({ field }) => field)).size === 1;
  return isOneKind ? { terms, ...(query.kind === 'not' && { isUnwanted: true }) } : undefined;
}

/** Of a query without fields and dates. */
function toTextQuery(query: Query): TextQuery {
  switch (query.kind) {
    case 'phrase':
      return { kind: 'phrase', words: query.words, ...(query.isPrefix && { isPrefix: true }) };
    case 'not':
      return { kind: 'not', part: toTextQuery(query.part) };
    case 'and':
    case 'or':
      return { kind: query.kind, parts: query.parts.map(toTextQuery) };
    case 'field':
    case 'dates':
      // Nothing narrows nothing: such parts have been taken out before.
      return { kind: 'and', parts: [] };
  }
}

/** Whether it is asked for what is not there: nearly every passage would be an answer. */
function isNegative(query: TextQuery): boolean {
  switch (query.kind) {
    case 'phrase':
      return false;
    case 'not':
      return !isNegative(query.part);
    case 'and':
      return query.parts.every(isNegative);
    case 'or':
      return query.parts.some(isNegative);
  }
}
