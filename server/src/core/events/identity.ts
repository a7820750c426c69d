import type { Article } from '../article/article.js';
import type { Event } from '../facts.js';
import { fold } from '../text/fold.js';
import { toDayNumber } from './dates/calendar.js';
import { statesOf } from './sameness.js';
import { printTimeInterval, type TimeInterval } from './timeInterval.js';

/** A stretch of at most so many days („am Sonntag und Montag") is as good as a day. */
const MAX_DAYS = 7;

/**
 * The key that says which events of different articles are one: type, date, participants at state level and, where those do
 * not suffice, the place. A day (a short stretch counts as its last) and two participants need no place, because another article
 * may not name it; a month does. An event that is vaguer than that is only itself: its key is local to the article.
 */
export function eventKey(event: Event, article: Pick<Article, 'id'>): string {
  const states = [...statesOf(event.participants)].sort();
  const place = event.place?.actor ?? fold(event.place?.name ?? '');
  const day = event.date && findKeyDay(event.date);
  if (day !== undefined && states.length >= 2) return makeKey(event, day, states);
  const date = day ?? findKeyMonth(event.date);
  const isVague = date === undefined || place === '' || (day === undefined && states.length < 2);
  return isVague ? `${article.id}#${String(event.index)}` : makeKey(event, date, [...states, `@${place}`]);
}

function makeKey(event: Event, date: string, who: readonly string[]): string {
  const certainty = event.status === 'hypothetical' ? 'hypothetical' : 'real';
  return [event.type, certainty, date, ...who].join('|');
}

/** The last day of a date that is precise enough to tell meetings of one week apart. */
function findKeyDay(date: TimeInterval): string | undefined {
  if (date.granularity === 'day') return date.to;
  const isShort = date.granularity === 'interval' && toDayNumber(date.to) - toDayNumber(date.from) < MAX_DAYS;
  return isShort ? date.to : undefined;
}

function findKeyMonth(date: TimeInterval | undefined): string | undefined {
  return date?.granularity === 'month' ? printTimeInterval(date) : undefined;
}
