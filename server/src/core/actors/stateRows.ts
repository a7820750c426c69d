import { listGermanAdjectiveForms } from '../language/de/nameInflection.js';
import { listValues, type Row } from '../language/table.js';
import type { ActorId } from '../facts.js';
import { addAlias, toSense } from './alias.js';
import { type KnownActor, makeActorId, type Sense } from './knownActor.js';
import { type AddName, nameKey } from './nameTable.js';

/** The country of a row of the states table: its id is its ISO code, for names of states change. */
export function readState(row: Row): KnownActor {
  const iso = row['iso'] ?? '';
  const [adjective] = listValues(row['adjectives_de']);
  const state = {
    id: `country:${iso}` as ActorId,
    kind: 'country',
    name: row['name'] ?? '',
    state: iso,
    origin: 'lexicon',
  } as const;
  return adjective === undefined ? state : { ...state, adjective };
}

/**
 * Takes all that a row of the states table makes findable into a table: the state's names, adjectives, people, capital and seats of
 * government. `ambiguousPlaces` are the keys of places that are everyday words too („Male").
 */
export function addState(add: AddName<Sense>, row: Row, state: KnownActor, ambiguousPlaces: ReadonlySet<string>): void {
  const german = [state.name, ...listValues(row['aliases_de'])];
  for (const surface of german) addAlias(add, { surface, actor: state });
  for (const surface of listValues(row['names_en'])) {
    if (!german.includes(surface)) addAlias(add, { surface, actor: state, language: 'en' });
  }
  addAdjectives(add, row, state);
  addPeople(add, row, state);
  addCapital(add, row, state, ambiguousPlaces);
}

function addAdjectives(add: AddName<Sense>, row: Row, actor: KnownActor): void {
  for (const surface of listValues(row['adjectives_de'])) {
    const sense = toSense({ surface, actor, use: 'adjective', language: 'de' });
    for (const key of listGermanAdjectiveForms(nameKey(surface))) add(key, sense);
  }
  for (const surface of listValues(row['adjectives_en'])) {
    add(nameKey(surface), toSense({ surface, actor, use: 'adjective', language: 'en' }));
  }
}

/** „Russen", „Russin" and „Russians" are the group that the masculine plural names. */
function addPeople(add: AddName<Sense>, row: Row, state: KnownActor): void {
  const german = listValues(row['demonyms_de']);
  const masculine = german.filter((form) => !/in(?:nen)?$/.test(form));
  const [singular = `${state.name} (Volk)`, plural = singular] = masculine;
  const name = plural.startsWith(singular.slice(0, -2)) ? plural : singular;
  const actor = { ...state, id: makeActorId('group', name), kind: 'group', name } as const;
  for (const surface of german) addAlias(add, { surface, actor, use: 'demonym', language: 'de' });
  for (const surface of listValues(row['demonyms_en']))
    addAlias(add, { surface, actor, use: 'demonym', language: 'en' });
}

/** A capital is a place that may stand for the government of its state; so may the other seats in the row. */
function addCapital(add: AddName<Sense>, row: Row, governs: KnownActor, ambiguousPlaces: ReadonlySet<string>): void {
  const [capital] = listValues(row['capital']);
  const toPlace = (name: string): KnownActor => {
    return {
      id: makeActorId('place', name),
      kind: 'place',
      name,
      state: governs.state ?? '',
      origin: 'lexicon',
      governs,
    };
  };
  for (const surface of listValues(row['metonyms']))
    addAlias(add, { surface, actor: { ...toPlace(surface), isSeat: true } });
  if (capital === undefined) return;
  const actor = toPlace(capital);
  for (const surface of [capital, ...listValues(row['capital_aliases'])]) {
    addAlias(add, { surface, actor, needsCue: ambiguousPlaces.has(nameKey(surface)) });
  }
}
