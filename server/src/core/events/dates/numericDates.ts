import { type DateExpression, type DateParser, type DateText, expression } from './dateReading.js';

const DOTTED = /^(\d{1,2})\.(\d{1,2})\.(\d{4}|\d{2})$/;

/** „13.01.2022", „13.1.22". */
export const dottedDate: DateParser = (text, at) => {
  const match = DOTTED.exec(text.words[at] ?? '');
  if (match === null) return undefined;
  const [, day, month, year = ''] = match;
  if (Number(month) > 12) return undefined;
  const reading = { kind: 'calendar', year: toYear(year), month: Number(month), day: Number(day) } as const;
  return expression(at, at + 1, reading, 'numeric');
};

/** „2022-01-13" and „2022-01": ISO 8601. */
export const isoDate: DateParser = (text, at) => {
  const year = findPart(text, at, 4);
  const month = isDash(text, at + 1) ? findPart(text, at + 2, 2) : undefined;
  if (year === undefined || month === undefined || month > 12) return undefined;
  const day = isDash(text, at + 3) ? findPart(text, at + 4, 2) : undefined;
  return day === undefined ? monthOf(at, year, month) : dayOf({ at, year, month, day });
};

/** A four-digit year of the last or next two centuries; undefined when the token is none. */
export function findYearAt(text: DateText, at: number): number | undefined {
  const word = text.words[at] ?? '';
  return /^(?:1[89]|20)\d\d$/.test(word) ? Number(word) : undefined;
}

/** A day of the month, 1–31; undefined when the token is none. */
export function findDayAt(text: DateText, at: number): number | undefined {
  const word = text.words[at] ?? '';
  return /^(?:0?[1-9]|[12]\d|3[01])$/.test(word) ? Number(word) : undefined;
}

function monthOf(at: number, year: number, month: number): DateExpression {
  return expression(at, at + 3, { kind: 'calendar', year, month }, 'numeric');
}

function dayOf({ at, ...date }: { at: number; year: number; month: number; day: number }): DateExpression {
  return expression(at, at + 5, { kind: 'calendar', ...date }, 'numeric');
}

function isDash(text: DateText, at: number): boolean {
  return text.words[at] === '-' && text.tokens[at]?.spaced === false && text.tokens[at + 1]?.spaced === false;
}

function findPart(text: DateText, at: number, digits: number): number | undefined {
  const word = text.words[at] ?? '';
  return word.length === digits && /^\d+$/.test(word) ? Number(word) : undefined;
}

/** Two digits mean the years 1970–2069, as in POSIX. */
function toYear(digits: string): number {
  const number = Number(digits);
  if (digits.length === 4) return number;
  return number < 70 ? 2000 + number : 1900 + number;
}
