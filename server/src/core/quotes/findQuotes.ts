import type { Language } from '../article/article.js';
import type { Actor, ActorId, Mention, Quote } from '../facts.js';
import { readGermanSpeech } from '../language/de/germanSpeech.js';
import { readEnglishSpeech } from '../language/en/englishSpeech.js';
import type { Prose } from '../text/prose.js';
import type { Span } from '../text/span.js';
import { findContinued, findMarkedSpeaker, isAttributed, type MarkedSpeaker } from './markedSpeakers.js';
import { listMarkedSpeech, type MarkedSpeech } from './markedSpeech.js';
import type { Reader, UnitSpeech } from './reader.js';
import type { Piece, PieceRange } from './readPieces.js';
import type { UnitReading } from './report.js';
import { findSpeaker, noteRoles, noteTopic, startConversation } from './speakers.js';
import type { LanguageSpeech, SpeechLexicon } from './speech.js';
import { listUnits, type Unit } from './units.js';
import { openWordBook } from './words.js';

/** What quotes are found in; `mentions` ascending by `start`. */
export interface QuoteInput {
  readonly prose: Prose;
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  readonly language: Language;
}

interface Grammar {
  readonly speech: LanguageSpeech;
  readonly read: (pieces: readonly Piece[]) => UnitReading;
}

const OPENING_MARK = /[„“"»«‚‘]/u;
const CLOSING_MARK = /[“”"»«‘’]/u;

/**
 * Finds direct quotations (with their marks) and reported clauses (without their attribution), with their speakers where the text
 * makes them clear. Ascending by `start`; quotes of one kind are disjoint, a direct one may stand inside an indirect one. Linear.
 */
export function findQuotes(
  { prose, actors, mentions, language }: QuoteInput,
  lexicon: SpeechLexicon,
): readonly Quote[] {
  const grammar = findGrammar(language, lexicon);
  const marked = listMarkedSpeech(prose, mentions, grammar?.speech);
  if (!grammar)
    return marked.filter(({ isLong }) => isLong).map((speech) => quoteMarked(prose, speech, { rule: 'marks' }));
  const conversation = startConversation(actors, mentions);
  const reader: Reader = {
    prose,
    marked,
    conversation,
    quotes: [],
    speaker: undefined,
    silence: Infinity,
    before: undefined,
    pending: [],
  };
  const book = openWordBook(grammar.speech);
  for (const unit of listUnits({ prose, mentions, marked, book })) readUnit(reader, unit, grammar);
  return reader.quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

function findGrammar(language: Language, { de, en }: SpeechLexicon): Grammar | undefined {
  switch (language) {
    case 'de':
      return { speech: de, read: readGermanSpeech };
    case 'en':
      return { speech: en, read: readEnglishSpeech };
    case 'other':
      return undefined;
  }
}

function readUnit(reader: Reader, unit: Unit, grammar: Grammar): void {
  const { conversation } = reader;
  noteRoles(conversation, unit);
  const reading = grammar.read(unit.pieces);
  const attributions = reading.reports.map((report) => ({
    ...report,
    actor: findSpeaker(conversation, unit, report.speaker),
  }));
  const understood = { unit, reading, attributions, continues: continues(reader, reading) };
  resolvePending(reader, understood);
  addReported(reader, understood);
  addMarked(reader, understood);
  noteSpeaker(reader, understood);
  reader.before = understood;
}

/** The second subjunctive alone goes on only with a sentence that was reported itself. */
function continues({ silence, before }: Reader, { continuation }: UnitReading): boolean {
  if (continuation?.kind !== 'conditional') return continuation !== undefined;
  if (silence > 0 || before === undefined) return false;
  return before.continues || before.attributions.some(({ content }) => content);
}

/** „… .“ Das sagte X: the sentence behind the quotations tells whose they are. */
function resolvePending({ pending, quotes }: Reader, { unit, attributions: [attribution] }: UnitSpeech): void {
  const actor = attribution?.actor;
  const isPresented = unit.pieces[0]?.classes.has('presenting') === true && (attribution?.at ?? Infinity) <= 2;
  if (actor === undefined || !isPresented) return;
  for (const index of pending) {
    const quote = quotes[index];
    if (quote) quotes[index] = { ...quote, speaker: actor, rule: 'marks+next' };
  }
}

function addReported(reader: Reader, { unit, reading, attributions, continues }: UnitSpeech): void {
  const add = (content: PieceRange, quote: Pick<Quote, 'rule' | 'certainty' | 'speaker'>): void => {
    const [first, last] = [unit.pieces[content.first], unit.pieces[content.end - 1]];
    if (!first || !last || first === last) return;
    const { start, end } = withMarks(reader.prose.text, { start: first.start, end: last.end });
    reader.quotes.push({ kind: 'indirect', start, end, text: reader.prose.text.slice(start, end), ...quote });
  };
  for (const { content, rule, actor } of attributions)
    if (content) add(content, { rule, certainty: 'stated', ...speakerOf(actor) });
  if (!continues || !reading.continuation) return;
  const { kind, content } = reading.continuation;
  add(content, { rule: kind, certainty: 'inferred', ...speakerOf(findContinued(reader, unit)) });
}

/** The span with the marks of a scare quote at its borders, which are no pieces. */
function withMarks(text: string, { start, end }: Span): Span {
  const isOpened = OPENING_MARK.test(text.charAt(start - 1));
  const isClosed = CLOSING_MARK.test(text.charAt(end)) && (isOpened || OPENING_MARK.test(text.slice(start, end)));
  return { start: isOpened ? start - 1 : start, end: isClosed ? end + 1 : end };
}

function addMarked(reader: Reader, understood: UnitSpeech): void {
  const pending: number[] = [];
  understood.unit.pieces.forEach((piece, i) => {
    const speech = reader.marked[piece.marked];
    if (!speech || !(speech.isLong || isAttributed(understood, i))) return;
    const speaker = findMarkedSpeaker(reader, understood, i);
    if (speaker.rule === 'marks') pending.push(reader.quotes.length);
    reader.quotes.push(quoteMarked(reader.prose, speech, speaker));
  });
  reader.pending = pending;
}

function quoteMarked({ text }: Prose, { start, end }: MarkedSpeech, { rule, actor }: MarkedSpeaker): Quote {
  const certainty = rule.endsWith('previous') || rule.endsWith('subject') ? 'inferred' : 'stated';
  return { kind: 'direct', start, end, text: text.slice(start, end), rule, certainty, ...speakerOf(actor) };
}

/** With exact optional properties an unknown speaker is no property at all. */
function speakerOf(actor: ActorId | undefined): Pick<Quote, 'speaker'> {
  return actor === undefined ? {} : { speaker: actor };
}

/** Who speaks now, and whom a pronoun in the next unit means. */
function noteSpeaker(reader: Reader, { unit, reading, attributions, continues }: UnitSpeech): void {
  const { conversation } = reader;
  const speaking = attributions.find(({ content }) => content) ?? attributions.at(-1);
  const hasQuotation = unit.pieces.some(({ kind }) => kind === 'quote');
  if (speaking) reader.speaker = speaking.actor;
  else if (hasQuotation) reader.speaker = reader.quotes.at(-1)?.speaker;
  // Somebody without a name speaks: a pronoun may mean them now.
  if (speaking?.speaker.kind === 'phrase' && speaking.actor === undefined) conversation.topics.length = 0;
  noteTopic(conversation, speaking?.actor ?? (reading.topic && findSpeaker(conversation, unit, reading.topic)));
  reader.silence = speaking || continues || hasQuotation ? 0 : reader.silence + 1;
}
