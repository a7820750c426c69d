import { is, trimRange } from '../../quotes/pieces.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import { isFiniteVerb, readPhrase, readSubject } from './speechPhrases.js';
import type { Tag } from './speechTags.js';
import type { SpeechVerbHit } from './speechVerbHits.js';

/** A unit as English grammar sees it. */
export interface EnglishUnit {
  readonly pieces: readonly Piece[];
  /** The stretches between separators. */
  readonly stretches: readonly PieceRange[];
  /** Verbs of saying that are no part of a tag. */
  readonly hits: readonly SpeechVerbHit[];
  readonly tags: readonly Tag[];
}

/** What follows a verb of saying. */
export interface Following {
  readonly rule: string;
  readonly content?: PieceRange;
}

// „said before and after the meeting in Geneva on Friday that": how far behind the verb the clause may start.
const LONGEST_GAP = 20;
const HEARER = new Set(['tell', 'inform', 'remind', 'assure', 'reassure', 'warn', 'advise']);

/** Finds what is said behind a verb: a „that" clause, a clause without „that", a question, or the quotation itself. */
export function findFollowing(unit: EnglishUnit, { at, reading, voice }: SpeechVerbHit): Following | undefined {
  const { pieces } = unit;
  const { frame } = reading;
  const limit = Math.min(pieces.length, at + LONGEST_GAP);
  let i = HEARER.has(reading.lemma) ? skipHearer(pieces, at + 1) : at + 1;
  while (i < limit) {
    const piece = pieces[i];
    if (piece?.kind === 'quote') return { rule: 'quotation' };
    if (piece?.text === ':') return readColon(unit, i, frame);
    if (is(piece, 'opener') && (frame === 'say' || frame === 'that'))
      return { rule: 'verb+that', content: endContent(unit, i) };
    if (is(piece, 'question') && frame === 'ask' && voice === 'active')
      return { rule: 'verb+question', content: endContent(unit, i) };
    if (frame === 'say' && voice === 'active' && startsClause(pieces, i))
      return { rule: 'verb+clause', content: endContent(unit, i) };
    const next = skipAdverbial(pieces, i);
    if (next === undefined) return undefined;
    i = next;
  }
  return undefined;
}

function readColon(unit: EnglishUnit, colon: number, frame: SpeechVerbHit['reading']['frame']): Following | undefined {
  if (unit.pieces[colon + 1]?.kind === 'quote') return { rule: 'quotation' };
  const isSaid = frame === 'say' || frame === 'that' || frame === 'ask';
  return isSaid && colon + 1 < unit.pieces.length
    ? { rule: 'verb+colon', content: endContent(unit, colon + 1) }
    : undefined;
}

/** „told reporters", „warned him". */
function skipHearer(pieces: readonly Piece[], i: number): number {
  if (is(pieces[i], 'object')) return i + 1;
  const end = readPhrase(pieces, i)?.end;
  if (end !== undefined) return isFiniteVerb(pieces, end) ? i : end;
  const word = pieces[i];
  return word?.kind === 'word' && word.classes.size === 0 ? i + 1 : i;
}

/** A subject with its verb: „the talks were", „he will". */
function startsClause(pieces: readonly Piece[], i: number): boolean {
  const subject = readSubject(pieces, i, pieces.length);
  if (!subject) return false;
  let verb = subject.end;
  while (is(pieces[verb], 'adverb')) verb++;
  return isFiniteVerb(pieces, verb) || /(?:['’](?:s|d|ll|re|ve|m)|n['’]t)$/u.test(pieces[i]?.text ?? '');
}

/** One behind a preposition with its phrase, an adverb, or a comma before a quotation. */
function skipAdverbial(pieces: readonly Piece[], i: number): number | undefined {
  const piece = pieces[i];
  if (piece?.text === ',') return pieces[i + 1]?.kind === 'quote' || is(pieces[i + 1], 'opener') ? i + 1 : undefined;
  if (is(piece, 'preposition')) return readPhrase(pieces, i + 1)?.headEnd ?? i + 1;
  if (is(piece, 'adverb', 'coordinator') || /\p{L}{3}ly$/u.test(piece?.text ?? '')) return i + 1;
  // „on Monday", „last week"; behind another object „that" would begin a relative clause.
  const phrase = readPhrase(pieces, i);
  return phrase && is(pieces[phrase.headEnd - 1], 'time') ? phrase.headEnd : undefined;
}

/** Where the content that starts at `first` ends: before an attribution, a remark of the writer, or the next predicate. */
export function endContent({ pieces, stretches, hits, tags }: EnglishUnit, first: number): PieceRange {
  let end = tags.find((tag) => tag.first > first)?.first ?? pieces.length;
  const aside = stretches.find(
    (stretch) => stretch.first > first && stretch.first < end && isAside(pieces, stretch.first),
  );
  if (aside) end = aside.first;
  const next = hits.find(({ at, reading }) => at > first && at < end && startsPredicate(pieces, at, reading.shape));
  if (next) end = next.at - 1;
  return trimRange(pieces, { first, end });
}

/** „…, while Moscow denies it", „…, after which …". */
function isAside(pieces: readonly Piece[], first: number): boolean {
  return pieces[first - 1]?.text === ',' && is(pieces[first], 'aside');
}

/** „… and added that", „…, adding that". */
function startsPredicate(pieces: readonly Piece[], at: number, shape: string): boolean {
  return is(pieces[at - 1], 'coordinator') || (shape === 'gerund' && pieces[at - 1]?.kind === 'break');
}
