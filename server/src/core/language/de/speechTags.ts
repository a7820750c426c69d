import { indexOfRange, is, trimRange } from '../../quotes/pieces.js';
import type { SpeakerWords } from '../../quotes/report.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import { type Clause, hasFiniteVerb, splitClauses } from './speechClauses.js';
import { isSubordinateClause } from './speechContent.js';
import { hasSubjunctiveIn } from './speechMood.js';
import { findAgent, findSubject, namesSpeaker, readPhrase, readSubject } from './speechPhrases.js';
import { findSources } from './speechSources.js';
import type { GermanUnit, Tag } from './speechUnit.js';
import { findSpeechVerbs, type SpeechVerbHit } from './speechVerbHits.js';

// „Das Abkommen, sagte X, …": so few pieces before an attribution may be the beginning of what is said.
const LONGEST_OPENING = 6;

/** Splits a unit into clauses and finds its verbs of saying and its inserted attributions. */
export function readUnit(pieces: readonly Piece[]): GermanUnit {
  const clauses = splitClauses(pieces);
  const verbs = findSpeechVerbs(pieces, clauses);
  const verbTags = verbs.map((hit) => findVerbTag(pieces, clauses, hit));
  const candidates = [
    ...verbTags.filter((tag) => tag !== undefined),
    ...findUnlistedTags(pieces, clauses),
    ...findSoTags(pieces, clauses),
    ...findSources(pieces, clauses),
  ];
  const tags: Tag[] = [];
  for (const tag of candidates.sort((a, b) => a.first - b.first)) {
    if (tag.first >= (tags.at(-1)?.end ?? 0)) tags.push(tag);
  }
  return { pieces, clauses, hits: verbs.filter((_, i) => verbTags[i] === undefined), tags };
}

/** „…, (so) sagte X" behind something sayable, or „wie X sagte". */
function findVerbTag(pieces: readonly Piece[], clauses: readonly Clause[], hit: SpeechVerbHit): Tag | undefined {
  const clause = clauses[hit.clause];
  if (!clause) return undefined;
  if (pieces[clause.first]?.lower === 'wie') return readWie(pieces, clause, hit);
  const first = is(pieces[hit.at - 1], 'tagging') ? hit.at - 1 : hit.at;
  const before = pieces[first - 1];
  if (before === undefined || before.kind === 'word' || before.text === ':') return undefined;
  const anonymous = isAnonymous(pieces, { first, at: hit.at }) ? ({ kind: 'unknown' } as const) : undefined;
  const outlet =
    hit.reading.needs === 'es' ? findAgent(pieces, { first: hit.at, end: clause.end }, 'outlet') : undefined;
  const speaker = outlet ?? findInverted(pieces, { first: hit.at + 1, end: clause.end }) ?? anonymous;
  if (!speaker || !mayTag(pieces, clauses, { first, hit })) return undefined;
  if (!namesSpeaker(pieces, speaker) && isNameOnly(pieces, { first: 0, end: first })) return undefined;
  return { rule: 'tag', first, end: endOfTag(pieces, hit.at + 1, clause.end), at: hit.at, speaker, isSetOff: true };
}

/** The subject right behind the verb, or further on the one that names somebody: „sagte am Montag der Sprecher". */
function findInverted(pieces: readonly Piece[], { first, end }: PieceRange): SpeakerWords | undefined {
  const next = readSubject(pieces, is(pieces[first], 'object') ? first + 1 : first, end);
  if (next) return next.words;
  const later = findSubject(pieces, { first, end });
  return later && namesSpeaker(pieces, later) ? later : undefined;
}

/** Verbs such as „nennen" and „lachen" attribute only what stands in quotation marks. */
function mayTag(
  pieces: readonly Piece[],
  clauses: readonly Clause[],
  { first, hit }: { readonly first: number; readonly hit: SpeechVerbHit },
): boolean {
  const before = trimRange(pieces, { first: 0, end: first });
  const { frame } = hit.reading;
  if (frame === 'noun' || frame === 'manner') return hit.voice === 'active' && pieces[before.end - 1]?.kind === 'quote';
  return isSayable(pieces, clauses, before);
}

/** „wie X sagte", „wie es hieß"; „wie man so sagt" and „wie Sie wissen" attribute nothing. */
function readWie(pieces: readonly Piece[], clause: Clause, { at, reading, voice }: SpeechVerbHit): Tag | undefined {
  const speaker = findSubject(pieces, { first: clause.first + 1, end: at });
  if (speaker?.kind === 'unknown' && reading.needs !== 'es' && voice === 'active') return undefined;
  return speaker && { rule: 'wie', first: clause.first, end: clause.end, at, speaker, isSetOff: true };
}

/** „Gavin Newsom, der Gouverneur, forderte eine Untersuchung": the subject of the verb, and nothing that is said. */
function isNameOnly(pieces: readonly Piece[], range: PieceRange): boolean {
  const { first, end } = trimRange(pieces, range);
  const phrase = readPhrase(pieces, first, end);
  const isWhole = phrase !== undefined && (phrase.apposition?.end ?? phrase.end) >= end;
  return isWhole && namesSpeaker(pieces, { kind: 'phrase', phrase });
}

