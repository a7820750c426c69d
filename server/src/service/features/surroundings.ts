import type { ActorId, Event, TextFacts, Mention } from '../../core/facts.js';
import type { TimeInterval } from '../../core/events/timeInterval.js';
import { splitSentences } from '../../core/text/sentences.js';
import { contains, firstEndingAfter, type Span } from '../../core/text/span.js';
import { tokenise } from '../../core/text/tokens.js';

/** The sentence and paragraph around a place of a document, with what they tell of. */
export interface Surroundings {
  readonly sentence: Span;
  readonly paragraph: Span;
  /** Actors of the sentence, in order, once each. */
  readonly sentenceActors: readonly ActorId[];
  /** Actors of the whole paragraph, in order, once each. */
  readonly paragraphActors: readonly ActorId[];
  /** Events that the sentence tells of. */
  readonly events: readonly Event[];
  /** When the sentence says that it happens. */
  readonly date?: TimeInterval;
}

/** What stands around `offset`: only its paragraph is read, however long the document is. */
export function findSurroundings(facts: TextFacts, offset: number): Surroundings {
  const paragraph = findParagraph(facts, offset);
  const sentence = findSentence(facts.article.text, paragraph, offset);
  const events = facts.events.filter(({ triggers }) => triggers.some((trigger) => contains(sentence, trigger)));
  const date = facts.dates.find((each) => each.value !== undefined && contains(sentence, each))?.value;
  const told = date ?? events.find((event) => event.date !== undefined)?.date;
  return {
    sentence,
    paragraph,
    sentenceActors: listActors(facts.mentions, sentence),
    paragraphActors: listActors(facts.mentions, paragraph),
    events,
    ...(told !== undefined && { date: told }),
  };
}

/** The passage that holds the offset; outside of the body (front matter, code) the line. */
function findParagraph({ passages, article }: TextFacts, offset: number): Span {
  // The caret behind the last character still belongs to the passage.
  const passage = passages[firstEndingAfter(passages, offset - 1)];
  if (passage && passage.start <= offset) return passage;
  const start = article.text.lastIndexOf('\n', offset - 1) + 1;
  const end = article.text.indexOf('\n', offset);
  return { start, end: end < 0 ? article.text.length : end };
}

function findSentence(text: string, paragraph: Span, offset: number): Span {
  const sentences = splitSentences(tokenise(text, paragraph));
  return sentences[firstEndingAfter(sentences, offset - 1)] ?? sentences.at(-1) ?? paragraph;
}

function listActors(mentions: readonly Mention[], span: Span): readonly ActorId[] {
  const actors = new Set<ActorId>();
  for (let i = firstEndingAfter(mentions, span.start); i < mentions.length; i++) {
    const mention = mentions[i];
    if (mention === undefined || mention.start >= span.end) break;
    actors.add(mention.actor);
  }
  return [...actors];
}
