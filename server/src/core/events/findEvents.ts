import type { Article } from '../article/article.js';
import type { Actor, DateMention, Event, Evidence, Mention } from '../facts.js';
import type { Prose } from '../text/prose.js';
import { splitClauses } from './clauses.js';
import { type EventText, readEventText } from './eventText.js';
import { printLabel } from './labels.js';
import { mergeTellings, type ToldEvent } from './mergeTellings.js';
import { readPhrases } from './phrases.js';
import { setScene } from './scene.js';
import { isDenied } from './status.js';
import { readTelling } from './tellings.js';
import { findInterval } from './timeInterval.js';
import { findTriggerMentions, type TriggerMention } from './triggerMentions.js';
import type { TriggerLexicon } from './triggers.js';

export interface EventInput {
  readonly prose: Prose;
  /** What of it events ask: the date in ISO form as precise as known, the language, and which body spans are titles. */
  readonly article: Pick<Article, 'date' | 'language' | 'body'>;
  readonly actors: readonly Actor[];
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateMention[];
}

/**
 * The events that an article tells, ascending by their first trigger: who did what, when, where, and whether it happened. Linear
 * in the length of the text but for the merging, which compares with the events found before. Other languages than
 * German and English give none.
 */
export function findEvents(input: EventInput, triggers: TriggerLexicon): readonly Event[] {
  const { language } = input.article;
  if (language === 'other') return [];
  const today = input.article.date === undefined ? undefined : findInterval(input.article.date);
  const text = readEventText({ ...input, language, triggers: triggers[language], today });
  // Clauses first: a trigger's words, participants, date and negation are those of its clause.
  const clauses = splitClauses(text);
  const found = findTriggerMentions(text, clauses);
  const scene = setScene(text, clauses, { phrases: readPhrases(text, clauses), triggers: found });
  const told = found.filter((own) => !isDenied(text, own)).map((own) => readTelling(scene, own, input.article.body));
  // Merging last: it needs everything that the tellings know.
  return mergeTellings(text, told)
    .toSorted((a, b) => firstTrigger(a) - firstTrigger(b))
    .map((event, index) => toEvent(text, event, index));
}

function firstTrigger(event: ToldEvent): number {
  return event.tellings[0]?.mention.first ?? 0;
}

function toEvent(text: EventText, event: ToldEvent, index: number): Event {
  const place = event.place === undefined ? undefined : text.actors.get(event.place);
  return {
    index,
    label: printLabel(text, event),
    type: event.trigger.type,
    status: event.status,
    ...(event.when && { date: event.when }),
    ...(place && { place: { name: place.name, actor: place.id } }),
    participants: event.participants.map(({ actor, role, state }) => ({
      actor,
      role,
      ...(state !== undefined && { state }),
    })),
    triggers: event.tellings.map((telling, i) => toEvidence(text, telling.mention, i === 0 ? 'stated' : 'inferred')),
  };
}

function toEvidence(text: EventText, own: TriggerMention, certainty: Evidence['certainty']): Evidence {
  const start = text.tokens[own.first]?.start ?? 0;
  const end = text.tokens[own.end - 1]?.end ?? start;
  return { start, end, text: text.prose.text.slice(start, end), rule: `trigger:${own.trigger.lemma}`, certainty };
}
