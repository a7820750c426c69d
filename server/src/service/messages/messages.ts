import type { ActorKind, EventStatus, EventType } from '../../core/facts.js';
import type { TimeInterval } from '../../core/events/timeInterval.js';
import type { Progress } from '../answers.js';

export type Locale = 'de' | 'en';

/** All that the service says to people, in one language. */
export interface Messages {
  readonly kinds: Readonly<Record<ActorKind, string>>;
  readonly eventTypes: Readonly<Record<EventType, string>>;
  readonly statuses: Readonly<Record<EventStatus, string>>;
  readonly certainties: Readonly<Record<'recognised' | 'confirmed', string>>;
  /** Why an actor comes before or behind the others that bear its name. */
  readonly reasons: {
    readonly namedInFull: string;
    readonly recognised: string;
    readonly bareSurname: string;
    sharesPassages(name: string, count: number): string;
    frequency(passages: number): string;
  };
  /** Labels at the start of a card's lines. */
  readonly labels: Readonly<Record<'otherNames' | 'neighbours' | 'events' | 'participants' | 'alternatives', string>>;
  readonly unresolvedDate: string;
  mentions(count: number): string;
  passagesInArticles(passages: number, articles: number): string;
  /** Independent sources: of one text that several outlets print only one counts. */
  sources(count: number): string;
  /** Before the names of other outlets that print the same. */
  alsoIn(outlets: string): string;
  more(count: number): string;
  /** What a date expression is taken to mean. */
  date(value: TimeInterval): string;
  /** An article's date, as precise as known (ISO). */
  articleDate(iso: string): string;
  rule(name: string): string;
  indexing(progress: Progress): string;
}
