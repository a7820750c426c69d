import type { Actor, ActorKind } from '../../core/facts.js';
import type { Tally } from './tally.js';
import { compareText } from './takeBest.js';

/** What an article says an actor is: the corpus shows the look that most articles agree on. */
export interface ActorLook {
  readonly kind: ActorKind;
  readonly name: string;
  readonly state?: string;
  readonly certainty: 'recognised' | 'confirmed';
}

/** From the weakest to the strongest. */
export const ORIGINS: readonly Actor['origin'][] = ['text', 'lexicon', 'authority'];

export type LookKey = string & { readonly LookKey: unique symbol };

/** The looks of one actor, by a text that equal looks share. */
export type LookTally = Tally<LookKey>;

export function lookKeyOf({ origin, kind, name, state }: Pick<Actor, 'origin' | 'kind' | 'name' | 'state'>): LookKey {
  return JSON.stringify([ORIGINS.indexOf(origin), kind, name, state ?? '']) as LookKey;
}

/** The most frequent look; the writer's decision beats the lexicon, and that beats what the text alone tells. */
export function chooseLook(looks: LookTally): ActorLook {
  const ranked = [...looks.entries()]
    .map(([key, count]) => ({ ...parseKey(key), count }))
    .sort(
      (a, b) =>
        b.origin - a.origin ||
        b.count - a.count ||
        b.name.length - a.name.length ||
        compareText(a.name, b.name) ||
        compareText(a.kind + a.state, b.kind + b.state),
    );
  const [best] = ranked;
  if (best === undefined) return { kind: 'group', name: '', certainty: 'recognised' };
  const state = ranked.find((look) => look.state !== '')?.state;
  const certainty = ORIGINS[best.origin] === 'authority' ? 'confirmed' : 'recognised';
  return { kind: best.kind, name: best.name, certainty, ...(state !== undefined && { state }) };
}

/** The place of its origin among `ORIGINS`. */
export function originOf(key: LookKey): number {
  return parseKey(key).origin;
}

function parseKey(key: LookKey): { origin: number; kind: ActorKind; name: string; state: string } {
  const [origin, kind, name, state] = JSON.parse(key) as [number, ActorKind, string, string];
  return { origin, kind, name, state };
}
