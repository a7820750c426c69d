import { indexOfRange, is } from '../../quotes/pieces.js';
import type { SpeakerWords } from '../../quotes/report.js';
import type { Piece } from '../../quotes/readPieces.js';
import { type Clause } from './speechClauses.js';
import { isSubordinateClause } from './speechContent.js';
import { findSubject, namesSpeaker, readPhrase } from './speechPhrases.js';
import type { Tag } from './speechUnit.js';

// „Angaben des russischen Außenministeriums zufolge": how far back the phrase before „zufolge" may start.
const LONGEST_BEFORE = 8;

/** Finds „laut X", „nach Angaben von X", „X zufolge", „seiner Ansicht nach" in main clauses, in the order of the text. */
export function findSources(pieces: readonly Piece[], clauses: readonly Clause[]): readonly Tag[] {
  const tags: Tag[] = [];
  // What a clause inside a sentence reports („…, der laut Polizei flüchtete") is not said by the sentence.
  pieces.forEach((piece, at) => {
    if (!is(piece, 'source', 'following') && piece.lower !== 'nach') return;
    const clause = clauses[indexOfRange(clauses, at)];
    if (is(pieces[at - 1], 'determiner') && !is(piece, 'following')) return;
    if (!clause || (clause.first > 0 && at > clause.first && isSubordinateClause(pieces, clause))) return;
    const tag =
      is(piece, 'following') || is(pieces[at - 1], 'according')
        ? readBackwards(pieces, clause, at)
        : readForwards(pieces, clause, at);
    if (tag) tags.push(tag);
  });
  return tags;
}

/** „laut dem Sprecher", „nach den Worten des Präsidenten", „nach eigenen Angaben". */
function readForwards(pieces: readonly Piece[], clause: Clause, at: number): Tag | undefined {
  const phrase = readPhrase(pieces, at + 1);
  if (!phrase || phrase.first !== at + 1) return undefined;
  const head = pieces[phrase.headEnd - 1];
  const isAccount = is(head, 'according');
  if (is(pieces[at], 'source') ? !namesSpeaker(pieces, { kind: 'phrase', phrase }) : !isAccount) return undefined;
  const speaker = (isAccount && readOwner(pieces, clause, phrase)) || { kind: 'phrase', phrase };
  const end = phrase.apposition?.end ?? phrase.end;
  return {
    rule: is(pieces[at], 'source') ? 'laut' : 'nach Angaben',
    first: at,
    end,
    at,
    speaker,
    isSetOff: isSetOff(pieces, at, end),
  };
}

/** „Ihm zufolge", „Angaben der Polizei zufolge", „seiner Ansicht nach". */
function readBackwards(pieces: readonly Piece[], clause: Clause, at: number): Tag | undefined {
  const pronoun = readDativePronoun(pieces[at - 1]);
  if (pronoun)
    return {
      rule: 'zufolge',
      first: at - 1,
      end: at + 1,
      at,
      speaker: pronoun,
      isSetOff: isSetOff(pieces, at - 1, at + 1),
    };
  for (let first = Math.max(clause.first, at - LONGEST_BEFORE); first < at; first++) {
    const phrase = readPhrase(pieces, first, at);
    if (phrase?.end !== at || is(pieces[first], 'preposition')) continue;
    const words: SpeakerWords = { kind: 'phrase', phrase };
    const speaker = (is(pieces[phrase.headEnd - 1], 'according') && readOwner(pieces, clause, phrase)) || words;
    const names = namesSpeaker(pieces, words) || speaker !== words;
    return names
      ? { rule: 'zufolge', first, end: at + 1, at, speaker, isSetOff: isSetOff(pieces, first, at + 1) }
      : undefined;
  }
  return undefined;
}

/** Whose account it is: „seinen Angaben" the last speaker's, „nach eigenen Angaben" the subject's; undefined where a genitive says it. */
function readOwner(
  pieces: readonly Piece[],
  clause: Clause,
  { first, end }: { readonly first: number; readonly end: number },
): SpeakerWords | undefined {
  const owner = pieces[first];
  if (is(owner, 'possessive')) return readPossessor(owner);
  if (pieces.slice(first, end).some((piece) => is(piece, 'own'))) {
    return findSubject(pieces, clause) ?? findSubject(pieces, { first: end + 1, end: clause.end });
  }
  return undefined;
}

function readPossessor(piece: Piece | undefined): SpeakerWords {
  return piece?.lower.startsWith('ihr')
    ? { kind: 'pronoun', gender: 'female', isPlural: false }
    : { kind: 'pronoun', gender: 'male', isPlural: false };
}

function readDativePronoun(piece: Piece | undefined): SpeakerWords | undefined {
  if (piece?.lower === 'ihm') return { kind: 'pronoun', gender: 'male', isPlural: false };
  if (piece?.lower === 'ihr') return { kind: 'pronoun', gender: 'female', isPlural: false };
  return piece?.lower === 'ihnen' ? { kind: 'pronoun', isPlural: true } : undefined;
}

function isSetOff(pieces: readonly Piece[], first: number, end: number): boolean {
  return first > 0 && pieces[first - 1]?.kind !== 'word' && (end >= pieces.length || pieces[end]?.kind === 'break');
}
