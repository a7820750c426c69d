import type { Span } from '../../core/text/span.js';
import { type DatesField, findDays, isEmptyRange } from './queryDates.js';
import type { FieldName, Query, QueryFault, QueryProblem } from './query.js';
import {
  type FieldToken,
  findField,
  type QueryFieldName,
  type QueryToken,
  scanQuery,
  type TextToken,
} from './queryTokens.js';

/** Longer, wider and deeper queries are nobody's words; they would only keep the index busy. */
const MAX_LENGTH = 2_000;
const MAX_TERMS = 64;
const MAX_DEPTH = 20;

interface Parse {
  readonly text: string;
  readonly tokens: readonly QueryToken[];
  at: number;
  depth: number;
  /** The first one; nothing is read behind it. */
  problem?: QueryProblem;
}

/**
 * Reads a query: words and "phrases", `start*`, AND (also by default), OR, NOT or `-word`, parentheses, and fields (`actor:`, `event:`,
 * `source:`, `date:`, `from:`, `to:`, `before:`, `after:`); German words for operators and fields too. Linear.
 */
export function parseQuery(text: string): Query | QueryProblem {
  if (text.length > MAX_LENGTH)
    return { fault: 'too-long', span: { start: MAX_LENGTH, end: text.length }, detail: String(MAX_LENGTH) };
  const tokens = scanQuery(text);
  if ('fault' in tokens) return tokens;
  if (tokens.length === 0) return { fault: 'empty', span: { start: 0, end: text.length }, detail: '' };
  const extra = tokens.filter(({ kind }) => kind === 'text')[MAX_TERMS];
  if (extra) return { fault: 'too-many', span: extra, detail: String(MAX_TERMS) };
  const parse: Parse = { text, tokens, at: 0, depth: 0 };
  const query = readAlternatives(parse);
  const rest = parse.tokens[parse.at];
  if (rest) fail(parse, 'unopened-parenthesis', rest);
  return parse.problem ?? query ?? { fault: 'empty', span: { start: 0, end: text.length }, detail: '' };
}

export function isQueryProblem(result: object): result is QueryProblem {
  return 'fault' in result;
}

/** As many parts as there are become one: none is left out, none lies in one of its kind. */
export function join(kind: 'and' | 'or', parts: readonly Query[]): Query {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const [only] = flat;
  return flat.length === 1 && only ? only : { kind, parts: flat };
}

export function negate(query: Query): Query {
  return query.kind === 'not' ? query.part : { kind: 'not', part: query };
}

function readAlternatives(parse: Parse): Query | undefined {
  const parts = [readConditions(parse)];
  while (takes(parse, 'or')) parts.push(readConditions(parse));
  return joinRead('or', parts);
}

function readConditions(parse: Parse): Query | undefined {
  const parts = [readCondition(parse)];
  while (takes(parse, 'and') || goesOn(parse)) parts.push(readCondition(parse));
  return joinRead('and', parts);
}

function goesOn({ tokens, at, problem }: Parse): boolean {
  const kind = tokens[at]?.kind;
  return problem === undefined && kind !== undefined && kind !== 'or' && kind !== 'closing';
}

function joinRead(kind: 'and' | 'or', parts: readonly (Query | undefined)[]): Query | undefined {
  const read = parts.filter((part) => part !== undefined);
  return read.length < parts.length ? undefined : join(kind, read);
}

function readCondition(parse: Parse): Query | undefined {
  if (parse.problem) return undefined;
  const token = parse.tokens[parse.at];
  parse.at += 1;
  switch (token?.kind) {
    case 'text':
      return toPhrase(token);
    case 'field':
      return readField(parse, token);
    case 'not':
      return deeper(parse, token, () => {
        const part = readCondition(parse);
        return part && negate(part);
      });
    case 'opening':
      return deeper(parse, token, () => readGroup(parse, token));
    case 'and':
    case 'or':
    case 'closing':
    case undefined:
      return fail(parse, 'missing-operand', token ?? { start: parse.text.length, end: parse.text.length });
  }
}

function deeper(parse: Parse, span: Span, read: () => Query | undefined): Query | undefined {
  if (parse.depth >= MAX_DEPTH) return fail(parse, 'too-deep', span);
  parse.depth += 1;
  const query = read();
  parse.depth -= 1;
  return query;
}

function readGroup(parse: Parse, opening: Span): Query | undefined {
  const query = readAlternatives(parse);
  if (query && !takes(parse, 'closing')) return fail(parse, 'unclosed-parenthesis', opening);
  return query;
}

function readField(parse: Parse, token: FieldToken): Query | undefined {
  const value = parse.tokens[parse.at];
  const field = findField(token.name);
  if (value?.kind !== 'text' || field === undefined) return fail(parse, 'empty-field', token);
  parse.at += 1;
  const span = { start: token.start, end: value.end };
  const known = toFieldName(field);
  // Only names can be begun: outlets are called by whole words, and days have no star.
  if (value.isPrefix && (known === undefined || known === 'source')) return fail(parse, 'misplaced-star', value);
  if (known) return { kind: 'field', field: known, value: value.text, ...(value.isPrefix && { isPrefix: true }), span };
  const days = findDays(field as DatesField, value.text);
  if (days === undefined) return fail(parse, 'bad-date', value);
  return isEmptyRange(days) ? fail(parse, 'empty-range', value) : { kind: 'dates', ...days, span };
}

function toFieldName(field: QueryFieldName): FieldName | undefined {
  if (field === 'person') return 'actor';
  return field === 'actor' || field === 'event' || field === 'source' ? field : undefined;
}

function toPhrase({ words, isPrefix, start, end }: TextToken): Query {
  return { kind: 'phrase', words, ...(isPrefix && { isPrefix: true }), span: { start, end } };
}

function takes(parse: Parse, kind: QueryToken['kind']): boolean {
  if (parse.problem !== undefined || parse.tokens[parse.at]?.kind !== kind) return false;
  parse.at += 1;
  return true;
}

/** Notes what is wrong, unless something was before; there is no query then. */
function fail(parse: Parse, fault: QueryFault, { start, end }: Span): Query | undefined {
  parse.problem ??= { fault, span: { start, end }, detail: parse.text.slice(start, end) };
  return undefined;
}
