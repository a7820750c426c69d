import type { AuthorityFault } from '../../core/authority/faults.js';
import type { Problem } from '../../core/problem.js';
import type { Locale } from './messages.js';

/** What is wrong, in the reader's language where there is a sentence for it; else in English. */
export function printProblem({ code, message, details = [] }: Problem, locale: Locale): string {
  if (locale === 'en') return message;
  if (code === 'yaml') return printYamlFault(details[0]) ?? message;
  const print = Object.hasOwn(GERMAN, code) ? GERMAN[code as AuthorityFault] : undefined;
  return print?.(...details) ?? message;
}

type Sentence = (...details: string[]) => string;

const GERMAN: Readonly<Record<AuthorityFault, Sentence>> = {
  'authority-shape': (sections) => `Die Namensdatei besteht aus den Abschnitten ${sections}.`,
  'authority-unknown': (key, known) => `„${key}“ bedeutet hier nichts; bekannt sind ${known}.`,
  'authority-list': (key) => `„${key}“ muss eine Liste sein.`,
  'authority-map': (key) => `Hier müssen Zeilen wie „${key}: …“ stehen.`,
  'authority-name': () => 'Hier muss ein Name stehen, in Anführungszeichen, wenn er eine Zahl ist.',
  'authority-names': () => 'Hier müssen mindestens zwei Namen stehen: [Jakob Müller, Bernd Müller].',
  'authority-kind': (kinds) => `Dem Akteur fehlt die Art: ${kinds}.`,
  'authority-state': () => 'Hier muss ein Ländercode nach ISO 3166-1 aus zwei Großbuchstaben stehen, etwa DE.',
  'authority-text': (key) => `„${key}“ muss ein Text sein.`,
  'authority-spelling': (spellings) => `Hier muss eins davon stehen: ${spellings}.`,
  'authority-date': () => 'Hier muss ein Datum stehen, so genau wie bekannt: 2004, 2004-03 oder 2004-03-09.',
  'authority-missing': (key) => `„${key}“ fehlt.`,
  'authority-pin': () => 'Der Wortlaut der Nennung muss in „quote“ stehen, und wen sie meint, in „is“.',
  'authority-duplicate': (name) => `„${name}“ steht hier zum zweiten Mal.`,
  'authority-contradiction': (a, b) => `„${a}“ und „${b}“ stehen in „same“ und in „notSame“; es gilt „same“.`,
  'authority-many': (count) => `${count} weitere Zeilen werden nicht verwendet.`,
};

/** The parser's errors by code; what is rare is told in general. */
function printYamlFault(code: string | undefined): string | undefined {
  if (code === undefined) return undefined;
  return YAML[code] ?? 'Das ist hier kein gültiges YAML.';
}

const YAML: Readonly<Record<string, string>> = {
  BAD_INDENT: 'Diese Zeile ist falsch eingerückt.',
  TAB_AS_INDENT: 'Eingerückt wird mit Leerzeichen, nicht mit Tabulatoren.',
  DUPLICATE_KEY: 'Dieser Schlüssel steht schon weiter oben.',
  MISSING_CHAR: 'Hier fehlt ein Zeichen: ein Doppelpunkt, ein Komma, eine Klammer oder ein Anführungszeichen.',
  UNEXPECTED_TOKEN: 'Das steht hier an der falschen Stelle.',
  BAD_SCALAR_START: 'Ein Text, der mit diesem Zeichen beginnt, gehört in Anführungszeichen.',
  BLOCK_AS_IMPLICIT_KEY: 'Hier steht ein Doppelpunkt zu viel; ein Text damit gehört in Anführungszeichen.',
  MULTILINE_IMPLICIT_KEY: 'Hier fehlt ein Doppelpunkt hinter dem Schlüssel.',
  MULTIPLE_DOCS: 'Die Datei darf nur ein Dokument enthalten.',
};
