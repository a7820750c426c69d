import { contains, is, isQuotationOnly, trimRange } from '../../quotes/pieces.js';
import type { Report, SpeakerWords } from '../../quotes/report.js';
import type { Piece, PieceRange } from '../../quotes/readPieces.js';
import { type Clause, hasFiniteVerb, isFiniteVerb, opensClause } from './speechClauses.js';
import { endContent, findFollowing, isRelative, isSubordinateClause } from './speechContent.js';
import { hasSubjunctiveIn } from './speechMood.js';
import { findAgent, findSubject, namesSpeaker, readSubject } from './speechPhrases.js';
import type { GermanUnit, Tag } from './speechUnit.js';
import type { SpeechVerbHit } from './speechVerbHits.js';

// „vertrat die Ansicht", „der Ansicht ist": a verb may stand between the noun and its clause.
const VIEW_REACH = 2;
// „Sie habe, erzählt X, lange gewartet": so few pieces before an attribution are only the beginning of what is said.
const SHORTEST_STATEMENT = 2;
const UNKNOWN: SpeakerWords = { kind: 'unknown' };

/** The attributions of a unit, those with reported clauses first where several claim the same words. */
export function listReports(unit: GermanUnit): readonly Report[] {
  const verbs: Report[] = [];
  for (const hit of unit.hits) {
    if (isReportedItself(unit, hit) || isSpokenHere(unit, hit)) continue;
    const before = [...unit.tags, ...verbs].filter(({ at }) => at < hit.at).sort((a, b) => a.at - b.at);
    const speaker = findSpeaker(unit, hit, before.at(-1)?.speaker);
    verbs.push({ rule: 'verb', at: hit.at, speaker, ...findFollowing(unit, hit) });
  }
  return [...verbs, ...unit.tags.map((tag) => readTag(unit, tag)), ...listNounReports(unit)];
}

/** „Er habe gesagt, …", „man betone, …": what somebody reports to have been said belongs to his own report. */
function isReportedItself({ pieces, clauses }: GermanUnit, { clause, reading }: SpeechVerbHit): boolean {
  const range = clauses[clause];
  if (!range) return false;
  // „erkläre" beside „ich" is no subjunctive, and some forms are both („berichte").
  if (reading.shape === 'subjunctive') return true;
  return reading.shape === 'participle' && hasSubjunctiveIn(pieces, range);
}

/** „Ich sage Ihnen, dass …", „Bedauern Sie, dass …?": who speaks, or is spoken to, here is reported by nobody. */
function isSpokenHere({ pieces }: GermanUnit, { at }: SpeechVerbHit): boolean {
  return [pieces[at - 1], pieces[at + 1]].some(
    (piece) => is(piece, 'first', 'second') || (piece?.text === 'Sie' && piece !== pieces[0]),
  );
}

/** „… der Ansicht, dass …", „die Warnung, wonach …": a noun of saying before the clause, unless it is the subject itself. */
function listNounReports(unit: GermanUnit): readonly Report[] {
  const { pieces, clauses, hits } = unit;
  const reports: Report[] = [];
  clauses.forEach((clause, k) => {
    const content = clauses[k + 1];
    const opening = pieces[content?.first ?? pieces.length];
    if (!content || !(is(opening, 'opener') || isBareReport(pieces, clause, content))) return;
    const reach = opening?.lower === 'wonach' ? clause.first : Math.max(clause.first, clause.end - VIEW_REACH);
    const at = pieces.findIndex((piece, i) => i >= reach && i < clause.end && is(piece, 'view'));
    if (at < 0) return;
    const subject = findSubject(pieces, clause);
    const isSubject = subject?.kind === 'phrase' && subject.phrase.first <= at && at < subject.phrase.end;
    // „Er wies den Vorwurf zurück, …": somebody else's words.
    const isOthers = hits.some((hit) => clauses[hit.clause] === clause && hit.reading.frame === 'noun');
    const speaker = isSubject || isOthers || !subject ? UNKNOWN : subject;
    reports.push({ rule: 'noun', at, speaker, content: endContent(unit, content.first) });
  });
  return reports;
}

/** „der Vorwurf, er nutze sein Amt": right behind the noun, in the subjunctive. */
function isBareReport(pieces: readonly Piece[], clause: Clause, content: Clause): boolean {
  const isBehindNoun = contains(pieces, { first: clause.end - VIEW_REACH, end: clause.end }, 'view');
  return isBehindNoun && !isSubordinateClause(pieces, content) && hasSubjunctiveIn(pieces, content);
}

