import type { CorpusEvent } from '../../store/ports.js';
import type { CardPassage } from '../answers.js';
import type { CardWriter } from './cardWriter.js';
import { writePassages } from './passageLines.js';

const MAX_PARTICIPANTS = 8;

/** Who did what, when and where, how many independent sources tell it, and the passages that do. Gives blocks. */
export function writeEvent(
  event: CorpusEvent,
  passages: readonly CardPassage[],
  writer: CardWriter,
): readonly string[] {
  const { ink, messages } = writer;
  const { type, status, date, place } = event;
  const when = date === undefined ? [] : [messages.date(date)];
  const where = place === undefined ? [] : [ink.plain(place)];
  const told = messages.passagesInArticles(event.passageCount, event.articleCount);
  const about = [
    ink.bold(event.label),
    [messages.eventTypes[type], messages.statuses[status], ...when, ...where].join(' · '),
    ...writeParticipants(event, writer),
    `${told} · ${messages.sources(event.sourceCount)}`,
  ];
  return [ink.lines(about), ...writePassages(passages, writer)];
}

function writeParticipants({ participants }: CorpusEvent, { ink, messages }: CardWriter): readonly string[] {
  if (participants.length === 0) return [];
  const names = participants.slice(0, MAX_PARTICIPANTS).map(({ name }) => ink.plain(name));
  const rest = participants.length - names.length;
  return [`${messages.labels.participants}: ${[...names, ...(rest > 0 ? [messages.more(rest)] : [])].join(' · ')}`];
}
