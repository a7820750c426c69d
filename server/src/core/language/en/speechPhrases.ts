import { is } from '../../quotes/pieces.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import type { Phrase, SpeakerWords } from '../../quotes/report.js';

const LONGEST_APPOSITION = 16;
// „the newly appointed deputy foreign minister": words before the head of a phrase.
const MOST_WORDS = 10;

/** Whether the word is a finite verb, or has the form of one that nothing else explains. */
export function isFiniteVerb(pieces: readonly Piece[], i: number): boolean {
  const [before, piece, next] = [pieces[i - 1], pieces[i], pieces[i + 1]];
  if (piece?.kind !== 'word' || (piece.isCapital && i > 0 && piece.classes.size === 0)) return false;
  if (is(piece, 'indicative', 'modal', 'have') || is(piece, 'be'))
    return piece.lower !== 'being' && piece.lower !== 'having';
  if (is(before, 'determiner', 'possessive', 'preposition') || before?.lower === 'to') return false;
  if (piece.verbs.some(({ shape }) => shape === 'finite')) return true;
  if (piece.classes.size > 0 || piece.role) return false;
  if (/\p{L}{2}ed$/u.test(piece.lower)) return true;
  // „Russia wants": a third person behind a name; elsewhere an -s is a plural.
  return (
    /[^s]s$/u.test(piece.lower) && (before?.isCapital === true || before?.role !== undefined) && next?.kind === 'word'
  );
}

/** Whether a finite verb stands in the range. */
export function hasFiniteVerb(pieces: readonly Piece[], { first, end }: PieceRange): boolean {
  for (let i = first; i < end; i++) if (isFiniteVerb(pieces, i)) return true;
  return false;
}

/** Reads the noun phrase that starts at `first`, with what depends on it and an apposition between commas. */
export function readPhrase(pieces: readonly Piece[], first: number, limit = pieces.length): Phrase | undefined {
  const headEnd = readNouns(pieces, first, limit);
  if (headEnd === undefined) return undefined;
  let end = headEnd;
  for (let next = readDependent(pieces, end, limit); next !== undefined; next = readDependent(pieces, end, limit))
    end = next;
  const apposition = readApposition(pieces, end);
  return { first, headEnd, end, ...(apposition && { apposition }) };
}

/** A determiner and nouns, or names and roles without one („Kremlin spokesman Dmitry Peskov", „officials"). */
function readNouns(pieces: readonly Piece[], first: number, limit: number): number | undefined {
  const hasDeterminer = is(pieces[first], 'determiner', 'possessive');
  const start = hasDeterminer ? first + 1 : first;
  let end: number | undefined;
  let isNamed = hasDeterminer;
  for (let i = start; i < Math.min(limit, first + MOST_WORDS) && isNominal(pieces, i); i++) {
    if (startsOtherName(pieces[i - 1], pieces[i], i > start)) break;
    isNamed ||= pieces[i]?.isCapital === true || (pieces[i]?.mention ?? -1) >= 0 || pieces[i]?.role !== undefined;
    end = i + 1;
  }
  return isNamed ? end : undefined;
}

function isNominal(pieces: readonly Piece[], i: number): boolean {
  const [before, piece] = [pieces[i - 1], pieces[i]];
  if (piece?.kind !== 'word') return false;
  if (piece.mention >= 0) return true;
  if (piece.classes.size > 0 && !is(piece, 'view', 'naming', 'according', 'time')) return false;
  // „the report", „his statement": behind a determiner the word is a noun.
  if (piece.role || is(before, 'determiner', 'possessive')) return true;
  return piece.isCapital
    ? piece.verbs.length === 0
    : !isFiniteVerb(pieces, i) && piece.verbs.length === 0 && !/(?:ly|ing)$/u.test(piece.lower);
}

function startsOtherName(before: Piece | undefined, piece: Piece | undefined, isInner: boolean): boolean {
  if (!isInner || !before || !piece || before.mention < 0 || piece.mention < 0 || before.mention === piece.mention)
    return false;
  return before.mentionForm !== 'adjective' && !/['’]s?$/u.test(before.text);
}

/** „of the ministry", „in Geneva", „and colleagues": one behind what depends on the phrase that ends at `at`. */
function readDependent(pieces: readonly Piece[], at: number, limit: number): number | undefined {
  const link = pieces[at];
  if (!link || at >= limit || !is(link, 'genitive', 'coordinator') || link.lower === 'but') return undefined;
  return readNouns(pieces, at + 1, limit);
}

/** „…, Russia's foreign minister, …": a stretch without a verb behind a comma. */
function readApposition(pieces: readonly Piece[], at: number): PieceRange | undefined {
  if (pieces[at]?.text !== ',' || readNouns(pieces, at + 1, pieces.length) === undefined) return undefined;
  let end = at + 1;
  while (end - at < LONGEST_APPOSITION && pieces[end]?.kind === 'word') end++;
  const apposition = { first: at + 1, end };
  return pieces[end]?.kind === 'word' || hasFiniteVerb(pieces, apposition) ? undefined : apposition;
}

/** Who is named by the subject that starts at `first`; undefined where no subject can start there. */
export function readSubject(
  pieces: readonly Piece[],
  first: number,
  limit: number,
): { words: SpeakerWords; end: number } | undefined {
  const piece = pieces[first];
  if (is(piece, 'male')) return { words: { kind: 'pronoun', gender: 'male', isPlural: false }, end: first + 1 };
  if (is(piece, 'female')) return { words: { kind: 'pronoun', gender: 'female', isPlural: false }, end: first + 1 };
  if (is(piece, 'plural')) return { words: { kind: 'pronoun', isPlural: true }, end: first + 1 };
  if (is(piece, 'impersonal', 'first', 'second')) return { words: { kind: 'unknown' }, end: first + 1 };
  const phrase = readPhrase(pieces, first, limit);
  if (phrase) return { words: { kind: 'phrase', phrase }, end: phrase.end };
  return is(piece, 'demonstrative') ? { words: { kind: 'unknown' }, end: first + 1 } : undefined;
}

/** The first subject in the range, over conjunctions, adverbs and prepositional phrases before it. */
export function findSubject(pieces: readonly Piece[], { first, end }: PieceRange): SpeakerWords | undefined {
  let i = first;
  while (i < end) {
    const piece = pieces[i];
    if (is(piece, 'preposition')) i = readPhrase(pieces, i + 1, end)?.headEnd ?? i + 1;
    else {
      const subject = readSubject(pieces, i, end);
      if (subject) return subject.words;
      if (!is(piece, 'adverb', 'coordinator', 'subordinator', 'tagging') && piece?.kind !== 'break') return undefined;
      i++;
    }
  }
  return undefined;
}

/** Whether the words may stand for somebody: a pronoun, or a phrase with a name or a role in it. */
export function namesSpeaker(pieces: readonly Piece[], words: SpeakerWords): boolean {
  if (words.kind !== 'phrase') return words.kind === 'pronoun';
  const { first, headEnd, apposition } = words.phrase;
  const isName = (piece: Piece): boolean => piece.mention >= 0 || piece.role !== undefined;
  return (
    pieces.slice(first, headEnd).some(isName) ||
    (apposition !== undefined && pieces.slice(apposition.first, apposition.end).some(isName))
  );
}