/**
 * „…, hieß es", „…, wurde mitgeteilt", or a verb right behind a quotation, whoever is its subject; but in „der den Rücktritt des
 * »Diktators« forderte" the quotation is a part of the clause of the verb.
 */
function isAnonymous(
  pieces: readonly Piece[],
  { first, at }: { readonly first: number; readonly at: number },
): boolean {
  const isSetOff = pieces[first - 1]?.kind === 'break';
  const quote = isSetOff ? first - 2 : first - 1;
  if (pieces[quote]?.kind === 'quote') return isSetOff || quote === 0 || pieces[quote - 1]?.kind === 'break';
  return pieces[at + 1] === undefined || is(pieces[at - 1], 'become');
}

/** „sagte X und fügte hinzu": the tag ends where the next predicate begins. */
function endOfTag(pieces: readonly Piece[], first: number, end: number): number {
  for (let i = first; i < end; i++) {
    if (pieces[i]?.kind === 'quote' || (is(pieces[i], 'coordinator') && (pieces[i + 1]?.verbs.length ?? 0) > 0))
      return i;
  }
  return end;
}

/** Whether somebody may have said the range: a quotation, a subjunctive, a main clause, or the first words of one („Das, sagte X, …"). */
function isSayable(pieces: readonly Piece[], clauses: readonly Clause[], range: PieceRange): boolean {
  if (range.end <= range.first) return false;
  const { first, end } = range;
  if (pieces[first]?.kind === 'quote' || pieces[end - 1]?.kind === 'quote') return true;
  const inside = clauses
    .filter((clause) => clause.first < end)
    .map((clause) => ({ ...clause, end: Math.min(end, clause.end) }));
  const main = inside.filter((clause) => !isSubordinateClause(pieces, clause));
  if (main.some((clause) => hasFiniteVerb(pieces, clause))) return true;
  // „Dass das falsch sei, sagte X": a subordinate clause alone only in the subjunctive.
  return main.length === 0
    ? hasSubjunctiveIn(pieces, range)
    : inside.length === main.length && end - first <= LONGEST_OPENING;
}

/**
 * „…“, lästerte X, and „…, rechnet er vor, …" in the subjunctive: any verb that has somebody behind it, though no list knows it as a
 * verb of saying.
 */
function findUnlistedTags(pieces: readonly Piece[], clauses: readonly Clause[]): readonly Tag[] {
  const tags: Tag[] = [];
  pieces.forEach((piece, at) => {
    const first = pieces[at - 1]?.lower === 'so' ? at - 1 : at;
    if (piece.verbs.length > 0 || piece.classes.size > 0 || !mayInsert(pieces, first)) return;
    if (!/^\p{Ll}+(?:t|te|ten|en)$/u.test(piece.text)) return;
    const end = clauses[indexOfRange(clauses, at)]?.end ?? pieces.length;
    const subject = readSubject(pieces, is(pieces[at + 1], 'object') ? at + 2 : at + 1, end);
    if (!subject || !namesSpeaker(pieces, subject.words)) return;
    tags.push({ rule: 'tag', first, end: endOfTag(pieces, at + 1, end), at, speaker: subject.words, isSetOff: true });
  });
  return tags;
}

/** Behind a quotation, or behind a comma of a sentence in the subjunctive. */
function mayInsert(pieces: readonly Piece[], first: number): boolean {
  const [beforeThat, before] = [pieces[first - 2], pieces[first - 1]];
  if (before?.kind === 'quote' || (before?.kind === 'break' && beforeThat?.kind === 'quote')) return true;
  return before?.text === ',' && first > 1 && hasSubjunctiveIn(pieces, { first: 0, end: pieces.length });
}

/** „so die Hoffnung" is nobody's speech, unless the sentence says so itself: by its subjunctive or quotation. */
function isSource(pieces: readonly Piece[], words: SpeakerWords, at: number): boolean {
  if (namesSpeaker(pieces, words) || hasSubjunctiveIn(pieces, { first: 0, end: pieces.length })) return true;
  return pieces[at - 1]?.kind === 'quote' || pieces[at - 2]?.kind === 'quote';
}

/** „…, so X (weiter)" with a person, a role or a source behind „so". */
function findSoTags(pieces: readonly Piece[], clauses: readonly Clause[]): readonly Tag[] {
  const tags: Tag[] = [];
  for (const { first, end } of clauses) {
    // A quotation may stand before „so" in the same clause.
    const at = pieces[first]?.kind === 'quote' ? first + 1 : first;
    if (at === 0 || pieces[at]?.lower !== 'so') continue;
    const subject = readSubject(pieces, at + 1, end);
    if (!subject || !isSource(pieces, subject.words, at) || hasFiniteVerb(pieces, { first: subject.end, end }))
      continue;
    tags.push({
      rule: 'so',
      first: at,
      end: endOfTag(pieces, at + 1, end),
      at,
      speaker: subject.words,
      isSetOff: true,
    });
  }
  return tags;
}
