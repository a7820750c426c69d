import { is, isQuotationOnly, splitAtBreaks, trimRange } from '../../quotes/pieces.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import { keepDisjoint, type Report, type SpeakerWords, type UnitReading } from '../../quotes/report.js';
import { type EnglishUnit, endContent, findFollowing } from './speechContent.js';
import { findSubject, hasFiniteVerb, readPhrase } from './speechPhrases.js';
import { findTags, type Tag } from './speechTags.js';
import { findSpeechVerbs, type SpeechVerbHit } from './speechVerbHits.js';

const UNKNOWN: SpeakerWords = { kind: 'unknown' };

/** Reads the attributions of an English unit. English has no form of its own for reported sentences, so none goes on without one. */
export function readEnglishSpeech(pieces: readonly Piece[]): UnitReading {
  const stretches = splitAtBreaks(pieces);
  const verbs = findSpeechVerbs(pieces);
  const { tags, hits } = findTags(pieces, stretches, verbs);
  const unit = { pieces, stretches, hits, tags };
  const reports: Report[] = [];
  for (const hit of hits) {
    const before = [...tags, ...reports].filter(({ at }) => at < hit.at).sort((a, b) => a.at - b.at);
    reports.push({
      rule: 'verb',
      at: hit.at,
      speaker: findSpeaker(unit, hit, before.at(-1)?.speaker),
      ...findFollowing(unit, hit),
    });
  }
  const topic = findSubject(pieces, { first: 0, end: pieces.length });
  return { reports: keepDisjoint([...reports, ...tags.map((tag) => readTag(unit, tag))]), ...(topic && { topic }) };
}

/** What a tag attributes: what stands before it, behind it, or both where it interrupts one clause. */
function readTag(unit: EnglishUnit, { rule, at, speaker, ...tag }: Tag): Report {
  const { pieces } = unit;
  const before = trimRange(pieces, { first: 0, end: tag.first });
  const after = trimRange(pieces, { first: tag.end, end: pieces.length });
  const report = { rule, at, speaker };
  if (isQuotationOnly(pieces, before) || (pieces[before.end - 1]?.kind === 'quote' && !hasFiniteVerb(pieces, before)))
    return report;
  if (before.end <= before.first)
    return hasFiniteVerb(pieces, after) ? { ...report, content: endContent(unit, after.first) } : report;
  const isInterrupted = !hasFiniteVerb(pieces, before) && hasFiniteVerb(pieces, after);
  return { ...report, content: isInterrupted ? endContent({ ...unit, tags: [] }, before.first) : before };
}

/** Who says it: the subject before the verb, the agent of a passive, or who spoke last in the unit. */
function findSpeaker(
  unit: EnglishUnit,
  { at, voice, reading }: SpeechVerbHit,
  previous: SpeakerWords | undefined,
): SpeakerWords {
  const { pieces, stretches } = unit;
  if (voice === 'passive') return findAgent(pieces, at) ?? UNKNOWN;
  const own = stretches.findIndex(({ end }) => at < end);
  const stretch = stretches[own];
  if (!stretch) return UNKNOWN;
  const opening = pieces[stretch.first];
  if (is(opening, 'relative') && own > 0) return findAntecedent(pieces, stretches[own - 1]) ?? UNKNOWN;
  const subject = reading.shape === 'gerund' ? undefined : findSubject(pieces, { first: stretch.first, end: at });
  if (subject) return subject;
  // „X, his deputy, said": the subject stands at the start of the sentence or behind the last semicolon.
  const isNextPredicate = reading.shape === 'gerund' || is(pieces[at - 1], 'coordinator');
  const start = pieces.findLastIndex((piece, i) => i < at && /^[;:]$/u.test(piece.text)) + 1;
  const named = findSubject(pieces, { first: start, end: at });
  return (isNextPredicate ? (previous ?? named) : (named ?? previous)) ?? UNKNOWN;
}

/** „was denied by the ministry". */
function findAgent(pieces: readonly Piece[], at: number): SpeakerWords | undefined {
  const by = pieces.findIndex((piece, i) => i > at && piece.lower === 'by');
  const phrase = by < 0 ? undefined : readPhrase(pieces, by + 1);
  return phrase && { kind: 'phrase', phrase };
}

/** The noun phrase that a relative clause belongs to: „Pike, who said". */
function findAntecedent(pieces: readonly Piece[], before: PieceRange | undefined): SpeakerWords | undefined {
  for (let i = before?.first ?? 0; i < (before?.end ?? 0); i++) {
    const phrase = readPhrase(pieces, i, before?.end);
    if (phrase?.end === before?.end && phrase) return { kind: 'phrase', phrase };
  }
  return undefined;
}
