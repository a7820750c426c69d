import { is } from '../../quotes/pieces.js';
import type { Phrase, SpeakerWords } from '../../quotes/report.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import { hasFiniteVerb } from './speechClauses.js';

// Words between a determiner and its noun: „der damalige russische Außenminister".
const MOST_ADJECTIVES = 4;
const LONGEST_APPOSITION = 14;

/**
 * Reads the noun phrase that starts at `first`: determiner, adjectives, nouns and names, with the genitives and prepositions that
 * depend on it and an apposition between commas. Undefined where none starts there.
 */
export function readPhrase(pieces: readonly Piece[], first: number, limit = pieces.length): Phrase | undefined {
  const headEnd = readNouns(pieces, first, limit);
  if (headEnd === undefined) return undefined;
  let end = headEnd;
  for (let next = readDependent(pieces, end, limit); next !== undefined; next = readDependent(pieces, end, limit))
    end = next;
  const apposition = readApposition(pieces, end, limit);
  return { first, headEnd, end, ...(apposition && { apposition }) };
}

/** One behind the nouns that start at `first`, with what may stand before them. */
function readNouns(pieces: readonly Piece[], first: number, limit: number): number | undefined {
  let i = first;
  while (i < limit && i - first <= MOST_ADJECTIVES && mayPrecedeNoun(pieces[i], i === first)) i++;
  let end: number | undefined;
  while (i < limit && isNoun(pieces[i]) && !startsOtherName(pieces[i - 1], pieces[i])) {
    end = ++i;
    // „General a. D. Klaus Meier"
    if (/^a\.?$/.test(pieces[i]?.lower ?? '') && /^d\.?$/.test(pieces[i + 1]?.lower ?? '')) i += 2;
  }
  return end;
}

function mayPrecedeNoun(piece: Piece | undefined, isFirst: boolean): boolean {
  if (piece?.kind !== 'word' || isNoun(piece) || piece.verbs.length > 0) return false;
  if (is(piece, 'determiner', 'possessive')) return isFirst;
  return piece.classes.size === 0 || is(piece, 'own');
}

function isNoun(piece: Piece | undefined): boolean {
  if (piece?.kind !== 'word') return false;
  return piece.mention >= 0 || (piece.isCapital && !isFunctionWord(piece));
}

/** „dass Putin Xi mitteilte": two names side by side are two phrases, unless the first is a genitive („Chinas Xi"). */
function startsOtherName(before: Piece | undefined, piece: Piece | undefined): boolean {
  if (!before || !piece || before.mention < 0 || piece.mention < 0 || before.mention === piece.mention) return false;
  return before.mentionForm !== 'adjective' && !before.lower.endsWith('s');
}

/** At the start of a sentence every word has a capital. */
function isFunctionWord(piece: Piece): boolean {
  return piece.verbs.length > 0 || (piece.classes.size > 0 && !is(piece, 'according', 'view', 'naming'));
}

/** „des Ministeriums", „aus Moskau", „und Kollegen": one behind what depends on the phrase that ends at `at`. */
function readDependent(pieces: readonly Piece[], at: number, limit: number): number | undefined {
  const link = pieces[at];
  if (!link || at >= limit) return undefined;
  if (is(link, 'genitive')) {
    const start = is(link, 'determiner') || !is(pieces[at + 1], 'determiner', 'possessive') ? at + 1 : at + 2;
    return readNouns(pieces, start, limit);
  }
  // „Vertretern deutscher Dienste": a genitive without article shows in its adjective.
  const isGenitive = link.classes.size === 0 && /^\p{Ll}+er$/u.test(link.text) && pieces[at + 1]?.isCapital === true;
  if (isGenitive) return readNouns(pieces, at, limit);
  return is(link, 'coordinator') ? readNouns(pieces, at + 1, limit) : undefined;
}

/** „…, Dmitri Peskow, …" or „…, ein Historiker aus Seoul": a stretch without a verb behind a comma. */
function readApposition(pieces: readonly Piece[], at: number, limit: number): PieceRange | undefined {
  if (pieces[at]?.text !== ',') return undefined;
  const nouns = readNouns(pieces, at + 1, limit);
  if (nouns === undefined) return undefined;
  let end = nouns;
  while (end < limit && end - at < LONGEST_APPOSITION && pieces[end]?.kind === 'word') end++;
  const apposition = { first: at + 1, end };
  if (pieces[end]?.kind === 'word') return undefined;
  // „…, Dmitri Peskow sagte": the comma only separates.
  return hasFiniteVerb(pieces, apposition) ? undefined : apposition;
}

