import type { ParagraphNames } from '../actors/recognisedNames.js';
import type { Language } from '../article/article.js';
import type { Actor, ActorId, Quote } from '../facts.js';
import type { PlacedParagraph } from '../text/prose.js';
import type { Span } from '../text/span.js';
import type { Keeps, Sliced } from '../text/slices.js';
import { ParagraphStep } from '../text/steps.js';
import { findContinued, findMarkedSpeaker, isAttributed, type MarkedSpeaker } from './markedSpeakers.js';
import type { MarkedSpeech } from './markedSpeech.js';
import type { Reader, UnitSpeech } from './reader.js';
import type { PieceRange } from './readPieces.js';
import { findGrammar, type ParagraphSpeech, readSpeech, type SpeechUnit } from './readSpeech.js';
import { type Conversation, findSpeaker, noteRoles, noteTopic, startConversation } from './speakers.js';
import type { SpeechLexicon } from './speech.js';

/** What quotes are found in: `names` of every paragraph. */
export interface QuoteInput {
  readonly paragraphs: readonly PlacedParagraph[];
  readonly names: readonly ParagraphNames[];
  readonly actors: readonly Actor[];
  readonly language: Language;
}

const OPENING_MARK = /[„“"»«‚‘]/u;
const CLOSING_MARK = /[“”"»«‘’]/u;

/** What of quotes one version of a text leaves for the next, in the same language and with the same lexicon. */
export class QuoteMemory {
  readonly speech: ParagraphStep<ParagraphSpeech>;

  constructor(keeps: Keeps) {
    this.speech = new ParagraphStep(keeps);
  }
}

/**
 * Finds direct quotations (with their marks) and reported clauses (without their attribution), with their speakers where the text
 * makes them clear. Ascending by `start`; quotes of one kind are disjoint, a direct one may stand inside an indirect one. Linear. Yields
 * between paragraphs.
 */
export function* findQuotes(
  { paragraphs, names, actors, language }: QuoteInput,
  lexicon: SpeechLexicon,
  memory: QuoteMemory,
): Sliced<readonly Quote[]> {
  const grammar = findGrammar(language, lexicon);
  const speech = yield* memory.speech.run(
    paragraphs,
    (i) => [names[i] as ParagraphNames] as const,
    ({ paragraph }, [own]) => readSpeech(paragraph, own, grammar),
  );
  const reader = openReader(startConversation(actors, lexicon.givenNames));
  for (const [i, place] of paragraphs.entries()) {
    const own = speech[i];
    if (own && grammar) readParagraph(reader, place, own);
    else if (own) addLong(reader, place, own);
    yield;
  }
  return reader.quotes.sort((a, b) => a.start - b.start || b.end - a.end);
}

function openReader(conversation: Conversation): Reader {
  return {
    place: undefined,
    marked: [],
    conversation,
    quotes: [],
    speaker: undefined,
    silence: Infinity,
    before: undefined,
    pending: [],
  };
}

function readParagraph(reader: Reader, place: PlacedParagraph, { names, marked, units }: ParagraphSpeech): void {
  reader.place = place;
  reader.marked = marked;
  reader.conversation = { ...reader.conversation, mentions: names.mentions };
  for (const unit of units) {
    if (unit) readUnit(reader, unit);
    else passUnit(reader);
  }
}

/** Without a grammar only the marks tell. */
function addLong(reader: Reader, place: PlacedParagraph, { marked }: ParagraphSpeech): void {
  for (const speech of marked) if (speech.isLong) reader.quotes.push(quoteMarked(place, speech, { rule: 'marks' }));
}

/** A unit that tells nothing of any speaker only lets time pass. */
function passUnit(reader: Reader): void {
  reader.silence++;
  reader.pending = [];
  reader.before = undefined;
}

function readUnit(reader: Reader, unit: SpeechUnit): void {
  const { conversation } = reader;
  noteRoles(conversation, unit);
  const attributions = unit.reading.reports.map((report) => ({
    ...report,
    actor: findSpeaker(conversation, unit, report.speaker),
  }));
  const understood = { unit, attributions, continues: continues(reader, unit) };
  resolvePending(reader, understood);
  addReported(reader, understood);
  addMarked(reader, understood);
  noteSpeaker(reader, understood);
  reader.before = understood;
}

/** The second subjunctive alone goes on only with a sentence that was reported itself. */
function continues({ silence, before }: Reader, { reading: { continuation } }: SpeechUnit): boolean {
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

function addReported(reader: Reader, { unit, attributions, continues }: UnitSpeech): void {
  const add = (content: PieceRange, quote: Pick<Quote, 'rule' | 'certainty' | 'speaker'>): void => {
    const [first, last] = [unit.pieces[content.first], unit.pieces[content.end - 1]];
    if (!first || !last || first === last || !reader.place) return;
    const span = withMarks(unit.paragraph.text, { start: first.start, end: last.end });
    reader.quotes.push({ kind: 'indirect', ...toPlace(reader.place, span), ...quote });
  };
  for (const { content, rule, actor } of attributions)
    if (content) add(content, { rule, certainty: 'stated', ...speakerOf(actor) });
  const { continuation } = unit.reading;
  if (!continues || !continuation) return;
  const { kind, content } = continuation;
  add(content, { rule: kind, certainty: 'inferred', ...speakerOf(findContinued(reader, unit)) });
}

/** The span in the text, and its words. */
function toPlace(
  { paragraph, start: offset }: PlacedParagraph,
  { start, end }: Span,
): Pick<Quote, 'start' | 'end' | 'text'> {
  return { start: start + offset, end: end + offset, text: paragraph.text.slice(start, end) };
}

/** The span with the marks of a scare quote at its borders, which are no pieces. */
function withMarks(text: string, { start, end }: Span): Span {
  const isOpened = OPENING_MARK.test(text.charAt(start - 1));
  const isClosed = CLOSING_MARK.test(text.charAt(end)) && (isOpened || OPENING_MARK.test(text.slice(start, end)));
  return { start: isOpened ? start - 1 : start, end: isClosed ? end + 1 : end };
}

function addMarked(reader: Reader, understood: UnitSpeech): void {
  const { unit } = understood;
  const pending: number[] = [];
  for (const i of unit.quotations) {
    const speech = reader.marked[unit.pieces[i]?.marked ?? -1];
    if (!speech || !reader.place || !(speech.isLong || isAttributed(understood, i))) continue;
    const speaker = findMarkedSpeaker(reader, understood, i);
    if (speaker.rule === 'marks') pending.push(reader.quotes.length);
    reader.quotes.push(quoteMarked(reader.place, speech, speaker));
  }
  reader.pending = pending;
}

function quoteMarked(place: PlacedParagraph, speech: MarkedSpeech, { rule, actor }: MarkedSpeaker): Quote {
  const certainty = rule.endsWith('previous') || rule.endsWith('subject') ? 'inferred' : 'stated';
  return { kind: 'direct', ...toPlace(place, speech), rule, certainty, ...speakerOf(actor) };
}

/** With exact optional properties an unknown speaker is no property at all. */
function speakerOf(actor: ActorId | undefined): Pick<Quote, 'speaker'> {
  return actor === undefined ? {} : { speaker: actor };
}

/** Who speaks now, and whom a pronoun in the next unit means. */
function noteSpeaker(reader: Reader, { unit, attributions, continues }: UnitSpeech): void {
  const { conversation } = reader;
  const { topic } = unit.reading;
  const speaking = attributions.find(({ content }) => content) ?? attributions.at(-1);
  const hasQuotation = unit.quotations.length > 0;
  if (speaking) reader.speaker = speaking.actor;
  else if (hasQuotation) reader.speaker = reader.quotes.at(-1)?.speaker;
  // Somebody without a name speaks: a pronoun may mean them now.
  if (speaking?.speaker.kind === 'phrase' && speaking.actor === undefined) conversation.topics.length = 0;
  noteTopic(conversation, speaking?.actor ?? (topic && findSpeaker(conversation, unit, topic)));
  reader.silence = speaking || continues || hasQuotation ? 0 : reader.silence + 1;
}
