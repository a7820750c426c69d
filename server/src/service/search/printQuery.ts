import type { FieldTerm, PhraseTerm, Query } from './query.js';
import { isOperator } from './queryTokens.js';

/** A query in its plainest form; reading that gives the same query. */
export function printQuery(query: Query): string {
  switch (query.kind) {
    case 'phrase':
      return printPhrase(query);
    case 'field':
      return `${query.field}:${printValue(query)}`;
    case 'dates':
      return `date:${query.from ?? ''}..${query.to ?? ''}`;
    case 'not':
      return `-${printPart(query.part)}`;
    case 'and':
      return query.parts.map((part) => (part.kind === 'or' ? printPart(part) : printQuery(part))).join(' ');
    case 'or':
      return query.parts.map(printQuery).join(' OR ');
  }
}

function printPart(query: Query): string {
  return query.kind === 'and' || query.kind === 'or' ? `(${printQuery(query)})` : printQuery(query);
}

function printPhrase({ words, isPrefix }: PhraseTerm): string {
  return quote({ text: words.join(' '), isPrefix });
}

function printValue({ value, isPrefix }: FieldTerm): string {
  return quote({ text: value, isPrefix });
}

function quote({ text, isPrefix }: { readonly text: string; readonly isPrefix: boolean | undefined }): string {
  const star = isPrefix ? '*' : '';
  return /^[\p{L}\p{M}\p{N}]+$/u.test(text) && !isOperator(text) ? text + star : `"${text}${star}"`;
}
