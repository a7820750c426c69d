import { is, trimRange } from '../../quotes/pieces.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import type { SpeakerWords } from '../../quotes/report.js';
import { findSubject, hasFiniteVerb, isFiniteVerb, namesSpeaker, readPhrase, readSubject } from './speechPhrases.js';
import type { SpeechVerbHit } from './speechVerbHits.js';

/** An attribution put into or behind what is said: „…, said X", „…, X said", „as X said, …", „according to X". */
export interface Tag extends PieceRange {
  readonly rule: string;
  readonly speaker: SpeakerWords;
  readonly at: number;
}

// „The deal, said X, …": so few pieces before an attribution may be the beginning of what is said.
const LONGEST_OPENING = 6;

/** The tags of a unit, ascending and disjoint, and the verbs that are in none. */
export function findTags(
  pieces: readonly Piece[],
  stretches: readonly PieceRange[],
  verbs: readonly SpeechVerbHit[],
): { tags: readonly Tag[]; hits: readonly SpeechVerbHit[] } {
  const ofVerbs = verbs.map((hit) => findVerbTag(pieces, stretches, hit));
  const candidates = [...ofVerbs.filter((tag) => tag !== undefined), ...findSources(pieces, stretches)];
  const tags: Tag[] = [];
  for (const tag of candidates.sort((a, b) => a.first - b.first))
    if (tag.first >= (tags.at(-1)?.end ?? 0)) tags.push(tag);
  return { tags, hits: verbs.filter((_, i) => ofVerbs[i] === undefined) };
}

function findVerbTag(pieces: readonly Piece[], stretches: readonly PieceRange[], hit: SpeechVerbHit): Tag | undefined {
  const { at, reading, voice } = hit;
  const stretch = stretches.find(({ end }) => at < end);
  if (!stretch || voice === 'passive' || reading.shape === 'gerund' || is(pieces[stretch.first], 'coordinator'))
    return undefined;
  if (is(pieces[stretch.first], 'tagging')) return readAs(pieces, stretch, at);
  const start = pieces[stretch.first]?.kind === 'quote' ? stretch.first + 1 : stretch.first;
  if (start === 0 || !mayTag(pieces, { first: 0, end: start }, hit)) return undefined;
  if (at === start || pieces[at - 1]?.kind === 'quote') return readInverted(pieces, stretch, at);
  return readStraight(pieces, { first: start, end: stretch.end }, at);
}

/** „as X said": also in front of what is said. */
function readAs(pieces: readonly Piece[], { first, end }: PieceRange, at: number): Tag | undefined {
  const subject = readSubject(pieces, first + 1, at);
  return subject && namesSpeaker(pieces, subject.words)
    ? { rule: 'as', first, end, at, speaker: subject.words }
    : undefined;
}

/** „…, said X". */
function readInverted(pieces: readonly Piece[], stretch: PieceRange, at: number): Tag | undefined {
  if (is(pieces[at + 1], 'opener')) return undefined;
  const subject = readSubject(pieces, at + 1, pieces.length);
  // „X, who came late, said the talks were over": the phrase behind the verb is the subject of what is said.
  if (!subject || isFiniteVerb(pieces, subject.end)) return undefined;
  return { rule: 'tag', first: at, end: endOfTag(pieces, at, stretch.end), at, speaker: subject.words };
}

/** „…, X said": nothing said may follow in the same stretch. */
function readStraight(pieces: readonly Piece[], { first, end }: PieceRange, at: number): Tag | undefined {
  const speaker = findSubject(pieces, { first, end: at });
  const rest = { first: at + 1, end: endOfTag(pieces, at, end) };
  if (!speaker || hasFiniteVerb(pieces, rest) || is(pieces[at + 1], 'opener') || announces(pieces, end))
    return undefined;
  return { rule: 'tag', first, end: rest.end, at, speaker };
}

/** A quotation or a „that" behind the stretch is what is said: „In Geneva, X said: “…”". */
function announces(pieces: readonly Piece[], end: number): boolean {
  const next = pieces[end + 1];
  return (
    pieces[end]?.text === ':' || (next?.kind === 'quote' && !pieces.slice(0, end).some(({ kind }) => kind === 'quote'))
  );
}

/** „said X and added that": the tag ends where the next predicate begins. */
function endOfTag(pieces: readonly Piece[], at: number, end: number): number {
  for (let i = at + 1; i < end; i++) {
    if (pieces[i]?.kind === 'quote' || (is(pieces[i], 'coordinator') && isFiniteVerb(pieces, i + 1))) return i;
  }
  return end;
}

/** Whether what stands before may have been said: a quotation, a sentence, or the first words of one. */
function mayTag(pieces: readonly Piece[], range: PieceRange, { reading }: SpeechVerbHit): boolean {
  const before = trimRange(pieces, range);
  const last = pieces[before.end - 1];
  if (last?.kind === 'quote') return true;
  if (before.end <= before.first || reading.frame === 'noun' || reading.frame === 'manner') return false;
  if (is(pieces[before.first], 'subordinator', 'aside', 'preposition', 'adverb')) return hasMainClause(pieces, before);
  return hasFiniteVerb(pieces, before) || before.end - before.first <= LONGEST_OPENING;
}

/** „When the talks ended, X left, …": a clause that no conjunction opens. */
function hasMainClause(pieces: readonly Piece[], { first, end }: PieceRange): boolean {
  const comma = pieces.findIndex((piece, i) => i > first && i < end && piece.text === ',');
  return comma >= 0 && hasFiniteVerb(pieces, { first: comma, end });
}

/** „according to X". */
function findSources(pieces: readonly Piece[], stretches: readonly PieceRange[]): readonly Tag[] {
  const tags: Tag[] = [];
  pieces.forEach((piece, at) => {
    if (!is(piece, 'source') || pieces[at + 1]?.lower !== 'to') return;
    const phrase = readPhrase(pieces, at + 2);
    if (!phrase || !namesSpeaker(pieces, { kind: 'phrase', phrase })) return;
    const stretch = stretches.find(({ end }) => at < end);
    const end = Math.max(
      phrase.apposition?.end ?? phrase.end,
      at > (stretch?.first ?? 0) ? phrase.end : (stretch?.end ?? phrase.end),
    );
    tags.push({ rule: 'according to', first: at, end, at, speaker: { kind: 'phrase', phrase } });
  });
  return tags;
}
