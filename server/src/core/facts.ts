import type { Article } from './article/article.js';
import type { TimeInterval } from './events/timeInterval.js';
import type { Span } from './text/span.js';

/**
 * Names an actor over all articles of a corpus: made from kind and folded full name (`person:sergej lawrow`,
 * `country:RU`), so that the same actor gets the same id in every article without asking a store.
 * A bare surname that its article does not resolve has a `?` before the name (`person:?kim`).
 */
export type ActorId = string & { readonly ActorId: unique symbol };

/** Whether an article names the actor by a surname alone and nothing tells whose it is (`person:?kim`). */
export function isUnresolved(actor: ActorId): boolean {
  return actor.includes(':?');
}

export type ActorKind = 'person' | 'organization' | 'country' | 'place' | 'group';

/** How a mention names its actor; `metonym`: a capital for its government, `adjective`: „russische". */
export type MentionForm = 'name' | 'nickname' | 'metonym' | 'adjective';

/** `stated` by the text, `inferred` by a rule, or `confirmed` by the writer in the authority file. */
export type Certainty = 'stated' | 'inferred' | 'confirmed';

/** What every fact carries: where it stands, the surface text there, and what made it. */
export interface Evidence extends Span {
  readonly text: string;
  /** Name of the rule that made the fact, such as `title+surname`; shown on "why?". */
  readonly rule: string;
  readonly certainty: Certainty;
}

export interface Mention extends Evidence {
  readonly actor: ActorId;
  readonly form: MentionForm;
}

/** An office as the text states it („Außenminister Sergej Lawrow"), with the place that states it. */
export interface Office {
  readonly title: string;
  /** ISO 3166-1 code of the state whose office it is, where the text tells. */
  readonly state?: string;
  readonly evidence: Span;
}

/** An actor as one article shows it. The corpus-wide actor is the fold of these over all articles. */
export interface Actor {
  readonly id: ActorId;
  readonly kind: ActorKind;
  /** The fullest form in house spelling. */
  readonly name: string;
  /** ISO 3166-1 code of the state that the actor is, belongs to or lies in. */
  readonly state?: string;
  readonly offices: readonly Office[];
  /** Where the identity comes from: the built-in lexicon, the text alone, or the writer's decision. */
  readonly origin: 'lexicon' | 'text' | 'authority';
}

/** PLOVER's event classes and OTHER (codebook: public repository openeventdata/PLOVER). */
export const EVENT_TYPES = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
  'OTHER',
] as const;
export type EventType = (typeof EVENT_TYPES)[number];

export type EventStatus = 'happened' | 'planned' | 'hypothetical';

/** `source` acts on `target`; `party`: one of several who act together (talks, agreements). */
export type ParticipantRole = 'source' | 'target' | 'party';

export interface Participant {
  readonly actor: ActorId;
  readonly role: ParticipantRole;
  /** ISO 3166-1 code of the state that the actor is or acts for, where known: tells events of different articles apart. */
  readonly state?: string;
}

/** An event as one article tells it; every trigger is a place that names it. */
export interface Event {
  /** Position among the article's events: stable for one text and analysis version. */
  readonly index: number;
  /** What a writer would call it: „2+2-Gespräche Russland–Japan, Tokio, März 2017". */
  readonly label: string;
  readonly type: EventType;
  readonly status: EventStatus;
  readonly date?: TimeInterval;
  /** Name of the place, and the actor that it is where it is one. */
  readonly place?: { readonly name: string; readonly actor?: ActorId };
  readonly participants: readonly Participant[];
  readonly triggers: readonly Evidence[];
}

export interface Quote extends Evidence {
  readonly kind: 'direct' | 'indirect';
  readonly speaker?: ActorId;
}

/** A date expression; `value` is missing where the text and the article's date do not fix it. */
export interface DateMention extends Evidence {
  readonly value?: TimeInterval;
}

/** A stretch of body that is shown as evidence: a paragraph, or part of one longer than 150 words. */
export interface Passage extends Span {
  readonly role: 'title' | 'subhead' | 'paragraph';
}

/** All that is recognised in one article or draft; immutable. Lists are ascending by `start`. */
export interface TextFacts {
  readonly article: Article;
  readonly passages: readonly Passage[];
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
  readonly events: readonly Event[];
  readonly quotes: readonly Quote[];
}

/** The facts of a text that others are compared with: an article. */
export interface Facts extends TextFacts {
  /** Short numbers that near-duplicates share; empty for texts too short to compare. */
  readonly fingerprint: readonly number[];
}
