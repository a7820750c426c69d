import { listGermanAdjectiveForms } from '../language/de/nameInflection.js';
import { listValues, type Row } from '../language/table.js';
import type { ActorId } from '../facts.js';
import { type Alias, listEntries, toSense } from './alias.js';
import { type KnownActor, makeActorId, type Sense } from './knownActor.js';
import { nameKey } from './nameTable.js';

type Entry = readonly [key: string, sense: Sense];

/** The country of a row of the states table: its id is its ISO code, for names of states change. */
export function readState(row: Row): KnownActor {
  const iso = row['iso'] ?? '';
  const [adjective] = listValues(row['adjectives_de']);
  const state = { id: `country:${iso}` as ActorId, kind: 'country', name: row['name'] ?? '', state: iso, origin: 'lexicon' } as const;
  return adjective === undefined ? state : { ...state, adjective };
}

/**
 * All that a row of the states table makes findable: the state's names, adjectives, people, capital and seats of government.
 * `ambiguousPlaces` are the keys of places that are everyday words too („Male").
 */
export function listStateEntries(row: Row, state: KnownActor, ambiguousPlaces: ReadonlySet<string>): readonly Entry[] {
  const german = [state.name, ...listValues(row['aliases_de'])];
  const english = listValues(row['names_en']).filter((name) => !german.includes(name));
  return [
    ...german.flatMap((surface) => listEntries({ surface, actor: state })),
    ...english.flatMap((surface) => listEntries({ surface, actor: state, language: 'en' })),
    ...listAdjectiveEntries(row, state),
    ...listPeopleEntries(row, state),
    ...listCapitalEntries(row, state, ambiguousPlaces),
  ];
}

function listAdjectiveEntries(row: Row, actor: KnownActor): readonly Entry[] {
  const german = listValues(row['adjectives_de']).flatMap((surface) => {
    const sense = toSense({ surface, actor, use: 'adjective', language: 'de' });
    return listGermanAdjectiveForms(nameKey(surface)).map((key): Entry => [key, sense]);
  });
  const english = listValues(row['adjectives_en']).map((surface): Entry => {
    return [nameKey(surface), toSense({ surface, actor, use: 'adjective', language: 'en' })];
  });
  return [...german, ...english];
}

/** „Russen", „Russin" and „Russians" are the group that the masculine plural names. */
function listPeopleEntries(row: Row, state: KnownActor): readonly Entry[] {
  const german = listValues(row['demonyms_de']);
  const masculine = german.filter((form) => !/in(?:nen)?$/.test(form));
  const [singular = `${state.name} (Volk)`, plural = singular] = masculine;
  const name = plural.startsWith(singular.slice(0, -2)) ? plural : singular;
  const actor = { ...state, id: makeActorId('group', name), kind: 'group', name } as const;
  const toAlias = (surface: string, language: 'de' | 'en'): Alias => ({ surface, actor, use: 'demonym', language });
  return [
    ...german.flatMap((surface) => listEntries(toAlias(surface, 'de'))),
    ...listValues(row['demonyms_en']).flatMap((surface) => listEntries(toAlias(surface, 'en'))),
  ];
}

/** A capital is a place that may stand for the government of its state; so may the other seats in the row. */
function listCapitalEntries(row: Row, governs: KnownActor, ambiguousPlaces: ReadonlySet<string>): readonly Entry[] {
  const [capital = ''] = listValues(row['capital']);
  const toPlace = (name: string): KnownActor => {
    return { id: makeActorId('place', name), kind: 'place', name, state: governs.state ?? '', origin: 'lexicon', governs };
  };
  const seats = listValues(row['metonyms']).map((surface): Alias => ({ surface, actor: { ...toPlace(surface), isSeat: true } }));
  if (capital === '') return seats.flatMap(listEntries);
  const actor = toPlace(capital);
  const names = [capital, ...listValues(row['capital_aliases'])];
  const isAmbiguous = (surface: string): boolean => ambiguousPlaces.has(nameKey(surface));
  return [...names.map((surface): Alias => ({ surface, actor, needsCue: isAmbiguous(surface) })), ...seats].flatMap(listEntries);
}
