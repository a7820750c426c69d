import { printTimeInterval } from './events/timeInterval.js';
import type { Actor, ActorKind, Event, EventStatus, EventType, Facts, Mention, MentionForm, Quote } from './facts.js';

/** One article in the analysis format: one JSON object a line. Offsets are UTF-16 into the article's text. */
export interface Analysis {
  readonly doc: string;
  /** The text itself where it was extracted: nobody else has what the offsets refer to. */
  readonly text?: string;
  readonly article: {
    readonly title: string | null;
    readonly date: string | null;
    readonly source: string | null;
    readonly body: readonly (readonly [number, number])[];
  };
  readonly actors: readonly { readonly id: string; readonly name: string; readonly type: ActorKind }[];
  readonly mentions: readonly {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly actor: string;
    readonly form: MentionForm;
  }[];
  readonly events: readonly AnalysisEvent[];
  readonly quotes: readonly {
    readonly start: number;
    readonly end: number;
    readonly kind: Quote['kind'];
    readonly speaker: string | null;
  }[];
}

interface AnalysisEvent {
  readonly id: string;
  readonly label: string;
  readonly type: EventType;
  readonly date: string | null;
  readonly place: string | null;
  readonly status: EventStatus;
  readonly participants: readonly string[];
  readonly triggers: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** Gives an article's facts in the analysis format that the accuracy scorers and other programs read. */
export function printAnalysis(doc: string, facts: Facts): Analysis {
  const { article } = facts;
  return {
    doc,
    ...(article.extracted && { text: article.text }),
    article: {
      title: article.title ?? null,
      date: article.date ?? null,
      source: article.source ?? null,
      body: article.body.map(({ start, end }) => [start, end] as const),
    },
    actors: facts.actors.map((actor: Actor) => ({ id: actor.id, name: actor.name, type: actor.kind })),
    mentions: facts.mentions.map(({ start, end, text, actor, form }: Mention) => ({ start, end, text, actor, form })),
    events: facts.events.map(printEvent),
    quotes: facts.quotes.map(({ start, end, kind, speaker }) => ({ start, end, kind, speaker: speaker ?? null })),
  };
}

function printEvent(event: Event): AnalysisEvent {
  return {
    id: `e${String(event.index + 1)}`,
    label: event.label,
    type: event.type,
    date: event.date ? printTimeInterval(event.date) : null,
    place: event.place?.name ?? null,
    status: event.status,
    participants: event.participants.map(({ actor }) => actor),
    triggers: event.triggers.map(({ start, end, text }) => ({ start, end, text })),
  };
}
