import type { Span } from '../core/text/span.js';
import type {
  AnnotatedEvent,
  AnnotatedMention,
  AnnotatedQuote,
  AnnotatedSentence,
  AnnotatedText,
  Heading,
  Report,
  SentenceLine,
} from './annotatedText.js';
import { type EventLabel, type Reading, readEventLabel, readMentionLabel, readQuoteLabel } from './labels.js';
import type { Mark } from './markup.js';

/** A mark's label as it was read, with its place in the text and, for what is checked later, in the file. */
interface Placed<T> extends Span {
  readonly label: T;
  readonly source: Span;
}

const OPENING_MARK = /["„“»«›‹‚‘']/;
const CLOSING_MARK = /["“”«»‹›‘’']/;

/** Joins the lines of one text and reads their labels; what contradicts itself within the text is reported. */
export function assembleText(
  heading: Heading,
  lines: readonly (SentenceLine | undefined)[],
  report: Report,
): AnnotatedText {
  const { text, sentences, sources } = joinLines(lines);
  const mentions = placeLabels(sources, 'mention', readMentionLabel, report).map(({ start, end, label }) => {
    const surface = text.slice(start, end);
    return { start, end, ...label, actor: label.actor ?? surface };
  });
  const events = placeLabels(sources, 'event', readEventLabel, report);
  const quotes = placeLabels(sources, 'quote', readQuoteLabel, report);
  reportActors({ mentions, events, quotes, text, heading }, report);
  return {
    ...heading,
    text,
    sentences,
    mentions,
    events: mergeTellings(events, report),
    quotes: mergePieces(text, quotes, report),
  };
}

/** A line with the offset where it starts in the text. */
type PlacedLine = SentenceLine & { readonly start: number };

function joinLines(lines: readonly (SentenceLine | undefined)[]): {
  text: string;
  sentences: readonly AnnotatedSentence[];
  sources: readonly PlacedLine[];
} {
  let text = '';
  let separator = '';
  const sources: PlacedLine[] = [];
  for (const line of lines) {
    if (line) {
      text += separator;
      sources.push({ ...line, start: text.length });
      text += line.plain;
    }
    if (text !== '') separator = line ? ' ' : '\n\n';
  }
  const sentences = sources.map(({ start, plain, source }) => ({
    start,
    end: start + plain.length,
    text: plain,
    source,
  }));
  return { text, sentences, sources };
}

function placeLabels<T>(
  lines: readonly PlacedLine[],
  kind: Mark['kind'],
  read: (label: string) => Reading<T>,
  report: Report,
): readonly Placed<T>[] {
  const placed: Placed<T>[] = [];
  for (const line of lines) {
    const marks = line.marks.filter((mark) => mark.kind === kind).sort((a, b) => a.start - b.start);
    for (const mark of marks) {
      const labelStart = line.source.start + mark.labelStart;
      const source = { start: labelStart, end: labelStart + mark.label.length };
      const surface = line.plain.slice(mark.start, mark.end);
      const reading = read(mark.label);
      if (surface === '' || surface !== surface.trim()) report(source, `${kind} is empty or has spaces at its border`);
      if ('fault' in reading) report(source, reading.fault);
      else placed.push({ start: line.start + mark.start, end: line.start + mark.end, label: reading.label, source });
    }
  }
  return placed;
}

interface Labelled {
  readonly mentions: readonly AnnotatedMention[];
  readonly events: readonly Placed<EventLabel>[];
  readonly quotes: readonly Placed<{ readonly speaker?: string }>[];
  readonly text: string;
  readonly heading: Heading;
}

/** Participants, speakers and places are actors of the text, or a place that it names: this finds misspelt names. */
function reportActors({ mentions, events, quotes, text, heading }: Labelled, report: Report): void {
  const actors = new Set(mentions.map(({ actor }) => actor));
  for (const { label, source } of events) {
    for (const { actor } of label.participants) {
      if (!actors.has(actor)) report(source, `no mention in this text names the participant ${actor}`);
    }
    const { place } = label;
    if (place !== undefined && !actors.has(place) && heading.place !== place && !text.includes(place)) {
      report(source, `neither the heading nor the text names the place ${place}`);
    }
  }
  for (const { label, source } of quotes) {
    if (label.speaker !== undefined && !actors.has(label.speaker)) {
      report(source, `no mention in this text names the speaker ${label.speaker}`);
    }
  }
}

/** Tellings with one key are one event; a later telling may add what the first leaves out. */
function mergeTellings(tellings: readonly Placed<EventLabel>[], report: Report): readonly AnnotatedEvent[] {
  const events: AnnotatedEvent[] = [];
  const indexes = new Map<string, number>();
  for (const { label, start, end, source } of tellings) {
    const { key } = label;
    const index = key === undefined ? undefined : indexes.get(key);
    const first = index === undefined ? undefined : events[index];
    if (index === undefined || first === undefined) {
      if (key !== undefined) indexes.set(key, events.length);
      events.push({ ...label, triggers: [{ start, end }] });
      continue;
    }
    if (first.type !== label.type) report(source, `${key ?? ''} was ${first.type} before`);
    const known = new Set(first.participants.map(({ actor }) => actor));
    const participants = [...first.participants, ...label.participants.filter(({ actor }) => !known.has(actor))];
    events[index] = { ...label, ...first, participants, triggers: [...first.triggers, { start, end }] };
  }
  return events;
}

type PlacedQuote = Placed<Omit<AnnotatedQuote, keyof Span>>;

/** A direct quotation that runs over several sentences is marked line by line: its pieces are one quotation. */
function mergePieces(text: string, pieces: readonly PlacedQuote[], report: Report): readonly AnnotatedQuote[] {
  const merged: PlacedQuote[] = [];
  for (const piece of pieces) {
    const last = merged.at(-1);
    if (last && continues(text, last, piece)) merged[merged.length - 1] = { ...last, end: piece.end };
    else merged.push(piece);
  }
  for (const { start, end, label, source } of merged) {
    if (label.kind === 'indirect') continue;
    if (!OPENING_MARK.test(text.charAt(start))) report(source, 'a direct quotation begins with its mark');
    if (!CLOSING_MARK.test(text.charAt(end - 1))) report(source, 'a direct quotation ends with its mark');
  }
  return merged.map(({ start, end, label }) => ({ start, end, ...label }));
}

function continues(text: string, last: PlacedQuote, piece: PlacedQuote): boolean {
  const areDirect = last.label.kind === 'direct' && piece.label.kind === 'direct';
  const isOpen = !CLOSING_MARK.test(text.charAt(last.end - 1));
  const isNext = text.slice(last.end, piece.start).trim() === '';
  return areDirect && isOpen && isNext && last.label.speaker === piece.label.speaker;
}
