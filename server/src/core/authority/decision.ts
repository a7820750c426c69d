import type { ActorKind } from '../facts.js';
import type { Pin, Spelling } from './authority.js';

/** An actor as a decision names it. */
export interface DecidedActor {
  readonly name: string;
  readonly kind: ActorKind;
  /** ISO 3166-1 code. */
  readonly state?: string;
}

/** What a writer decides about names: each is one edit of the authority file. */
export type Decision =
  /** Two actors or more are one; the first one's name is kept. */
  | { readonly kind: 'merge'; readonly actors: readonly DecidedActor[] }
  /** Two names that are taken for one actor are two. */
  | { readonly kind: 'split'; readonly actors: readonly [DecidedActor, DecidedActor] }
  /** The words are never an actor. */
  | { readonly kind: 'reject'; readonly name: string }
  | { readonly kind: 'alias'; readonly actor: DecidedActor; readonly alias: string }
  | { readonly kind: 'kind'; readonly actor: DecidedActor; readonly to: ActorKind }
  /** Another name in house spelling; the one before stays an alias. */
  | { readonly kind: 'rename'; readonly actor: DecidedActor; readonly to: string }
  | { readonly kind: 'note'; readonly actor: DecidedActor; readonly note: string }
  /** Whose spelling is shown: of one actor, or of all. */
  | { readonly kind: 'spelling'; readonly to: Spelling; readonly actor?: DecidedActor }
  /** What one mention means: an actor, or nobody where none is given. Pins that said something else of it go. */
  | {
      readonly kind: 'pin';
      readonly mention: Omit<Pin, 'actor'>;
      readonly actor?: DecidedActor;
      readonly replaces: readonly Pin[];
    };

/** How lines of the authority file name an actor: by the name alone where that means a person, which it does unless a kind is said. */
export function printReference({ name, kind }: DecidedActor): string {
  return kind === 'person' ? name : `${kind}:${name}`;
}
