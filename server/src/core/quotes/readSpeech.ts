import type { ParagraphNames } from '../actors/recognisedNames.js';
import type { Language } from '../article/article.js';
import { readGermanSpeech } from '../language/de/germanSpeech.js';
import { readEnglishSpeech } from '../language/en/englishSpeech.js';
import type { Paragraph } from '../text/prose.js';
import { listMarkedSpeech, type MarkedSpeech } from './markedSpeech.js';
import type { Piece } from './readPieces.js';
import type { UnitReading } from './report.js';
import { listRoleBearers, type RoleBearer } from './roles.js';
import type { LanguageSpeech, SpeechLexicon } from './speech.js';
import { listUnits, type Unit } from './units.js';
import { openWordBook, type WordBook } from './words.js';

/** A unit with what it tells by itself. */
export interface SpeechUnit extends Unit {
  readonly reading: UnitReading;
  /** Whom it introduces with a role. */
  readonly bearers: readonly RoleBearer[];
  /** Indices of its pieces that are marked quotations. */
  readonly quotations: readonly number[];
}

/** What a paragraph tells of speech before it is known who spoke before it. */
export interface ParagraphSpeech {
  readonly names: ParagraphNames;
  readonly marked: readonly MarkedSpeech[];
  /** Undefined for one that tells nothing of any speaker; none in a language without a grammar. */
  readonly units: readonly (SpeechUnit | undefined)[];
}

/** How one language says who says what. */
export interface SpeechGrammar {
  readonly speech: LanguageSpeech;
  readonly book: WordBook;
  readonly read: (pieces: readonly Piece[]) => UnitReading;
}

/** The grammar of a language; undefined where there is none yet. */
export function findGrammar(language: Language, { de, en }: SpeechLexicon): SpeechGrammar | undefined {
  switch (language) {
    case 'de':
      return { speech: de, book: openWordBook(de), read: readGermanSpeech };
    case 'en':
      return { speech: en, book: openWordBook(en), read: readEnglishSpeech };
    case 'other':
      return undefined;
  }
}

/** Reads marked quotations, reports and roles of one paragraph. Linear. */
export function readSpeech(
  paragraph: Paragraph,
  names: ParagraphNames,
  grammar: SpeechGrammar | undefined,
): ParagraphSpeech {
  const { mentions } = names;
  const marked = listMarkedSpeech(paragraph, mentions, grammar?.speech);
  if (grammar === undefined) return { names, marked, units: [] };
  const units = listUnits({ paragraph, mentions, marked, book: grammar.book });
  return { names, marked, units: units.map((unit) => readUnit(unit, names, grammar)) };
}

/** Whether a question mark ends the unit. */
export function isQuestion({ paragraph, end }: Unit): boolean {
  return paragraph.text.charAt(end) === '?';
}

function readUnit(unit: Unit, names: ParagraphNames, grammar: SpeechGrammar): SpeechUnit | undefined {
  const { pieces } = unit;
  const reading = grammar.read(pieces);
  const bearers = listRoleBearers(pieces, names);
  const quotations = pieces.flatMap(({ kind }, i) => (kind === 'quote' ? [i] : []));
  const tells = reading.reports.length > 0 || reading.continuation !== undefined || reading.topic !== undefined;
  return tells || bearers.length + quotations.length > 0 || isQuestion(unit)
    ? { ...unit, reading, bearers, quotations }
    : undefined;
}
