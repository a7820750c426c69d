import type { ArticleId } from '../../core/article/article.js';
import type { EventId } from '../ports.js';
import type { ArticleDigest, IdentifyEvent, PassageDigest, Place } from './digest.js';

/** The same article under another id: some events are named after it. */
export function moveDigest(digest: ArticleDigest, id: ArticleId, identify: IdentifyEvent): ArticleDigest {
  const summary = { ...digest.summary, id };
  const events = new Map(
    digest.events.map(({ id: old, tellings: [telling] }) => [
      old,
      telling ? (identify(telling, { id }) as EventId) : old,
    ]),
  );
  const passages = new Map(
    digest.passages.map((passage) => [
      passage,
      { ...passage, events: passage.events.map((event) => events.get(event) ?? event) },
    ]),
  );
  const movePlaces = (places: readonly Place[]): readonly Place[] =>
    places.map((place) => ({ ...place, passage: passages.get(place.passage) ?? place.passage }));
  const moved = <T extends { readonly places: readonly Place[]; readonly passages: readonly PassageDigest[] }>(
    share: T,
  ): T => ({
    ...share,
    places: movePlaces(share.places),
    passages: share.passages.map((passage) => passages.get(passage) ?? passage),
  });
  return {
    ...digest,
    summary,
    passages: [...passages.values()],
    actors: digest.actors.map((share) => ({
      ...moved(share),
      offices: share.offices.map((office) => ({ ...office, article: summary })),
    })),
    events: digest.events.map((share) => ({ ...moved(share), id: events.get(share.id) ?? share.id })),
  };
}
