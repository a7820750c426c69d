import { hashWord } from '../../core/duplicates/hash.js';
import type { Names } from './names.js';
import { unpackFacts } from './rowFacts.js';

/**
 * A number over all that the index holds of an article's facts, with the names of its actors and events: it tells a flipped bit in any of
 * the rows that the facts are read from.
 */
export function checksumOf(article: {
  readonly id: string;
  readonly about: string;
  readonly lines: Uint8Array;
  readonly facts: Uint8Array;
  readonly names: Names;
}): number {
  const { id, about, lines, facts, names } = article;
  const { actors, events } = unpackFacts(facts);
  const named = [
    ...actors.map(({ actor }) => names.nameActor(actor)),
    ...events.map(({ event }) => names.nameEvent(event)),
  ];
  return hashWord([id, about, latin(lines), latin(facts), ...named].join('\n')) | 0;
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}
