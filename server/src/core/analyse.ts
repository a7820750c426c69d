import { recogniseActors } from './actors/recogniseActors.js';
import { AnalysisMemory, type TextMemory } from './analysisMemory.js';
import type { Article, ArticleInput } from './article/article.js';
import { listPassages } from './article/passages.js';
import { readArticle } from './article/readArticle.js';
import { locatePins } from './authority/locatePins.js';
import { makeFingerprint } from './duplicates/fingerprint.js';
import { findDates } from './events/findDates.js';
import { findEvents } from './events/findEvents.js';
import type { Facts, TextFacts } from './facts.js';
import type { Knowledge } from './knowledge.js';
import { findQuotes } from './quotes/findQuotes.js';
import { listPlaced, type PlacedParagraph } from './text/prose.js';
import { finish, type Sliced } from './text/slices.js';

/**
 * Grows whenever the same text may give other facts: indexed facts of an older version are made anew.
 * @public read by persisted stores
 */
export const ANALYSIS_VERSION = 2;

/**
 * Text in, facts out: the ordered steps of the analysis, the same for articles and drafts. Pure and deterministic; never throws on any
 * text. All offsets are UTF-16 code units of `input.text`.
 */
export function analyse(input: ArticleInput, knowledge: Knowledge): Facts {
  const facts = finish(analyseInSlices(input, knowledge, new AnalysisMemory('nothing')));
  // What other articles are compared with; nothing of this article depends on it.
  return { ...facts, fingerprint: makeFingerprint(facts.article.text, facts.article.body) };
}

/**
 * The same in slices, for a text that is being written: where `memory` has another version of it, only what has changed is read again. It
 * yields where the caller may do something else. A version that is not read to its end makes `memory` forget.
 */
export function* analyseInSlices(input: ArticleInput, knowledge: Knowledge, memory: AnalysisMemory): Sliced<TextFacts> {
  // Furniture first: a related headline or a tag list must not name actors or tell events.
  const { article, proseText } = readArticle(input, knowledge.furniture);
  yield;
  const own = memory.open(article.language, knowledge);
  // Tokens once: every later step reads the same tokens and sentences, paragraph by paragraph.
  const paragraphs = yield* own.paragraphs.read(proseText, article.body);
  const facts = yield* findFacts(article, paragraphs, { knowledge, memory: own });
  memory.close();
  return facts;
}

interface Means {
  readonly knowledge: Knowledge;
  readonly memory: TextMemory;
}

function* findFacts(
  article: Article,
  paragraphs: readonly PlacedParagraph[],
  { knowledge, memory }: Means,
): Sliced<TextFacts> {
  const { language, date: referenceDate } = article;
  const { lexicon, authority, taggers } = knowledge;
  // Actors before dates, quotes and events: speakers and participants are actors.
  const pins = locatePins(article, authority);
  const context = { language, lexicon, pins, ...(authority && { authority }), ...(taggers && { taggers }) };
  const { actors, named, names } = yield* recogniseActors(paragraphs, context, memory.actors);
  // Dates need only the article's own date; events need them.
  const dates = yield* memory.dates.run(
    paragraphs,
    () => [referenceDate],
    ({ paragraph }) => findDates(paragraph, { language, ...(referenceDate !== undefined && { referenceDate }) }),
  );
  // Quotes before events, because what is only said is not what happened.
  const quotes = yield* findQuotes({ paragraphs, names, actors, language }, knowledge.speech, memory.quotes);
  const events = yield* findEvents(
    { paragraphs, article, actors: named, names, dates },
    knowledge.triggers,
    memory.events,
  );
  yield;
  return {
    article,
    passages: listPassages(paragraphs, article.body),
    actors,
    mentions: listPlaced(
      paragraphs,
      names.map(({ mentions }) => mentions),
    ),
    dates: listPlaced(paragraphs, dates),
    events,
    quotes,
  };
}
