import type { BodySpan, Language } from '../../server/src/core/article/article.js';
import { findDates } from '../../server/src/core/events/findDates.js';
import { EventMemory, findEvents } from '../../server/src/core/events/findEvents.js';
import type { Event } from '../../server/src/core/facts.js';
import { finish } from '../../server/src/core/text/slices.js';
import { readMarkedNames } from './castOfActors.js';
import { getTriggers } from './eventKnowledge.js';
import { dealNames, readParagraphs } from './paragraphs.js';

export interface MarkedArticle {
  readonly language?: Language;
  readonly date?: string;
}

/** The events of one paragraph in which names of the cast are marked; German, of Thursday, 13 January 2022, unless said otherwise. */
export function listMarkedEvents(marked: string, about: MarkedArticle = {}): readonly Event[] {
  const { language = 'de', date = '2022-01-13' } = about;
  const { text, mentions, actors } = readMarkedNames(marked);
  const body: readonly BodySpan[] = [{ start: 0, end: text.length, role: 'paragraph' }];
  const paragraphs = readParagraphs(text, body);
  const dates = paragraphs.map(({ paragraph }) => findDates(paragraph, { language, referenceDate: date }));
  const names = dealNames(paragraphs, actors, mentions);
  const article = { date, language, body };
  const cast = new Map(actors.map((actor) => [actor.id, actor]));
  const input = { paragraphs, article, actors: cast, names, dates };
  return finish(findEvents(input, getTriggers(), new EventMemory('nothing')));
}
