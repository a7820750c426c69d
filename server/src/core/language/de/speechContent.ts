import { contains, is, trimRange } from '../../quotes/pieces.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import type { SpeechFrame } from '../../quotes/speechWords.js';
import { type Clause, hasFiniteVerb, isFiniteVerb, opensClause, opensClauseAt } from './speechClauses.js';
import { hasSubjunctiveIn, isSubjunctive } from './speechMood.js';
import { namesSpeaker, readSubject, skipToSubject } from './speechPhrases.js';
import type { GermanUnit } from './speechUnit.js';
import type { SpeechVerbHit } from './speechVerbHits.js';

/** What follows a verb of saying: a reported clause, or the quotation itself. */
export interface Following {
  readonly content?: PieceRange;
  readonly rule: string;
}

// Clauses that may stand between the verb and what is said: „sagte X, der in Y sprach, dass …".
const MOST_BETWEEN = 2;

/** Finds what is said behind the clause of a verb of saying; undefined where nothing follows that could be. */
export function findFollowing(unit: GermanUnit, hit: SpeechVerbHit): Following | undefined {
  const last = Math.min(unit.clauses.length - 1, hit.clause + 1 + MOST_BETWEEN);
  for (let k = hit.clause + 1; k <= last; k++) {
    const clause = unit.clauses[k];
    if (!clause) return undefined;
    const rule = readOpening(unit, hit, clause);
    if (rule === 'quotation') return { rule };
    if (rule) return { rule, content: endContent(unit, clause.first) };
    if (!isInserted(unit, clause)) return undefined;
  }
  return undefined;
}

/** „X, der in Y sprach, …"; behind „…, die dazu führten, dass" and „…, aus dem hervorging, dass" the clause belongs to that. */
function isInserted({ pieces, hits }: GermanUnit, clause: Clause): boolean {
  if (!isRelative(pieces, clause) || is(pieces[clause.first], 'preposition')) return false;
  return !contains(pieces, clause, 'correlate') && !hits.some(({ at }) => clause.first <= at && at < clause.end);
}

/** Whether the clause depends on another one of its sentence. */
export function isSubordinateClause(pieces: readonly Piece[], clause: Clause): boolean {
  return opensClauseAt(pieces, clause.first) || isSubordinateRelative(pieces, clause);
}

/** The rule by which a clause is what the verb says; undefined when it is not. */
function readOpening(
  { pieces, clauses }: GermanUnit,
  { reading, voice, ...hit }: SpeechVerbHit,
  clause: Clause,
): string | undefined {
  const [before, opening] = [pieces[clause.first - 1], pieces[clause.first]];
  const { frame } = reading;
  const isNext = clauses[hit.clause + 1] === clause;
  if (isNext && opening?.kind === 'quote') return 'quotation';
  if (isNext && before?.text === ':')
    return voice === 'active' && isStatement(pieces, clause, frame) ? 'verb+colon' : undefined;
  if (frame === 'think' && voice === 'passive') return undefined;
  const hasSubjunctive = hasSubjunctiveIn(pieces, clause);
  if (is(opening, 'opener')) return takesDass(frame) || hasSubjunctive ? 'verb+dass' : undefined;
  if (frame === 'noun') return undefined;
  if (is(opening, 'question')) return frame === 'ask' || hasSubjunctive ? 'verb+question' : undefined;
  if (!isMainClause(pieces, clause)) return undefined;
  if (hasSubjunctive) return 'verb+subjunctive';
  // In the indicative only the place tells that the clause is reported.
  const own = clauses[hit.clause];
  const isPlain = isNext && before?.text === ',' && own !== undefined && !isSubordinateRelative(pieces, own);
  return isPlain && frame === 'say' && isWithoutObject(pieces, hit.at, own.end) ? 'verb+clause' : undefined;
}

/** „sagte X am Montag, …", but in „X versprach eine Regierung, …" the verb has its object already. */
function isWithoutObject(pieces: readonly Piece[], at: number, end: number): boolean {
  const subject = readSubject(pieces, at + 1, end);
  let i = subject && namesSpeaker(pieces, subject.words) ? subject.end : at + 1;
  while (i < end) {
    const piece = pieces[i];
    if (piece?.kind === 'break' && subject?.words.kind === 'phrase') return true;
    if (is(piece, 'negation') || ACCUSATIVE.test(piece?.lower ?? '')) return false;
    const isParticle = i === end - 1 && piece?.isCapital === false && piece.text.length <= LONGEST_PARTICLE;
    const next = isParticle ? end : skipToSubject(pieces, i, end);
    if (next === undefined) return false;
    i = next;
  }
  return true;
}
const ACCUSATIVE = /^(?:k?einen|diesen|jenen|jeden)$/;
// „hervor", „zurück"
const LONGEST_PARTICLE = 6;

