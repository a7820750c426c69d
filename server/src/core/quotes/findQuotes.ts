import type { Language } from '../article/article.js';
import type { Actor, ActorId, Mention, Quote } from '../facts.js';
import { readGermanSpeech } from '../language/de/germanSpeech.js';
import { readEnglishSpeech } from '../language/en/englishSpeech.js';
import type { Prose } from '../text/prose.js';
import type { Span } from '../text/span.js';
import { listMarkedSpeech, type MarkedSpeech } from './markedSpeech.js';
import type { Report, UnitReading } from './report.js';
import { type Conversation, findSpeaker, noteRoles, noteTopic, startConversation } from './speakers.js';
import type { LanguageSpeech, SpeechLexicon } from './speech.js';
import type { Piece } from './readPieces.js';
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

/** A report whose speaker has been looked up. */
interface Attribution extends Report {
  readonly actor: ActorId | undefined;
}

/** How one unit was understood. */
interface UnitSpeech {
  readonly unit: Unit;
  readonly reading: UnitReading;
  readonly attributions: readonly Attribution[];
  /** Whether the unit goes on with the speech before it. */
  readonly continues: boolean;
}

/** Who speaks while the units are read one after another. */
interface Reader {
  readonly prose: Prose;
  readonly marked: readonly MarkedSpeech[];
  readonly conversation: Conversation;
  readonly quotes: Quote[];
  /** The last speaker, and how many units ago that was. */
  speaker: ActorId | undefined;
  silence: number;
  before: UnitSpeech | undefined;
  /** Quotations that wait for a sentence such as „Das sagte X." */
  pending: readonly number[];
}

