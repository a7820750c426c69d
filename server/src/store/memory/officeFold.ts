import type { StatedOffice } from '../shared/digest.js';
import { LazyOrder } from './lazyOrder.js';
import { compareNewest } from './newest.js';
import { compareText } from '../shared/takeBest.js';

/** The offices of one actor with all places that state them. */
export class OfficeFold {
  readonly #places = new Map<string, LazyOrder<StatedOffice>>();

  add(office: StatedOffice): void {
    const key = keyOf(office);
    const places = this.#places.get(key) ?? new LazyOrder(compareOffices);
    places.add(office);
    this.#places.set(key, places);
  }

  /** Takes back what `add` was given: the same object. */
  remove(office: StatedOffice): void {
    const key = keyOf(office);
    const places = this.#places.get(key);
    places?.delete(office);
    if (places?.size === 0) this.#places.delete(key);
  }

  /** Newest first: the same title of the same state once, with the newest place that states it. */
  list(): readonly StatedOffice[] {
    return [...this.#places.values()].flatMap((places) => places.list().slice(0, 1)).sort(compareOffices);
  }
}

function keyOf({ title, state }: StatedOffice): string {
  return `${title}\t${state ?? ''}`;
}

function compareOffices(a: StatedOffice, b: StatedOffice): number {
  return (
    compareNewest(a.article, b.article) ||
    a.span.start - b.span.start ||
    a.span.end - b.span.end ||
    compareText(keyOf(a), keyOf(b))
  );
}
