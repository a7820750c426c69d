import { listValues, type Row } from '../language/table.js';
import type { ActorKind } from '../facts.js';
import type { Alias } from './alias.js';
import { type EndingTable, type OrganizationHead, type PlaceHead } from './actorWords.js';
import { type KnownActor, makeActorId } from './knownActor.js';
import { nameKey } from './nameTable.js';

/** The actor of a row of the organizations, places or groups table. */
export function readActor(row: Row, kind: ActorKind): KnownActor {
  const name = row['name'] ?? '';
  const state = row['state'] ?? '';
  const actor = { id: makeActorId(kind, name), kind, name, origin: 'lexicon' } as const;
  return state === '' ? actor : { ...actor, state };
}

/** What tells a name from an everyday word when rows are read. */
export interface RowContext {
  readonly organizationHeads: EndingTable<OrganizationHead>;
  readonly placeHeads: EndingTable<PlaceHead>;
  /** Keys of the names and adjectives of states. */
  readonly stateKeys: ReadonlySet<string>;
  readonly isEveryday: (folded: string) => boolean;
  /** Keys of places that are everyday words too. */
  readonly ambiguousPlaces: ReadonlySet<string>;
}

/**
 * The spellings of such a row that name it by themselves. Left out: „Zeitung Die Welt" where „Die Welt" is there too (the first
 * word is no part of the name), „US-Armee", which is an everyday word with the name of a state, and „Außenministerium Russlands".
 */
export function listRowAliases(row: Row, actor: KnownActor, context: RowContext): readonly Alias[] {
  const surfaces = [actor.name, ...listValues(row['aliases'])];
  const everyday = listEverydayForms(row['note']);
  return surfaces
    .filter(
      (surface) =>
        !isDescribed(surface, surfaces, context) && !isGeneric(surface, context) && !MINISTRY_OF.test(surface),
    )
    .map((surface) => ({
      surface,
      actor,
      needsCue: everyday.includes(surface) || isEverydayWord(surface, actor, context),
    }));
}

/** „WELT", „ZEIT": an everyday word in capitals, which counts only as it is written; „Essen", „Main" among the places. */
function isEverydayWord(surface: string, { kind }: KnownActor, { isEveryday, ambiguousPlaces }: RowContext): boolean {
  if (kind === 'place') return ambiguousPlaces.has(nameKey(surface));
  return /^\p{Lu}{4,}$/u.test(surface) && isEveryday(nameKey(surface));
}

/** „Außenministerium Russlands", „Außenministerium in Moskau": the name is the noun alone, as in „russisches Außenministerium". */
const MINISTRY_OF = /^\p{Lu}\p{L}*ministerium .*\p{Lu}/u;

/** The forms that a note calls ambiguous: „früher X; ambiguous: Welt, Die Welt". */
function listEverydayForms(note: string | undefined): readonly string[] {
  const list = /ambiguous:([^;]*)/.exec(note ?? '')?.[1];
  return list === undefined ? [] : list.split(',').map((form) => form.trim());
}

function isDescribed(surface: string, known: readonly string[], context: RowContext): boolean {
  const space = surface.indexOf(' ');
  if (space < 0 || !known.includes(surface.slice(space + 1))) return false;
  const first = nameKey(surface.slice(0, space));
  return [context.organizationHeads, context.placeHeads].some((table) => {
    return table.find(first)?.value.roles.has('descriptor') === true;
  });
}

/** „Amerikanische Regierung", „US-Armee": a state and an everyday head. „Volksbefreiungsarmee" is another word than „Armee". */
function isGeneric(surface: string, context: RowContext): boolean {
  const [, state, head] = /^([^ -]+)[ -]([^ -]+)$/.exec(surface)?.map(nameKey) ?? [];
  if (state === undefined || head === undefined) return false;
  return context.stateKeys.has(state) && context.organizationHeads.entries.get(head)?.roles.has('generic') === true;
}
