import { findHeaderDate } from '../../core/article/headerDate.js';
import { findInterval } from '../../core/events/timeInterval.js';

const EPOCH = /^(\d{10})(?:\.\d+|(\d{3}))?$/;
const COMPACT = /^(?:D:)?(\d{4})(\d{2})(\d{2})(?:T|\d{4}|[Z+-]|$)/;
const ISO = /^(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?(?![\d/-])/;
const SLASHED = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})(?!\d)/;

/**
 * The date that a metadata field states, in ISO form and as precise as it is certain: ISO dates and times, `20220113T1000Z`,
 * `D:20220113…` of PDF, seconds or milliseconds since 1970, mail dates, written dates in German and English. The day is that of the
 * field's own time zone. Of `03/04/2021`, which is two days on two sides of the ocean, the year is given.
 */
export function findStatedDate(field: string | number | undefined): string | undefined {
  const text = String(field ?? '').trim();
  if (text === '' || text.length > 200) return undefined;
  return findEpoch(text) ?? findNumeric(text) ?? findHeaderDate(text);
}

function findEpoch(text: string): string | undefined {
  const match = EPOCH.exec(text);
  if (!match) return undefined;
  return new Date(Number(match[1]) * 1000).toISOString().slice(0, 10);
}

function findNumeric(text: string): string | undefined {
  const [, year, month, day] = COMPACT.exec(text) ?? ISO.exec(text) ?? [];
  if (year !== undefined) return toDate(year, month, day);
  const [, first, second, last] = SLASHED.exec(text) ?? [];
  if (first === undefined || second === undefined || last === undefined) return undefined;
  if (Number(first) > 12) return toDate(last, second, first);
  if (Number(second) > 12) return toDate(last, first, second);
  return first === second ? toDate(last, first, second) : toDate(last, undefined, undefined);
}

/** Undefined when there is no such day. */
function toDate(year: string, month: string | undefined, day: string | undefined): string | undefined {
  const date = [year, month, day]
    .filter((part) => part !== undefined)
    .map((part) => part.padStart(2, '0'))
    .join('-');
  return Number(year) >= 1600 && findInterval(date) ? date : undefined;
}
