import type { Event } from '../../core/facts.js';
import type { Names } from './names.js';
import type { RowTelling } from './rowFacts.js';

/** A telling with names again; the places that tell it stay with the passages. */
export function toEvent({ place, participants, ...telling }: RowTelling, names: Names): Event {
  return {
    ...telling,
    triggers: [],
    participants: participants.map((each) => ({ ...each, actor: names.nameActor(each.actor) })),
    ...(place && {
      place: { name: place.name, ...(place.actor !== undefined && { actor: names.nameActor(place.actor) }) },
    }),
  };
}
