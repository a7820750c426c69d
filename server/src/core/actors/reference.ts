import { KINDS } from '../authority/authority.js';
import type { ActorId, ActorKind } from '../facts.js';
import { type KnownActor, makeActorId, personKey, type PersonName, type Sense } from './knownActor.js';
import type { Lexicon } from './lexicon.js';
import { nameKey, type NameTable } from './nameTable.js';

/** How a line of the authority file names an actor: by a name („Jakob Müller"), or by kind and name or id („place:Georgia"). */
interface Reference {
  readonly kind?: ActorKind;
  readonly name: string;
}

/** The parts of a reference; what is no kind belongs to the name. */
export function parseReference(text: string): Reference {
  const kind = KINDS.find((known) => text.startsWith(`${known}:`));
  return kind === undefined ? { name: text } : { kind, name: text.slice(kind.length + 1).trim() };
}

interface Known {
  /** The writer's own actors, by their names and by their ids. */
  readonly authority: { readonly names: NameTable<Sense>; readonly actorOf: ReadonlyMap<ActorId, KnownActor> };
  readonly lexicon: Lexicon;
}

/**
 * The actor that a reference means: the writer's own, else one of the lexicon, else one that bears the name from now on. A reference without
 * a kind means one like `like`, else a person.
 */
export function resolveReference(text: string, known: Known, like?: KnownActor): KnownActor {
  const { authority, lexicon } = known;
  const { kind = like?.kind, name } = parseReference(text);
  const own = authority.actorOf.get(text as ActorId) ?? findOwn(text, authority);
  const found = own ?? findBuiltIn(name, kind, lexicon);
  if (found) return authority.actorOf.get(found.id) ?? found;
  const made = { id: makeActorId(kind ?? 'person', name), kind: kind ?? 'person', name, origin: 'authority' } as const;
  if (like?.kind === made.kind) return { ...like, ...made };
  return made.kind === 'person' ? { ...made, person: splitName(name, lexicon) } : made;
}

/** The writer's own actor, of whatever kind unless the reference says so. */
function findOwn(text: string, { names }: Known['authority']): KnownActor | undefined {
  const { kind, name } = parseReference(text);
  return names.byKey.get(nameKey(name))?.find(({ actor }) => kind === undefined || actor.kind === kind)?.actor;
}

function findBuiltIn(name: string, kind: ActorKind | undefined, lexicon: Lexicon): KnownActor | undefined {
  const senses = lexicon.names.byKey.get(nameKey(name)) ?? [];
  const sense = senses.find(({ actor, use }) => use === 'name' && (kind === undefined || actor.kind === kind));
  if (sense) return sense.actor;
  return kind === undefined || kind === 'person' ? lexicon.persons.byFullName.get(personKey(name)) : undefined;
}

/** Given name and surname of a full name; the surname is the last word, or the first of a family name first. */
export function splitName(name: string, lexicon: Lexicon): PersonName {
  const [first = '', ...rest] = name.split(' ');
  const isFamilyFirst = lexicon.nameParts.get('family name first')?.has(nameKey(first)) === true && rest.length > 0;
  const surname = isFamilyFirst ? first : (rest.at(-1) ?? first);
  const given = isFamilyFirst ? rest.join(' ') : [first, ...rest].slice(0, -1).join(' ');
  return { given, surname, offices: [], bareNames: [], isOfficeHolder: false };
}
