import type { BodySpan, Language } from '../../server/src/core/article/article.js';
import { findDates } from '../../server/src/core/events/findDates.js';
import { findEvents } from '../../server/src/core/events/findEvents.js';
import type { Event } from '../../server/src/core/facts.js';
import { readProse } from '../../server/src/core/text/prose.js';
import { readMarkedNames } from './castOfActors.js';
import { getTriggers } from './eventKnowledge.js';

export interface MarkedArticle {
  readonly language?: Language;
  readonly date?: string;
}

/** The events of one paragraph in which names of the cast are marked; German, of Thursday, 13 January 2022, unless said otherwise. */
export function listMarkedEvents(marked: string, article: MarkedArticle = {}): readonly Event[] {
  const { language = 'de', date = '2022-01-13' } = article;
  const { text, mentions, actors } = readMarkedNames(marked);
  const body: readonly BodySpan[] = [{ start: 0, end: text.length, role: 'paragraph' }];
  const prose = readProse(text, body);
  const dates = findDates(prose, { language, referenceDate: date });
  return findEvents({ prose, article: { date, language, body }, actors, mentions, dates }, getTriggers());
}