/** Who is named by the subject that starts at `first`; undefined where no subject can start there. */
export function readSubject(
  pieces: readonly Piece[],
  first: number,
  limit: number,
): { words: SpeakerWords; end: number } | undefined {
  const piece = pieces[first];
  if (is(piece, 'male')) return { words: { kind: 'pronoun', gender: 'male', isPlural: false }, end: first + 1 };
  // Inside a sentence „Sie" is who is spoken to.
  if (piece?.text === 'Sie' && first > 0 && pieces[first - 1]?.text !== ':')
    return { words: { kind: 'unknown' }, end: first + 1 };
  if (is(piece, 'female') && piece?.lower === 'sie') return { words: readSie(pieces, first), end: first + 1 };
  // „Ihr Sprecher sagte", but „Ihr sagt".
  const isPossessive = piece?.lower === 'ihr' && (readNouns(pieces, first, limit) ?? 0) > first + 1;
  if (!isPossessive && is(piece, 'impersonal', 'first', 'second'))
    return { words: { kind: 'unknown' }, end: first + 1 };
  if (is(piece, 'oblique', 'object')) return undefined;
  const phrase = readPhrase(pieces, first, limit);
  return phrase && { words: { kind: 'phrase', phrase }, end: phrase.end };
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

/** „sie sagte" or „sie sagten": the verb beside the pronoun tells its number. */
function readSie(pieces: readonly Piece[], at: number): SpeakerWords {
  const beside = [pieces[at - 1], pieces[at + 1]].find(
    (piece) => piece && (piece.verbs.length > 0 || is(piece, 'have', 'become', 'be', 'modal')),
  );
  const isPlural = beside !== undefined && /(?:en|ind)$/u.test(beside.lower);
  return isPlural ? { kind: 'pronoun', isPlural } : { kind: 'pronoun', gender: 'female', isPlural };
}

/** The first subject in the range, over adverbs, reflexives, objects and prepositional phrases before it. */
export function findSubject(pieces: readonly Piece[], { first, end }: PieceRange): SpeakerWords | undefined {
  let i = first;
  while (i < end) {
    const subject = readSubject(pieces, i, end);
    if (subject) return subject.words;
    const next = skipToSubject(pieces, i, end);
    if (next === undefined) return undefined;
    i = next;
  }
  return undefined;
}

/** Whom a preposition of the class names: „wurde von X betont", „aus dem Kreml hieß es". */
export function findAgent(
  pieces: readonly Piece[],
  { first, end }: PieceRange,
  preposition: 'agent' | 'outlet',
): SpeakerWords | undefined {
  for (let i = first; i < end; i++) {
    if (!is(pieces[i], preposition)) continue;
    const phrase = readPhrase(pieces, i + 1, end);
    if (phrase) return { kind: 'phrase', phrase };
  }
  return undefined;
}

/** The first subject in the range that may stand for somebody, wherever the verb is: „Nüchterner sieht es X". */
export function findNamedSubject(pieces: readonly Piece[], { first, end }: PieceRange): SpeakerWords | undefined {
  let i = first;
  while (i < end) {
    const subject = readSubject(pieces, i, end);
    if (subject && namesSpeaker(pieces, subject.words)) return subject.words;
    i = subject?.end ?? skipToSubject(pieces, i, end) ?? i + 1;
  }
  return undefined;
}

/** One behind the adverb, object, auxiliary or prepositional phrase at `i`; undefined where something else stands. */
export function skipToSubject(pieces: readonly Piece[], i: number, end: number): number | undefined {
  const piece = pieces[i];
  if (is(piece, 'oblique')) return readPhrase(pieces, i, end)?.headEnd ?? i + 1;
  if (is(piece, 'preposition')) return readPhrase(pieces, i + 1, end)?.headEnd ?? i + 2;
  if (is(piece, 'adverb', 'object', 'negation', 'have', 'become', 'be', 'modal')) return i + 1;
  return undefined;
}
