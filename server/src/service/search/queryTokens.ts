import { fold } from '../../core/text/fold.js';
import type { Span } from '../../core/text/span.js';
import { tokenise } from '../../core/text/tokens.js';
import type { QueryFault, QueryProblem } from './query.js';

/** Words or a value, without quotation marks and star. */
export interface TextToken extends Span {
  readonly kind: 'text';
  readonly text: string;
  readonly words: readonly string[];
  readonly isPrefix: boolean;
}

/** The name of a field as it is written, without its colon. */
export interface FieldToken extends Span {
  readonly kind: 'field';
  readonly name: string;
}

export type QueryToken =
  | TextToken
  | FieldToken
  | (Span & { readonly kind: 'and' | 'or' | 'not' | 'opening' | 'closing' });

/** Names of fields, in English and German. */
const FIELDS = ['actor', 'person', 'event', 'source', 'date', 'from', 'to', 'before', 'after'] as const;
export type QueryFieldName = (typeof FIELDS)[number];
const GERMAN_FIELDS: Readonly<Record<string, QueryFieldName>> = {
  akteur: 'actor',
  ereignis: 'event',
  quelle: 'source',
  datum: 'date',
  von: 'from',
  bis: 'to',
  vor: 'before',
  nach: 'after',
};

const OPERATORS: Readonly<Record<string, 'and' | 'or' | 'not'>> = {
  AND: 'and',
  UND: 'and',
  OR: 'or',
  ODER: 'or',
  NOT: 'not',
  NICHT: 'not',
};

/** Which marks can close a quotation that a mark opens: the usual pairs and their mixtures. */
const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"“”',
  '„': '“”"',
  '“': '”"“',
  '”': '”"',
  '«': '»',
  '»': '«»',
  '‹': '›',
  '›': '‹›',
  "'": "'’",
  '‚': "‘’'",
  '‘': "’'",
};
/** They are apostrophes too: what they open without closing it is no quotation. */
const SINGLE = "'‚‘";
const BARE = /[^\s()"„“”«»‹›]+/uy;
const MIN_PREFIX = 2;

/** The field of a name, in either language and any case. */
export function findField(name: string): QueryFieldName | undefined {
  const folded = fold(name);
  return Object.hasOwn(GERMAN_FIELDS, folded) ? GERMAN_FIELDS[folded] : FIELDS.find((field) => field === folded);
}

/** Whether a word says how others are joined; capitals only, since „und“ and „or“ are words like others. */
export function isOperator(word: string): boolean {
  return Object.hasOwn(OPERATORS, word);
}

interface Scan {
  readonly text: string;
  readonly tokens: QueryToken[];
  at: number;
  problem?: QueryProblem;
}

/** The tokens of a query; words without any letter or digit are left out. Linear, up to the first fault. */
export function scanQuery(text: string): readonly QueryToken[] | QueryProblem {
  const scan: Scan = { text, tokens: [], at: 0 };
  while (scan.at < text.length && scan.problem === undefined) step(scan);
  return scan.problem ?? scan.tokens;
}

function step(scan: Scan): void {
  const { text, at } = scan;
  const mark = text[at] ?? '';
  if (/\s/u.test(mark)) scan.at += 1;
  else if (mark === '(' || mark === ')') push(scan, mark === '(' ? 'opening' : 'closing', 1);
  else if (isMinus(text, at)) push(scan, 'not', 1);
  else if (mark in CLOSERS) readQuoted(scan, mark);
  else readBare(scan);
}

function push(scan: Scan, kind: 'and' | 'or' | 'not' | 'opening' | 'closing', length: number): void {
  scan.tokens.push({ kind, start: scan.at, end: scan.at + length });
  scan.at += length;
}

/** A minus is one before what it excludes; editors make a dash of it. */
function isMinus(text: string, at: number): boolean {
  return /[-−–]/u.test(text[at] ?? '') && /^$|[\s(]/u.test(text[at - 1] ?? '') && /[^\s)−–-]/u.test(text[at + 1] ?? '');
}

function readQuoted(scan: Scan, mark: string): void {
  const { text, at } = scan;
  const close = findClose(text, at, mark);
  if (close === undefined) {
    if (SINGLE.includes(mark)) readBare(scan);
    else fail(scan, 'unclosed-quote', { start: at, end: text.length });
    return;
  }
  const quoted = text.slice(at + 1, close);
  const isStarBehind = text[close + 1] === '*';
  scan.at = close + (isStarBehind ? 2 : 1);
  pushText(scan, quoted, { start: at, isPrefix: isStarBehind || /\*\s*$/u.test(quoted) });
}

function findClose(text: string, at: number, mark: string): number | undefined {
  const closers = CLOSERS[mark] ?? '';
  for (let i = at + 1; i < text.length; i++) {
    const isApostrophe = SINGLE.includes(mark) && /\p{L}/u.test(text[i + 1] ?? '');
    if (closers.includes(text[i] ?? '') && !isApostrophe) return i;
  }
  return undefined;
}

function readBare(scan: Scan): void {
  const start = scan.at;
  BARE.lastIndex = start;
  const word = BARE.exec(scan.text)?.[0] ?? scan.text.charAt(start);
  const [, name = '', value = ''] = /^(\p{L}+):(.*)$/su.exec(word) ?? [];
  scan.at += word.length;
  const operator = isOperator(word) ? OPERATORS[word] : undefined;
  if (operator) scan.tokens.push({ kind: operator, start, end: scan.at });
  else if (name !== '' && findField(name)) pushField(scan, name, start);
  else if (name !== '' && value !== '') fail(scan, 'unknown-field', { start, end: start + name.length });
  else readWord(scan, word, start);
}

function pushField(scan: Scan, name: string, start: number): void {
  scan.at = start + name.length + 1;
  scan.tokens.push({ kind: 'field', name, start, end: scan.at });
}

function readWord(scan: Scan, word: string, start: number): void {
  const star = word.indexOf('*');
  if (star >= 0 && (star < word.length - 1 || star === 0)) {
    fail(scan, 'misplaced-star', { start: start + star, end: start + star + 1 });
    return;
  }
  pushText(scan, word, { start, isPrefix: star > 0 });
}

function pushText(scan: Scan, raw: string, { start, isPrefix }: { start: number; isPrefix: boolean }): void {
  const text = raw.replace(/["„“”«»‹›*\s]+/gu, ' ').trim();
  const words = tokenise(text).flatMap((token) => (token.kind === 'mark' ? [] : [token.text]));
  const span = { start, end: scan.at };
  if (words.length === 0) return;
  if (isPrefix && (words.at(-1) ?? '').length < MIN_PREFIX) fail(scan, 'short-prefix', span);
  else scan.tokens.push({ kind: 'text', text, words, isPrefix, ...span });
}

function fail(scan: Scan, fault: QueryFault, span: Span): void {
  scan.problem = { fault, span, detail: scan.text.slice(span.start, span.end) };
}
