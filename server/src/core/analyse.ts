import { recogniseActors } from './actors/recogniseActors.js';
import type { ArticleInput } from './article/article.js';
import { listPassages } from './article/passages.js';
import { readArticle } from './article/readArticle.js';
import { findDates } from './events/findDates.js';
import { findEvents } from './events/findEvents.js';
import type { Facts } from './facts.js';
import type { Knowledge } from './knowledge.js';
import { findQuotes } from './quotes/findQuotes.js';
import { readProse } from './text/prose.js';

/**
 * Grows whenever the same text may give other facts: indexed facts of an older version are made anew.
 * @public read by persisted stores
 */
export const ANALYSIS_VERSION = 1;

/**
 * Text in, facts out: the ordered steps of the analysis, the same for articles and drafts. Pure and deterministic; never throws on any
 * text. All offsets are UTF-16 code units of `input.text`.
 */
export function analyse(input: ArticleInput, knowledge: Knowledge): Facts {
  // Furniture first: a related headline or a tag list must not name actors or tell events.
  const { article, proseText } = readArticle(input, knowledge.furniture);
  // Tokens once: every later step reads the same tokens and sentences.
  const prose = readProse(proseText, article.body);
  const passages = listPassages(prose, article.body);
  const { language } = article;
  // Actors before dates, quotes and events: speakers and participants are actors.
  const { lexicon, authority } = knowledge;
  const { actors, mentions } = recogniseActors(prose, { language, lexicon, ...(authority && { authority }) });
  // Dates need only the article's own date; events need them.
  const dates = findDates(prose, { language, ...(article.date !== undefined && { referenceDate: article.date }) });
  // Quotes before events, because what is only said is not what happened.
  const quotes = findQuotes({ prose, actors, mentions, language }, knowledge.speech);
  const events = findEvents({ prose, article, actors, mentions, dates }, knowledge.triggers);
  return { article, passages, actors, mentions, dates, events, quotes };
}
