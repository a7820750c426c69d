import {
  type Authority,
  type AuthorityActor,
  getShownName,
  KINDS,
  listNames,
  NO_AUTHORITY,
} from '../authority/authority.js';
import type { ActorId } from '../facts.js';
import { addAlias } from './alias.js';
import { type KnownActor, makeActorId, personKey, type Sense } from './knownActor.js';
import type { Lexicon } from './lexicon.js';
import { buildNameTable, nameKey, type NameTable } from './nameTable.js';
import { parseReference, splitName } from './reference.js';

/** An authority made ready for look-up. */
export interface AuthorityNames {
  readonly names: NameTable<Sense>;
  /** The writer's persons by the key of their surname. */
  readonly bySurname: ReadonlyMap<string, readonly KnownActor[]>;
  /** Keys of surface forms that are never a mention. */
  readonly rejected: ReadonlySet<string>;
  /** The writer's actor by its own id and by the id of an actor of the lexicon that bears one of its names. */
  readonly actorOf: ReadonlyMap<ActorId, KnownActor>;
  /** Who is meant (a name, or kind and name), by the key of another name of the same actor and by the ids that this name makes. */
  readonly sameAs: ReadonlyMap<string, string>;
  /** For the key of a name the keys of names that must not be joined with it. */
  readonly parted: ReadonlyMap<string, readonly string[]>;
}

// The same authority serves every article and every keystroke in a draft: it is made ready once.
const ready = new WeakMap<Authority, { readonly lexicon: Lexicon; readonly names: AuthorityNames }>();

/** The look-up tables of an authority, made once for an authority and a lexicon; empty ones without an authority. */
export function getAuthorityNames(lexicon: Lexicon, authority: Authority = NO_AUTHORITY): AuthorityNames {
  const known = ready.get(authority);
  if (known?.lexicon === lexicon) return known.names;
  const names = buildAuthorityNames(lexicon, authority);
  ready.set(authority, { lexicon, names });
  return names;
}

/** Whether the writer says that two names are different actors. */
export function arePartedNames({ parted }: AuthorityNames, a: string, b: string): boolean {
  return parted.size > 0 && parted.get(nameKey(a))?.includes(nameKey(b)) === true;
}

/** Whether the writer parts the name from one that the transliteration skeleton would join it with. */
export function hasPartedNamesake({ parted }: AuthorityNames, name: string): boolean {
  return parted.size > 0 && parted.get(nameKey(name))?.some((other) => personKey(other) === personKey(name)) === true;
}

function buildAuthorityNames(lexicon: Lexicon, authority: Authority): AuthorityNames {
  const actors = authority.actors.map((own) => ({ own, actor: toKnownActor(own, authority, lexicon) }));
  return {
    names: buildNameTable<Sense>((add) => {
      for (const { own, actor } of actors) for (const surface of listNames(own)) addAlias(add, { surface, actor });
    }),
    bySurname: groupBySurname(actors.map(({ actor }) => actor)),
    rejected: new Set(authority.reject.map(nameKey)),
    actorOf: new Map(
      actors.flatMap(({ own, actor }) =>
        [actor.id, ...listLexiconIds(listNames(own), actor, lexicon)].map((id) => [id, actor]),
      ),
    ),
    sameAs: new Map(
      authority.same.flatMap(([name = '', ...others]) =>
        others.flatMap((other) => listKeys(other).map((key) => [key, name] as const)),
      ),
    ),
    parted: groupParted(authority.notSame),
  };
}

/** What an actor that a line calls so may be known by: the key of the name, and its ids, which are the same in all transliterations. */
function listKeys(text: string): readonly string[] {
  const { kind, name } = parseReference(text);
  if (kind !== undefined) return [text, makeActorId(kind, name)];
  return [nameKey(name), ...KINDS.map((each) => makeActorId(each, name))];
}

function groupBySurname(actors: readonly KnownActor[]): ReadonlyMap<string, readonly KnownActor[]> {
  const bySurname = new Map<string, KnownActor[]>();
  for (const actor of actors) {
    if (actor.person === undefined) continue;
    const key = nameKey(actor.person.surname);
    bySurname.set(key, [...(bySurname.get(key) ?? []), actor]);
  }
  return bySurname;
}

/** States keep the id that the lexicon gives them. The id is that of the name, whatever spelling is shown. */
function toKnownActor(own: AuthorityActor, authority: Authority, lexicon: Lexicon): KnownActor {
  const { name, kind, state, offices } = own;
  const known = lexicon.names.byKey
    .get(nameKey(name))
    ?.find(({ actor, use }) => use === 'name' && actor.kind === kind)?.actor;
  const shown = getShownName(own, authority);
  const actor = { id: known?.id ?? makeActorId(kind, name), kind, name: shown, origin: 'authority' } as const;
  const withState = state === undefined ? actor : { ...actor, state };
  if (kind !== 'person') return withState;
  const person = known?.person ?? splitName(name, lexicon);
  const titles = offices.map(({ title }) => nameKey(title));
  // What the writers say of offices counts like the lexicon's: it tells namesakes apart.
  const held = { offices: [...person.offices, ...titles], isOfficeHolder: person.isOfficeHolder || titles.length > 0 };
  return { ...withState, person: { ...person, ...held } };
}

/** The ids of actors of the same kind that the lexicon knows by one of the names. */
function listLexiconIds(surfaces: readonly string[], actor: KnownActor, lexicon: Lexicon): readonly ActorId[] {
  return surfaces.flatMap((surface) => {
    const senses = lexicon.names.byKey.get(nameKey(surface)) ?? [];
    return senses
      .filter((sense) => sense.use === 'name' && sense.actor.kind === actor.kind)
      .map((sense) => sense.actor.id);
  });
}

function groupParted(groups: Authority['notSame']): ReadonlyMap<string, readonly string[]> {
  const parted = new Map<string, string[]>();
  for (const keys of groups.map((names) => names.map((name) => nameKey(parseReference(name).name)))) {
    for (const key of keys) parted.set(key, [...(parted.get(key) ?? []), ...keys.filter((other) => other !== key)]);
  }
  return parted;
}
