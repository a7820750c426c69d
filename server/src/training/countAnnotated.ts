import { findLineStarts, lineAt } from '../core/text/lines.js';
import type { Span } from '../core/text/span.js';
import type { AnnotatedFile, AnnotatedText } from './annotatedText.js';

export interface AnnotatedCounts {
  readonly sentences: number;
  /** By the first folder of the path: `de`, `en`. */
  readonly sentencesByLanguage: ReadonlyMap<string, number>;
  /** Sentences of the texts that are marked `dev`. */
  readonly devSentences: number;
  readonly sentencesWithoutMention: number;
  /** Different words, as they are written. */
  readonly wordForms: number;
  /** Different surfaces of mentions that are no adjectives. */
  readonly names: number;
  readonly mentions: number;
  readonly events: number;
  readonly quotes: number;
  /** Sentences that share a sequence of six words with another sentence. */
  readonly repetitiveSentences: number;
  readonly repetitions: readonly Repetition[];
}

/** A sentence, the one before it that it repeats (`de/agency-1.txt:12`), and the words they share. */
export interface Repetition {
  readonly here: string;
  readonly earlier: string;
  readonly words: string;
}

export interface PlacedText {
  readonly file: AnnotatedFile;
  readonly text: AnnotatedText;
}

const SHARED_WORDS = 6;
const WORD = /[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu;

/** Counts what annotated texts amount to. Linear in their length. */
export function countAnnotated(texts: readonly PlacedText[]): AnnotatedCounts {
  const sum = (count: (text: AnnotatedText) => number): number => texts.reduce((all, { text }) => all + count(text), 0);
  const repetitions = findRepetitions(texts);
  return {
    sentences: sum(({ sentences }) => sentences.length),
    sentencesByLanguage: countByLanguage(texts),
    devSentences: sum(({ isDev, sentences }) => (isDev ? sentences.length : 0)),
    sentencesWithoutMention: sum(countWithoutMention),
    wordForms: new Set(texts.flatMap(({ text }) => text.text.match(WORD) ?? [])).size,
    names: new Set(texts.flatMap(({ text }) => listNames(text))).size,
    mentions: sum(({ mentions }) => mentions.length),
    events: sum(({ events }) => events.length),
    quotes: sum(({ quotes }) => quotes.length),
    repetitiveSentences: new Set(repetitions.flatMap(({ here, earlier }) => [here, earlier])).size,
    repetitions,
  };
}

function countByLanguage(texts: readonly PlacedText[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { file, text } of texts) {
    const language = file.path.split('/')[0] ?? '';
    counts.set(language, (counts.get(language) ?? 0) + text.sentences.length);
  }
  return counts;
}

function countWithoutMention({ sentences, mentions }: AnnotatedText): number {
  const holdsMention = ({ start, end }: Span): boolean =>
    mentions.some((mention) => start <= mention.start && mention.end <= end);
  return sentences.filter((sentence) => !holdsMention(sentence)).length;
}

function listNames({ text, mentions }: AnnotatedText): readonly string[] {
  return mentions.filter(({ form }) => form !== 'adjective').map(({ start, end }) => text.slice(start, end));
}

function findRepetitions(texts: readonly PlacedText[]): readonly Repetition[] {
  const seen = new Map<string, string>();
  const repetitions: Repetition[] = [];
  for (const { here, sequences } of texts.flatMap(placeSequences)) {
    const words = sequences.find((sequence) => seen.has(sequence));
    if (words !== undefined) repetitions.push({ here, earlier: seen.get(words) ?? '', words });
    for (const sequence of sequences) if (!seen.has(sequence)) seen.set(sequence, here);
  }
  return repetitions;
}

function placeSequences({ file, text }: PlacedText): readonly { here: string; sequences: readonly string[] }[] {
  const lineStarts = findLineStarts(file.content);
  return text.sentences.map((sentence) => ({
    here: `${file.path}:${String(lineAt(lineStarts, sentence.source.start) + 1)}`,
    sequences: listSequences(sentence.text),
  }));
}

function listSequences(sentence: string): readonly string[] {
  const words = sentence.toLowerCase().match(WORD) ?? [];
  const count = Math.max(0, words.length - SHARED_WORDS + 1);
  return Array.from({ length: count }, (_, i) => words.slice(i, i + SHARED_WORDS).join(' '));
}
