import { contains, indexOfRange, is } from '../../quotes/pieces.js';
import type { VerbReading } from '../../quotes/speechWords.js';
import type { Piece } from '../../quotes/readPieces.js';
import { type Clause } from './speechClauses.js';

/** A verb of saying in a unit, with its auxiliary and separated particle found. */
export interface SpeechVerbHit {
  /** The piece of the verb. */
  readonly at: number;
  readonly reading: VerbReading;
  /** Index of its clause. */
  readonly clause: number;
  readonly voice: 'active' | 'passive';
}

/** Finds the verbs that say something: finite ones with their particle, participles with their auxiliary; no infinitives. */
export function findSpeechVerbs(pieces: readonly Piece[], clauses: readonly Clause[]): readonly SpeechVerbHit[] {
  const hits: SpeechVerbHit[] = [];
  pieces.forEach((piece, at) => {
    if (piece.verbs.length === 0) return;
    const clause = indexOfRange(clauses, at);
    const range = clauses[clause];
    if (!range || is(pieces[at - 1], 'preposition') || isAttributive(pieces, range, at)) return;
    for (const reading of piece.verbs) {
      const voice = readVoice(pieces, clauses, { at, clause, reading });
      if (!voice) continue;
      hits.push({ at, reading, clause, voice });
      return;
    }
  });
  return hits;
}

/** „das bekannte Institut", but not „Das sagte Peskow". */
function isAttributive(pieces: readonly Piece[], { first }: Clause, at: number): boolean {
  if (!is(pieces[at - 1], 'determiner') || pieces[at + 1]?.isCapital !== true) return false;
  return !(is(pieces[at - 1], 'demonstrative') && at - 1 === first);
}

function readVoice(
  pieces: readonly Piece[],
  clauses: readonly Clause[],
  { at, reading, ...hit }: Omit<SpeechVerbHit, 'voice'>,
): SpeechVerbHit['voice'] | undefined {
  const clause = clauses[hit.clause];
  if (!clause || reading.shape === 'infinitive') return undefined;
  if (reading.needs !== undefined && !hasWord(pieces, clause, reading.needs)) return undefined;
  if (reading.shape === 'participle') {
    // The auxiliary of „ist … worden" and „hat … gesagt" stands in the same clause, before or behind.
    if (contains(pieces, clause, 'become')) return 'passive';
    return contains(pieces, clause, 'have') ? 'active' : undefined;
  }
  if (
    reading.particle !== undefined &&
    !hasParticle(pieces, clauses, { at, clause: hit.clause, particle: reading.particle })
  ) {
    return undefined;
  }
  return isInfinitive(pieces, clause, at) || isParticipleToo(pieces, clause, at) ? undefined : 'active';
}

/** „teilte das Ministerium mit": the particle ends its clause, also behind an inserted one („teilte X, der dort war, mit"). */
function hasParticle(
  pieces: readonly Piece[],
  clauses: readonly Clause[],
  { at, clause, particle }: { readonly at: number; readonly clause: number; readonly particle: string },
): boolean {
  for (let i = at + 1; i < (clauses[clause]?.end ?? 0); i++) if (isParticle(pieces, i, particle)) return true;
  for (let k = clause + 1; k < clauses.length; k++)
    if (isParticle(pieces, clauses[k]?.first ?? 0, particle)) return true;
  return false;
}

/** A particle that is a preposition too governs a noun unless it ends something. */
function isParticle(pieces: readonly Piece[], i: number, particle: string): boolean {
  if (pieces[i]?.lower !== particle) return false;
  const next = pieces[i + 1];
  return next === undefined || next.kind !== 'word' || is(next, 'coordinator', 'opener');
}

function hasWord(pieces: readonly Piece[], { first, end }: Clause, word: string): boolean {
  for (let i = first; i < end; i++) if (pieces[i]?.lower === word) return true;
  return false;
}

/** „wollte nicht sagen", „um zu erklären": the plural present looks like the infinitive. */
function isInfinitive(pieces: readonly Piece[], clause: Clause, at: number): boolean {
  const piece = pieces[at];
  if (pieces[at - 1]?.lower === 'zu') return true;
  if (!piece?.verbs.some((reading) => reading.shape === 'infinitive' || piece.lower.endsWith('en'))) return false;
  return (
    /(?:en|rn|ln)$/u.test(piece.lower) &&
    !/(?:t|[^aeiouäöü]t)en$/u.test(piece.lower) &&
    contains(pieces, clause, 'modal', 'become')
  );
}

/** „wurde berichtet": present and participle of many verbs look alike, the auxiliary decides. */
function isParticipleToo(pieces: readonly Piece[], clause: Clause, at: number): boolean {
  const isParticiple = pieces[at]?.verbs.some((reading) => reading.shape === 'participle') ?? false;
  return isParticiple && contains(pieces, clause, 'have', 'become');
}
