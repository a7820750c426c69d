import type { TextQuery } from '../../ports.js';
import type { Phrase } from '../../shared/textMatch.js';
import { foldSearchWords, listShorterStems } from '../../shared/words.js';

/**
 * A search in the syntax of FTS5: all passages that match, or all that do not. FTS5 knows „and not", but no „not" alone; every tree can be
 * turned into one of the two forms. The index knows which words a passage has, but not where: unless `isExact`, more passages match than
 * are asked for, and their texts decide. `match` is empty where nothing can match.
 */
export interface MatchQuery {
  readonly match: string;
  readonly isNegated: boolean;
  readonly isExact: boolean;
}

export function toMatchQuery(query: TextQuery): MatchQuery {
  switch (query.kind) {
    case 'phrase':
      return matchPhrase({ words: foldSearchWords(query.words), isPrefix: query.isPrefix === true });
    case 'not':
      return negate(toMatchQuery(query.part));
    case 'and':
      return joinAnd(query.parts.map(toMatchQuery));
    case 'or':
      return joinOr(query.parts.map(toMatchQuery));
  }
}

/** Passages in which all words of the phrase stand, in whichever order. */
export function matchPhrase({ words, isPrefix }: Phrase): MatchQuery {
  const terms = words.map(({ word, form }, i) =>
    isPrefix && i === words.length - 1 ? matchPrefix(form) : `"${word}"`,
  );
  return { match: terms.join(' AND '), isNegated: false, isExact: !isPrefix && terms.length < 2 };
}

/** Words are filed by their stems, which may be shorter than what was typed. */
function matchPrefix(start: string): string {
  const stems = listShorterStems(start).map((stem) => `"${stem}"`);
  return stems.length === 0 ? `"${start}"*` : `("${start}"* OR ${stems.join(' OR ')})`;
}

/** Of what only may match, nothing can be said not to. */
function negate({ match, isNegated, isExact }: MatchQuery): MatchQuery {
  return isExact ? { match, isNegated: !isNegated, isExact } : { match: '', isNegated: true, isExact };
}

/** All must hold; no parts hold everywhere. */
function joinAnd(parts: readonly MatchQuery[]): MatchQuery {
  const isExact = parts.every((part) => part.isExact);
  const wanted = parts.filter(({ isNegated }) => !isNegated).map(({ match }) => match);
  const unwanted = parts.filter(({ isNegated, match }) => isNegated && match !== '').map(({ match }) => match);
  if (wanted.length === 0) return { match: join(unwanted, 'OR'), isNegated: true, isExact };
  if (wanted.includes('')) return { match: '', isNegated: false, isExact: true };
  return { match: exclude(join(wanted, 'AND'), join(unwanted, 'OR')), isNegated: false, isExact };
}

/** One must hold; no parts hold nowhere. With „not a" among them: not (a and none of the others). */
function joinOr(parts: readonly MatchQuery[]): MatchQuery {
  const isExact = parts.every((part) => part.isExact);
  const wanted = parts.filter(({ isNegated, match }) => !isNegated && match !== '').map(({ match }) => match);
  const unwanted = parts.filter(({ isNegated }) => isNegated).map(({ match }) => match);
  if (unwanted.length === 0) return { match: join(wanted, 'OR'), isNegated: false, isExact };
  if (unwanted.includes('')) return { match: '', isNegated: true, isExact };
  return { match: exclude(join(unwanted, 'AND'), join(wanted, 'OR')), isNegated: true, isExact };
}

function exclude(match: string, unwanted: string): string {
  return unwanted === '' ? match : `(${match}) NOT (${unwanted})`;
}

function join(matches: readonly string[], operator: 'AND' | 'OR'): string {
  return matches.map((match) => (/^"[^"]*"\*?$/.test(match) ? match : `(${match})`)).join(` ${operator} `);
}