function takesDass(frame: SpeechFrame): boolean {
  return frame === 'say' || frame === 'that' || frame === 'ask';
}

function isSubordinateRelative(pieces: readonly Piece[], clause: Clause): boolean {
  return clause.first > 0 && isRelative(pieces, clause);
}

/** Behind a colon stands a sentence, not a list. */
function isStatement(pieces: readonly Piece[], clause: Clause, frame: SpeechFrame): boolean {
  return frame !== 'noun' && frame !== 'think' && hasFiniteVerb(pieces, clause);
}

/** „die in Moskau lebt": behind the pronoun stands no noun with its verb, as in „die Lage bleibt ernst". */
export function isRelative(pieces: readonly Piece[], clause: Clause): boolean {
  const at = pieces[clause.first]?.classes.has('preposition') ? clause.first + 1 : clause.first;
  if (!is(pieces[at], 'relative')) return false;
  if (at > clause.first) return pieces[at + 1]?.isCapital !== true;
  if (at + 2 < clause.end && isFiniteVerb(pieces, at + 1)) return false;
  const subject = readSubject(pieces, at, clause.end);
  if (!subject || subject.end - at < 2) return true;
  return !isFiniteVerb(pieces, subject.end) || (subject.end === clause.end - 1 && !isSubjunctive(pieces, subject.end));
}

/** A subject or adverb first, then a verb, and no infinitive with „zu" at the end of its first stretch („…, bald Ruhe zu geben"). */
function isMainClause(pieces: readonly Piece[], clause: Clause): boolean {
  const { first, end } = clause;
  const opening = pieces[first];
  if (opensClause(opening) || is(opening, 'coordinator', 'connector', 'tagging')) return false;
  if (isFiniteVerb(pieces, first) || isRelative(pieces, clause) || !hasFiniteVerb(pieces, clause)) return false;
  let stretch = first;
  while (stretch < end && pieces[stretch]?.kind !== 'break') stretch++;
  return pieces[stretch - 2]?.lower !== 'zu' && !/^\p{L}{2,6}zu\p{L}{2,12}en$/u.test(pieces[stretch - 1]?.lower ?? '');
}

/** Where the content that starts at `first` ends: before an attribution, a remark of the writer, or the next predicate. */
export function endContent({ pieces, clauses, hits, tags }: GermanUnit, first: number): PieceRange {
  let end = tags.find((tag) => tag.isSetOff && tag.first > first)?.first ?? pieces.length;
  const announced = pieces.findIndex((piece, i) => i > first && piece.kind === 'quote' && pieces[i - 1]?.text === ':');
  if (announced > first && announced < end) end = announced;
  for (const clause of clauses) {
    if (clause.first <= first || clause.first >= end) continue;
    if (isAside(pieces, clause, end)) end = clause.first;
  }
  const next = hits.find(
    ({ at, reading }) => at > first && at < end && reading.shape === 'finite' && is(pieces[at - 1], 'coordinator'),
  );
  // „… und fügte hinzu": the speaker's next predicate.
  if (next) end = next.at - 1;
  return trimRange(pieces, { first, end: endAtVerb(pieces, { first, end }) });
}

/** „…, als er begrüßte": a clause of the writer's own; in reported speech it would have the subjunctive. */
function isAside(pieces: readonly Piece[], { first }: Clause, end: number): boolean {
  const opening = pieces[first];
  if (pieces[first - 1]?.text !== ',') return false;
  const isConcession = opening?.lower === 'auch' && pieces[first + 1]?.lower === 'wenn';
  return (isConcession || is(opening, 'aside')) && !hasSubjunctiveIn(pieces, { first, end });
}

/** „dass sie das will, und hat gefordert": a finite auxiliary right behind „und" has its subject before the content. */
function endAtVerb(pieces: readonly Piece[], { first, end }: PieceRange): number {
  for (let i = first + 1; i + 1 < end; i++) {
    if (!is(pieces[i], 'coordinator') || !is(pieces[i + 1], 'have', 'become') || isSubjunctive(pieces, i + 1)) continue;
    const before = pieces[i - 1]?.kind === 'break' ? i - 2 : i - 1;
    if (isFiniteVerb(pieces, before) && !is(pieces[i + 1], 'conditional')) return i;
  }
  return end;
}
