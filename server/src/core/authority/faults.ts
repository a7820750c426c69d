import type { Problem } from '../problem.js';
import type { Span } from '../text/span.js';

/** What can be wrong with a line of the authority file, with the English sentence for it. */
export const AUTHORITY_FAULTS = {
  'authority-shape': (sections) => `The authority file consists of the sections ${sections}.`,
  'authority-unknown': (key, known) => `“${key}” means nothing here; known are ${known}.`,
  'authority-list': (key) => `“${key}” must be a list.`,
  'authority-map': (keys) => `Here lines such as “${keys}: …” must stand.`,
  'authority-name': () => 'Here a name must stand, in quotation marks if it is a number.',
  'authority-names': () => 'Here two names or more must stand: [Jakob Müller, Bernd Müller].',
  'authority-kind': (kinds) => `The actor needs a kind: ${kinds}.`,
  'authority-state': () => 'Here an ISO 3166-1 code of two capitals must stand, such as DE.',
  'authority-text': (key) => `“${key}” must be a text.`,
  'authority-spelling': (spellings) => `Here one of ${spellings} must stand.`,
  'authority-date': () => 'Here a date must stand, as precise as known: 2004, 2004-03 or 2004-03-09.',
  'authority-missing': (key) => `“${key}” is missing.`,
  'authority-pin': () => 'The words of the mention must stand in “quote”, and whom they mean in “is”.',
  'authority-duplicate': (name) => `“${name}” is here a second time.`,
  'authority-contradiction': (a, b) => `“${a}” and “${b}” are both “same” and “notSame”; “same” counts.`,
  'authority-many': (count) => `${count} more lines are not used.`,
} as const satisfies Readonly<Record<string, (...details: string[]) => string>>;

export type AuthorityFault = keyof typeof AUTHORITY_FAULTS;

/** A fault at its place, with what its sentence names. */
export function makeFault(path: string, span: Span, code: AuthorityFault, details: readonly string[]): Problem {
  const print: (...details: string[]) => string = AUTHORITY_FAULTS[code];
  const { start, end } = span;
  return { path, span: { start, end }, severity: 'warning', code, message: print(...details), details };
}
