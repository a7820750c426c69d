import type { Card, Progress } from '../answers.js';
import { getMessages } from '../messages/getMessages.js';
import { writeActor } from './actorLines.js';
import type { CardOptions, CardWriter } from './cardWriter.js';
import { writeEvent } from './eventLines.js';
import { MARKDOWN, PLAIN_TEXT } from './ink.js';

/**
 * A card as text: at most 12 lines and the quoted passages. All that comes from articles, drafts and file names is escaped; the only
 * links are those that `linkTo` makes.
 */
export function printCard(card: Card, options: CardOptions): string {
  const ink = options.format === 'markdown' ? MARKDOWN : PLAIN_TEXT;
  const writer: CardWriter = { ...options, ink, messages: getMessages(options.locale) };
  return ink.blocks(writeBlocks(card, writer).filter((block) => block !== ''));
}

function writeBlocks(card: Card, writer: CardWriter): readonly string[] {
  switch (card.kind) {
    case 'actor':
      return [...writeActor(card.candidates, writer), ...writeProgress(card.indexing, writer)];
    case 'event':
      return [...writeEvent(card.event, card.passages, writer), ...writeProgress(card.indexing, writer)];
    case 'date':
      return [writeDate(card, writer)];
  }
}

function writeDate(card: Extract<Card, { kind: 'date' }>, { ink, messages }: CardWriter): string {
  const value = card.value === undefined ? messages.unresolvedDate : messages.date(card.value);
  return [ink.plain(card.surface), ink.bold(value), ink.plain(messages.rule(card.rule))].join(' · ');
}

function writeProgress(progress: Progress | undefined, { ink, messages }: CardWriter): readonly string[] {
  return progress === undefined ? [] : [ink.plain(messages.indexing(progress))];
}
