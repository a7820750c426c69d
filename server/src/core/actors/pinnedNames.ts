import { NOBODY } from '../authority/authority.js';
import type { PlacedPin } from '../authority/locatePins.js';
import type { ActorId } from '../facts.js';
import type { PlacedParagraph } from '../text/prose.js';
import type { KnownActor } from './knownActor.js';
import { addClaims, type Claim, type Reading } from './reading.js';
import { resolveReference } from './reference.js';

/** A pin in one paragraph, with its offsets there. */
type PinnedPlace = readonly [start: number, end: number, actor: string];

/** Holds the place of words that the writer says are nobody; it gives no mention. */
export const NO_ACTOR: KnownActor = { id: 'group:!' as ActorId, kind: 'group', name: '', origin: 'authority' };

/** The pins of every paragraph as plain values, so that a paragraph whose pins are as they were is not read again. */
export function placePins(
  paragraphs: readonly PlacedParagraph[],
  pins: readonly PlacedPin[],
): readonly PinnedPlace[][] {
  const placed: PinnedPlace[][] = paragraphs.map(() => []);
  let next = 0;
  paragraphs.forEach(({ paragraph, start }, i) => {
    while ((pins[next]?.start ?? Infinity) < start) next++;
    for (let pin = pins[next]; pin !== undefined && pin.end <= start + paragraph.text.length; pin = pins[++next])
      placed[i]?.push([pin.start - start, pin.end - start, pin.pin.actor]);
  });
  return placed;
}

/** The reading with what the writer says of single mentions: nothing that is recognised later changes it. */
export function addPinned(reading: Reading, pins: readonly PinnedPlace[]): Reading {
  return addClaims(
    reading,
    pins.flatMap((pin) => toClaim(reading, pin)),
  );
}

function toClaim(reading: Reading, [start, end, reference]: PinnedPlace): readonly Claim[] {
  const first = reading.words.findIndex((word) => word.start >= start);
  const last = reading.words.findLastIndex((word) => word.end <= end);
  if (first < 0 || last < first) return [];
  const isNobody = reference.toLowerCase() === NOBODY;
  const actor = isNobody ? NO_ACTOR : resolveReference(reference, reading);
  return [{ first, end: last + 1, actor, form: 'name', rule: 'pin', certainty: 'confirmed' }];
}
