import type { ActorKind } from '../facts.js';

/** The writers' decisions about names. What they name wins over everything that is recognised. */
export interface Authority {
  readonly actors: readonly AuthorityActor[];
  /** Surface forms that are never a mention. */
  readonly reject: readonly string[];
  /** Names or ids of one and the same actor; the first is its name. */
  readonly same: readonly (readonly string[])[];
  /** Names or ids of different actors that must not be joined. */
  readonly notSame: readonly (readonly string[])[];
  /** What single mentions mean. */
  readonly pins: readonly Pin[];
  /** In which spelling actors are shown that give several; `name` where it is missing. */
  readonly houseSpelling?: Spelling;
}

export interface AuthorityActor {
  readonly name: string;
  readonly kind: ActorKind;
  readonly aliases: readonly string[];
  /** ISO 3166-1 code. */
  readonly state?: string;
  readonly note?: string;
  readonly offices: readonly AuthorityOffice[];
  /** The name in German transcription, in English and as the actor writes it. */
  readonly spellings: Readonly<Partial<Record<Spelling, string>>>;
  /** For this actor instead of the one for all. */
  readonly houseSpelling?: Spelling;
}

/** An office that the writers know of; dates are ISO 8601, as precise as they say. */
export interface AuthorityOffice {
  readonly title: string;
  readonly state?: string;
  readonly from?: string;
  readonly to?: string;
  /** Where the writers have it from: an article, an address. */
  readonly source?: string;
}

/** What one mention means. It is found by its words and the text around them, so that edits elsewhere do no harm. */
export interface Pin {
  /** Path of the article or draft, relative to the corpus folder; `#` and its name in the file behind it where a file holds many. */
  readonly path: string;
  /** The words of the mention. */
  readonly quote: string;
  /** The text right before and behind it; empty where nothing is said. */
  readonly before: string;
  readonly after: string;
  /** Name or id of the actor; `NOBODY`: the words name none. */
  readonly actor: string;
}

export const KINDS: readonly ActorKind[] = ['person', 'organization', 'country', 'place', 'group'];

/** Whose spelling of a name: Lawrow, Lavrov, Лавров. */
export const SPELLINGS = ['de', 'en', 'original'] as const;
export type Spelling = (typeof SPELLINGS)[number];

/** What a pin says of words that are no actor at their place. */
export const NOBODY = 'nobody';

/** Nothing has been decided. */
export const NO_AUTHORITY: Authority = { actors: [], reject: [], same: [], notSame: [], pins: [] };

/** The name that an actor is shown under: in house spelling where the writers give it. */
export function getShownName(actor: AuthorityActor, authority: Pick<Authority, 'houseSpelling'>): string {
  const spelling = actor.houseSpelling ?? authority.houseSpelling;
  return (spelling && actor.spellings[spelling]) ?? actor.name;
}

/** All names of an actor, its own first. */
export function listNames({ name, aliases, spellings }: AuthorityActor): readonly string[] {
  return [...new Set([name, ...aliases, ...SPELLINGS.flatMap((spelling) => spellings[spelling] ?? [])])];
}
