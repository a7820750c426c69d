import { ActorMemory, type ActorContext, recogniseActors } from '../../server/src/core/actors/recogniseActors.js';
import type { ParagraphNames } from '../../server/src/core/actors/recognisedNames.js';
import type { Actor, Mention } from '../../server/src/core/facts.js';
import { listPlaced, ParagraphMemory, type PlacedParagraph } from '../../server/src/core/text/prose.js';
import type { Span } from '../../server/src/core/text/span.js';
import { finish } from '../../server/src/core/text/slices.js';

/** The paragraphs of a text that is read for the first time; one where no body is given. */
export function readParagraphs(
  text: string,
  body: readonly Span[] = [{ start: 0, end: text.length }],
): readonly PlacedParagraph[] {
  return finish(new ParagraphMemory('nothing').read(text, body));
}

/** Deals mentions of a text out to its paragraphs. */
export function dealNames(
  paragraphs: readonly PlacedParagraph[],
  actors: readonly Actor[],
  mentions: readonly Mention[],
): readonly ParagraphNames[] {
  return paragraphs.map(({ start, paragraph }) => {
    const own = mentions.filter((mention) => mention.start >= start && mention.end <= start + paragraph.text.length);
    return {
      mentions: own.map((mention) => ({ ...mention, start: mention.start - start, end: mention.end - start })),
      actors: own.map((mention) => actors.find(({ id }) => id === mention.actor) as Actor),
    };
  });
}

/** Recognises the actors of a text, with the offsets of the text. */
export function recogniseIn(
  text: string,
  context: ActorContext,
  body?: readonly Span[],
): { readonly actors: readonly Actor[]; readonly mentions: readonly Mention[] } {
  const paragraphs = readParagraphs(text, body);
  const { actors, names } = finish(recogniseActors(paragraphs, context, new ActorMemory('nothing')));
  return {
    actors,
    mentions: listPlaced(
      paragraphs,
      names.map(({ mentions }) => mentions),
    ),
  };
}