/** What a tag attributes: what stands before it, behind it, or both where the tag interrupts one clause. */
function readTag(unit: GermanUnit, { rule, at, speaker, ...tag }: Tag): Report {
  const { pieces } = unit;
  const before = trimRange(pieces, { first: 0, end: tag.first });
  const after = trimRange(pieces, { first: tag.end, end: pieces.length });
  const report = { rule, at, speaker };
  if (isQuotationOnly(pieces, before) || isAnnouncedQuotation(pieces, before)) return report;
  // „Die Lage ist ernst, laut X fehlt Brot": a clause of its own begins with the source.
  if (!tag.isSetOff && pieces[tag.first - 1]?.kind === 'break' && isFiniteVerb(pieces, tag.end)) {
    return { ...report, content: endContent(unit, after.first) };
  }
  if (before.end <= before.first) {
    return hasFiniteVerb(pieces, after) ? { ...report, content: endContent(unit, after.first) } : report;
  }
  const whole = endContent({ ...unit, tags: [] }, before.first);
  return { ...report, content: isInterrupted(pieces, { before, after, tag }) ? whole : before };
}

/** „Zum Schluss: „…“, sagte X": a quotation whose announcement is nobody's speech. */
function isAnnouncedQuotation(pieces: readonly Piece[], { first, end }: PieceRange): boolean {
  if (pieces[end - 1]?.kind !== 'quote') return false;
  return pieces[end - 2]?.text === ':' || !hasFiniteVerb(pieces, { first, end });
}

function isInterrupted(
  pieces: readonly Piece[],
  {
    before,
    after,
    tag,
  }: { readonly before: PieceRange; readonly after: PieceRange; readonly tag: Pick<Tag, 'isSetOff'> },
): boolean {
  if (!tag.isSetOff) return true;
  if (after.end <= after.first || isQuotationOnly(pieces, after)) return false;
  if (before.end - before.first <= SHORTEST_STATEMENT) return true;
  return is(pieces[after.first], 'opener') || hasSubjunctiveIn(pieces, after) || !hasFiniteVerb(pieces, before);
}

/** Who says it: the subject of the verb, the agent of a passive, or the subject of the predicate before „und". */
function findSpeaker(unit: GermanUnit, hit: SpeechVerbHit, previous: SpeakerWords | undefined): SpeakerWords {
  const { pieces, clauses } = unit;
  const clause = clauses[hit.clause];
  if (!clause) return UNKNOWN;
  if (hit.voice === 'passive') return findAgent(pieces, clause, 'agent') ?? UNKNOWN;
  if (hit.reading.needs === 'es') return findAgent(pieces, clause, 'outlet') ?? UNKNOWN;
  const before = clauses[hit.clause - 1];
  if (before && isRelative(pieces, clause)) return findAntecedent(pieces, before, clause.first) ?? UNKNOWN;
  const isSubordinate = opensClause(pieces[clause.first]);
  const candidates = listSubjects(pieces, { clause, at: hit.at, first: clause.first + (isSubordinate ? 1 : 0) });
  const named = candidates.find((words) => namesSpeaker(pieces, words)) ?? findInterrupted(unit, hit);
  if (named) return named;
  if (candidates.length > 0 && !is(pieces[hit.at - 1], 'coordinator')) return UNKNOWN;
  return previous ?? findSubject(pieces, { first: 0, end: hit.at }) ?? UNKNOWN;
}

/** „X, der in Y lebt, nennt das …": the subject stands before a relative clause, and the verb goes on behind it. */
function findInterrupted({ pieces, clauses }: GermanUnit, { at, clause }: SpeechVerbHit): SpeakerWords | undefined {
  const [main, relative, own] = [clauses[clause - 2], clauses[clause - 1], clauses[clause]];
  if (!main || !relative || own?.first !== at || !isRelative(pieces, relative)) return undefined;
  const subject = findAntecedent(pieces, main, relative.first);
  return subject && namesSpeaker(pieces, subject) ? subject : undefined;
}

/** Subjects of the verb, likeliest first: a pronoun behind it, what stands before it, what stands behind it. */
function listSubjects(
  pieces: readonly Piece[],
  { clause, at, first }: { readonly clause: Clause; readonly at: number; readonly first: number },
): readonly SpeakerWords[] {
  const behind = findSubject(pieces, { first: at + 1, end: clause.end });
  const start = is(pieces[first], 'coordinator') ? first + 1 : first;
  const isDemonstrative = is(pieces[start], 'demonstrative') && pieces[start + 1]?.isCapital !== true;
  const before = findSubject(pieces, { first: isDemonstrative ? start + 1 : start, end: at });
  const ordered = behind?.kind === 'pronoun' ? [behind, before] : [before, behind];
  return ordered.filter((words) => words !== undefined);
}

/** The noun phrase that a relative clause belongs to: „Peskow, der sagte, …". */
function findAntecedent(pieces: readonly Piece[], before: Clause, relative: number): SpeakerWords | undefined {
  for (let i = before.first; i < relative; i++) {
    const subject = readSubject(pieces, i, relative - 1);
    if (subject?.end === relative - 1) return subject.words;
  }
  return undefined;
}
