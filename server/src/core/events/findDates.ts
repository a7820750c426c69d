import type { Language } from '../article/article.js';
import type { DateMention } from '../facts.js';
import { ENGLISH_DATES } from '../language/en/dateGrammar.js';
import { GERMAN_DATES } from '../language/de/dateGrammar.js';
import type { Paragraph } from '../text/prose.js';
import type { Sentence } from '../text/sentences.js';
import type { Token } from '../text/tokens.js';
import { findInterval, type TimeInterval } from './timeInterval.js';
import type { DateExpression, DateGrammar, DateText } from './dates/dateReading.js';
import { findDirection } from './dates/newsBias.js';
import { refineDates } from './dates/refineDates.js';
import { isBareDay, isComplete, resolveReading } from './dates/resolveDate.js';

export interface DateContext {
  readonly language: Language;
  /** The article's date in ISO form, as precise as known. */
  readonly referenceDate?: string;
}

/**
 * The date expressions of a paragraph with its own offsets, ascending and disjoint, with the days that they mean. A mention has no value
 * where text and reference date do not fix one: weekdays, say, against a reference that is only a month. Other languages than German and
 * English have no grammar yet and give none.
 */
export function findDates(paragraph: Paragraph, context: DateContext): readonly DateMention[] {
  const grammar = findGrammar(context.language);
  if (grammar === undefined) return [];
  const reference = context.referenceDate === undefined ? undefined : findInterval(context.referenceDate);
  const found = paragraph.sentences.map((sentence) => {
    return { sentence, expressions: refineDates(readSentence(paragraph, sentence, grammar), paragraph, grammar) };
  });
  return resolveInOrder(found, { paragraph, grammar, reference });
}

function findGrammar(language: Language): DateGrammar | undefined {
  if (language === 'de') return GERMAN_DATES;
  return language === 'en' ? ENGLISH_DATES : undefined;
}

function readSentence(text: DateText, sentence: Sentence, grammar: DateGrammar): readonly DateExpression[] {
  const expressions: DateExpression[] = [];
  for (let at = sentence.firstToken; at < sentence.endToken; at++) {
    if (text.tokens[at]?.kind !== 'number' && !grammar.mayStart(text.words[at] ?? '')) continue;
    const longest = readLongest(text, at, grammar);
    if (longest === undefined || longest.end > sentence.endToken) continue;
    expressions.push(longest);
    at = longest.end - 1;
  }
  return expressions;
}

function readLongest(text: DateText, at: number, grammar: DateGrammar): DateExpression | undefined {
  let longest: DateExpression | undefined;
  for (const parse of grammar.parsers) {
    const own = parse(text, at);
    if (own && (longest === undefined || own.end > longest.end)) longest = own;
  }
  return longest;
}

interface Resolution {
  readonly paragraph: Paragraph;
  readonly grammar: DateGrammar;
  readonly reference: TimeInterval | undefined;
}

interface FoundInSentence {
  readonly sentence: Sentence;
  readonly expressions: readonly DateExpression[];
}

function resolveInOrder(found: readonly FoundInSentence[], resolution: Resolution): readonly DateMention[] {
  const { paragraph, grammar, reference } = resolution;
  const mentions: DateMention[] = [];
  let previous: { readonly value: TimeInterval; readonly sentence: Sentence } | undefined;
  for (const { sentence, expressions } of found)
    for (const own of expressions) {
      const [first, last] = [paragraph.tokens[own.first], paragraph.tokens[own.end - 1]];
      if (first === undefined || last === undefined) continue;
      const direction = findDirection(own, { text: paragraph, grammar, sentence });
      const value = resolveReading(own.reading, {
        ...(reference && { date: reference }),
        ...(direction && { direction }),
        ...(previous && { previous: previous.value }),
        ...(previous?.sentence === sentence && { beside: previous.value }),
      });
      if (value === undefined && isBareDay(own.reading)) continue;
      mentions.push(toMention({ own, first, last, text: paragraph.text, value }));
      if (value) previous = { value, sentence };
    }
  return mentions;
}

interface Found {
  readonly own: DateExpression;
  readonly first: Token;
  readonly last: Token;
  readonly text: string;
  readonly value: TimeInterval | undefined;
}

function toMention({ own, first, last, text, value }: Found): DateMention {
  return {
    start: first.start,
    end: last.end,
    text: text.slice(first.start, last.end),
    rule: `date:${own.rule}`,
    certainty: isComplete(own.reading) ? 'stated' : 'inferred',
    ...(value && { value }),
  };
}
