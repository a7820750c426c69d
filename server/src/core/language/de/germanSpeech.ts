import { keepDisjoint, type UnitReading } from '../../quotes/report.js';
import type { Piece } from '../../quotes/readPieces.js';
import { findNamedSubject } from './speechPhrases.js';
import { findContinuation } from './speechContinuation.js';
import { listReports } from './speechReports.js';
import { readUnit } from './speechTags.js';

/** Reads the attributions of a German unit, and whether it goes on with the speech before it. */
export function readGermanSpeech(pieces: readonly Piece[]): UnitReading {
  const unit = readUnit(pieces);
  const reports = keepDisjoint(listReports(unit));
  const topic = findNamedSubject(pieces, unit.clauses[0] ?? { first: 0, end: 0 });
  // A verb of saying in the indicative is the writer's; quotations that a tag attributes say nothing of the rest.
  const isAttributed = reports.some(({ rule, content }) => content !== undefined || rule === 'verb');
  const continuation = isAttributed ? undefined : findContinuation(unit);
  return { reports, ...(topic && { topic }), ...(continuation && { continuation }) };
}
