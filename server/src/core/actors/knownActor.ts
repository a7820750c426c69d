import type { Actor, ActorId, ActorKind } from '../facts.js';
import { toSkeleton } from '../text/transliterate.js';
import { memoise } from '../text/memo.js';
import { nameKey } from './nameTable.js';

/** An actor before any text names it for certain: from the lexicon, the authority file or a name just read. */
export interface KnownActor extends Pick<Actor, 'id' | 'kind' | 'name' | 'state' | 'origin'> {
  /** The state that a capital may stand for, and with it its government: „Moskau fordert". */
  readonly governs?: KnownActor;
  /** Of what governs: a building („Prager Burg"), no city. */
  readonly isSeat?: true;
  /** A state's German adjective: „russisch". */
  readonly adjective?: string;
  readonly person?: PersonName;
}

/** What is known of a person beside the full name. */
export interface PersonName {
  /** All that stands beside the surname: „Sergej", „Jong-un", „George W.". */
  readonly given: string;
  readonly surname: string;
  /** The lexicon dates an office of the person: a public figure, not a relative of one. */
  readonly isOfficeHolder: boolean;
  /** Titles of offices that the lexicon knows, folded; they serve linking and are never shown as stated. */
  readonly offices: readonly string[];
  /** Folded short forms beside the surname that the lexicon knows („Lula"). */
  readonly bareNames: readonly string[];
}

/** What makes a name mean its actor: as a name, a nationality adjective, or a member of a people. */
export type Use = 'name' | 'nickname' | 'adjective' | 'demonym';

/** One actor that one spelling may mean. */
export interface Sense {
  readonly actor: KnownActor;
  readonly use: Use;
  /** The sense counts only in texts of this language („Georgia", „Polish"). */
  readonly language?: 'de' | 'en';
  /** `capital`: starts with a capital letter; `exact`: as written (short acronyms); `any`: also small („al-Qaida", adjectives). */
  readonly spelling: 'capital' | 'exact' | 'any';
  /** The name as the list writes it. */
  readonly surface: string;
  /** An everyday word: it needs a cue such as quotation marks (Welt, Zeit, Stern). */
  readonly needsCue: boolean;
}

/** The id that every article gives an actor of this kind and name; states have their ISO code instead of a name. */
export function makeActorId(kind: ActorKind, name: string): ActorId {
  return `${kind}:${kind === 'person' ? personKey(name) : nameKey(name)}` as ActorId;
}

/** Spellings of one person's full name have one key: Sergei Lavrov, Sergej Lawrow. */
export function personKey(name: string): string {
  return nameKey(name).split(' ').map(skeletonOf).join(' ');
}

const skeletonOf = memoise(toSkeleton);

/** The id of a bare surname that its article does not resolve. */
export function makeUnresolvedId(surname: string): ActorId {
  return `person:?${personKey(surname)}` as ActorId;
}

/** Whether two objects say the same of an actor; those of the lexicon and the authority file are one object each. */
export function isSameActor(a: KnownActor | undefined, b: KnownActor | undefined): boolean {
  if (a === b) return true;
  if (a?.origin !== 'text' || b?.origin !== 'text') return false;
  return (
    a.id === b.id &&
    a.name === b.name &&
    a.state === b.state &&
    a.person?.given === b.person?.given &&
    a.person?.surname === b.person?.surname
  );
}