// „Er sagte, … . Es folgt ein Satz. Das sei …": so many sentences between keep the speaker.
const LONGEST_SILENCE = 3;
const OPENING_MARK = /[„“"»«‚‘]/u;
const CLOSING_MARK = /[“”"«»‘’]/u;

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
  for (const unit of listUnits({ prose, mentions, marked, book: openWordBook(grammar.speech) }))
    readUnit(reader, unit, grammar);
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
  return (
    silence === 0 && before !== undefined && (before.continues || before.attributions.some(({ content }) => content))
  );
}

function addReported(reader: Reader, { unit, reading, attributions, continues }: UnitSpeech): void {
  const add = (
    first: Piece | undefined,
    last: Piece | undefined,
    quote: Pick<Quote, 'rule' | 'certainty' | 'speaker'>,
  ): void => {
    if (!first || !last || first === last) return;
    const { start, end } = withMarks(reader.prose.text, { start: first.start, end: last.end });
    reader.quotes.push({ kind: 'indirect', start, end, text: reader.prose.text.slice(start, end), ...quote });
  };
  for (const { content, rule, actor } of attributions) {
    if (content)
      add(unit.pieces[content.first], unit.pieces[content.end - 1], { rule, certainty: 'stated', ...speakerOf(actor) });
  }
  const content = continues ? reading.continuation?.content : undefined;
  if (!content) return;
  const speaker = findContinued(reader, unit);
  const rule = reading.continuation?.kind ?? 'subjunctive';
  add(unit.pieces[content.first], unit.pieces[content.end - 1], { rule, certainty: 'inferred', ...speakerOf(speaker) });
}

/** Who goes on: the last speaker, unless the sentence between turned to another person („X sieht das anders. Es sei …"). */
function findContinued(reader: Reader, { body }: Unit): ActorId | undefined {
  const { speaker, silence, before, conversation } = reader;
  if (silence === 0) return speaker;
  const turned = before?.unit.body === body ? findBySubject(reader, before.unit, before.reading).actor : undefined;
  if (turned !== undefined && conversation.actors.get(turned)?.kind === 'person') return turned;
  return silence <= LONGEST_SILENCE ? speaker : undefined;
}

/** The span with the marks of a scare quote at its borders, which are no pieces. */
function withMarks(text: string, { start, end }: Span): Span {
  const isOpened = OPENING_MARK.test(text.charAt(start - 1));
  const isClosed = CLOSING_MARK.test(text.charAt(end)) && (isOpened || OPENING_MARK.test(text.slice(start, end)));
  return { start: isOpened ? start - 1 : start, end: isClosed ? end + 1 : end };
}

function addMarked(reader: Reader, understood: UnitSpeech): void {
  const { pieces } = understood.unit;
  const added: number[] = [];
  pieces.forEach((piece, i) => {
    const speech = reader.marked[piece.marked];
    if (!speech || !(speech.isLong || isAttributed(understood, i))) return;
    const speaker = findMarkedSpeaker(reader, understood, i);
    if (speaker.rule === 'marks') added.push(reader.quotes.length);
    reader.quotes.push(quoteMarked(reader.prose, speech, speaker));
  });
  reader.pending = added;
}

function quoteMarked(
  { text }: Prose,
  { start, end }: MarkedSpeech,
  { rule, actor }: { readonly rule: string; readonly actor?: ActorId | undefined },
): Quote {
  const certainty = rule.endsWith('previous') || rule.endsWith('subject') ? 'inferred' : 'stated';
  return { kind: 'direct', start, end, text: text.slice(start, end), rule, certainty, ...speakerOf(actor) };
}

/** Exact optional properties: an unknown speaker is no property. */
function speakerOf(actor: ActorId | undefined): Pick<Quote, 'speaker'> {
  return actor === undefined ? {} : { speaker: actor };
}

/** Whether the quotation is all that an attribution beside it attributes: „Nein“, sagte X. */
function isAttributed({ unit: { pieces }, attributions }: UnitSpeech, i: number): boolean {
  const isBehind = pieces[i - 1]?.text === ':' || (pieces[i - 1]?.kind === 'break' && attributions.some(({ at }) => at === i - 2));
  if (isBehind) return attributions.some(({ at, content }) => !content && at < i);
  // „Wir wollen den „Turbo“, sagte X": there the words are part of what is said.
  const isBeside = (at: number): boolean => pieces.slice(1, at).every((piece) => piece.kind === 'break' || piece.lower === 'so');
  return i === 0 && attributions.some(({ at, content }) => !content && isBeside(at));
}

/** Who says the quotation at `i`, and the rule that tells it. */
function findMarkedSpeaker(
  reader: Reader,
  { unit, reading, attributions, continues }: UnitSpeech,
  i: number,
): { rule: string; actor?: ActorId | undefined } {
  const covering = attributions.find(({ content }) => content && content.first <= i && i < content.end);
  const beside = covering ?? attributions.findLast(({ at }) => at < i) ?? attributions[0];
  if (beside) return { rule: `marks+${beside.rule}`, actor: beside.actor };
  const { speaker, silence, before } = reader;
  if (continues) return { rule: 'marks+previous', actor: findContinued(reader, unit) };
  if (unit.pieces.some((piece) => piece.kind === 'word')) return findBySubject(reader, unit, reading);
  if (silence === 0 && speaker !== undefined) return { rule: 'marks+previous', actor: speaker };
  return before?.unit.body === unit.body ? findBySubject(reader, before.unit, before.reading) : { rule: 'marks' };
}

/** „X warb für „eine neue Ordnung der Welt“": the person who is the subject of a sentence without a verb of saying. */
function findBySubject(
  { conversation }: Reader,
  unit: Unit,
  { topic }: UnitReading,
): { rule: string; actor?: ActorId } {
  // A role alone would only be the likeliest guess.
  if (
    topic?.kind === 'phrase' &&
    !unit.pieces.slice(topic.phrase.first, topic.phrase.headEnd).some(({ mention }) => mention >= 0)
  ) {
    return { rule: 'marks' };
  }
  const actor = topic && findSpeaker(conversation, unit, topic);
  if (actor === undefined || conversation.actors.get(actor)?.kind !== 'person') return { rule: 'marks' };
  return { rule: 'marks+subject', actor };
}

/** „… .“ Das sagte X: the sentence behind the quotation tells whose it is. */
function resolvePending({ pending, quotes }: Reader, { unit, attributions }: UnitSpeech): void {
  const [attribution] = attributions;
  const actor = attribution?.actor;
  if (
    attribution === undefined ||
    actor === undefined ||
    attribution.at > 2 ||
    unit.pieces[0]?.classes.has('presenting') !== true
  )
    return;
  for (const index of pending) {
    const quote = quotes[index];
    if (quote) quotes[index] = { ...quote, speaker: actor, rule: 'marks+next' };
  }
}

function noteSpeaker(reader: Reader, { unit, reading, attributions, continues }: UnitSpeech): void {
  const { conversation } = reader;
  const quotes = unit.pieces.some((piece) => piece.kind === 'quote');
  const speaking = attributions.find(({ content }) => content) ?? attributions.at(-1);
  if (speaking) reader.speaker = speaking.actor;
  // Somebody without a name speaks: a pronoun may mean them now.
  if (speaking?.speaker.kind === 'phrase' && speaking.actor === undefined) conversation.topics.length = 0;
  const topic = reading.topic && findSpeaker(conversation, unit, reading.topic);
  noteTopic(conversation, speaking?.actor ?? topic);
  reader.silence = speaking || continues || quotes ? 0 : reader.silence + 1;
}
