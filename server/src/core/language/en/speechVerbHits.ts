import { is } from '../../quotes/pieces.js';
import type { Piece } from '../../quotes/readPieces.js';
import type { VerbReading } from '../../quotes/speechWords.js';

/** A verb of saying in a unit. */
export interface SpeechVerbHit {
  readonly at: number;
  readonly reading: VerbReading;
  readonly voice: 'active' | 'passive';
}

/** Finds the verbs that say something: finite ones, participles with „has", and „…, adding"; no nouns and no infinitives. */
export function findSpeechVerbs(pieces: readonly Piece[]): readonly SpeechVerbHit[] {
  const hits: SpeechVerbHit[] = [];
  pieces.forEach(({ verbs }, at) => {
    for (const reading of verbs) {
      const voice = readVoice(pieces, at, reading);
      if (!voice) continue;
      hits.push({ at, reading, voice });
      return;
    }
  });
  return hits;
}

function readVoice(
  pieces: readonly Piece[],
  at: number,
  { shape, lemma, particle }: VerbReading,
): SpeechVerbHit['voice'] | undefined {
  if (particle !== undefined && pieces[at + 1]?.lower !== particle) return undefined;
  const before = skipAdverbs(pieces, at);
  if (is(before, 'determiner', 'possessive', 'preposition', 'modal') || before?.lower === 'to') return undefined;
  switch (shape) {
    case 'participle':
      if (is(before, 'be')) return 'passive';
      return is(before, 'have') ? 'active' : undefined;
    case 'finite':
      if (is(before, 'be', 'have')) return undefined;
      // „the claims", „reports": a third person stands behind a singular subject.
      return pieces[at]?.lower.endsWith('s') && !isSingular(before) ? undefined : 'active';
    case 'infinitive':
      return isPlural(before) && pieces[at]?.lower === lemma ? 'active' : undefined;
    case 'gerund':
      return pieces[at - 1]?.kind === 'break' || pieces[at - 1]?.kind === 'quote' ? 'active' : undefined;
    case 'subjunctive':
      return undefined;
  }
}

/** The piece before the verb, over adverbs between them: „has repeatedly said". */
function skipAdverbs(pieces: readonly Piece[], at: number): Piece | undefined {
  let i = at - 1;
  while (i > 0 && (is(pieces[i], 'adverb') || /\p{L}{3}ly$/u.test(pieces[i]?.text ?? ''))) i--;
  return pieces[i];
}

function isSingular(piece: Piece | undefined): boolean {
  if (piece === undefined || piece.kind !== 'word') return true;
  return (
    piece.isCapital ||
    piece.mention >= 0 ||
    piece.role !== undefined ||
    is(piece, 'male', 'female', 'impersonal', 'relative')
  );
}

function isPlural(piece: Piece | undefined): boolean {
  if (piece === undefined || piece.kind !== 'word') return false;
  return is(piece, 'plural', 'first', 'second') || piece.role?.isPlural === true;
}
