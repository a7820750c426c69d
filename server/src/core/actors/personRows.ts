import type { KnownActor, Sense } from './knownActor.js';
import { makeActorId, personKey } from './knownActor.js';
import { listValues, type Row } from '../language/table.js';
import { toSense } from './alias.js';
import { type AddName, type Lookup, nameKey } from './nameTable.js';

/** The persons of the lexicon by what a text may call them. */
export interface PersonIndex {
  /** By `personKey` of a full name, in any transliteration. */
  readonly byFullName: Lookup<KnownActor>;
  /** By the key of a surname or another bare name: all who bear it. */
  readonly byBareName: Lookup<readonly KnownActor[]>;
}

/** An index whose names can be listed. */
export interface CompiledPersons extends PersonIndex {
  readonly byFullName: ReadonlyMap<string, KnownActor>;
  readonly byBareName: ReadonlyMap<string, readonly KnownActor[]>;
}

/** A person of the lexicon, and the spellings of the full name. */
export interface LexiconPerson {
  readonly actor: KnownActor;
  readonly fullNames: readonly string[];
}

/** „Außenminister 2004-", „Präsident 2003-2010, 2023-". */
const YEARS = / \d{4}[-–\d, ]*$/;

/** Relatives of public figures are less likely meant by the bare surname. */
const RELATIVE =
  /^(?:Ehefrau|Ehemann|First |Sohn|Tochter|Schwester|Bruder|Halb|Witwe|Mutter|Vater|Schwieger|Neffe|Nichte|Enkel)/;

/** The person of a row of the persons table. Names of one word are bare names: they need the text's support. */
export function readPerson(row: Row): LexiconPerson {
  const name = row['name'] ?? '';
  const surname = row['surname'] ?? '';
  const names = [name, ...listValues(row['aliases'])];
  const isBare = (alias: string): boolean => !alias.includes(' ') && alias !== name;
  const state = row['state'] ?? '';
  const bare = [
    surname,
    ...listValues(row['short']),
    ...names.filter(isBare),
    ...listSurnameSpellings(name, surname, names),
  ];
  const bareNames = [...new Set(bare.map(nameKey))].filter((key) => key !== '');
  const given = name.replace(surname, '').trim();
  const offices = listValues(row['offices']);
  const actor: KnownActor = {
    id: makeActorId('person', name),
    kind: 'person',
    name,
    origin: 'lexicon',
    ...(state === '' ? {} : { state }),
    person: {
      given,
      surname,
      bareNames,
      offices: offices.map((office) => nameKey(office.replace(YEARS, ''))),
      isOfficeHolder: offices.some((office) => YEARS.test(office) && !RELATIVE.test(office)),
    },
  };
  return { actor, fullNames: names.filter((alias) => !isBare(alias)) };
}

/** The surname as the other spellings of the full name have it: Lavrov, Zelensky. */
function listSurnameSpellings(name: string, surname: string, names: readonly string[]): readonly string[] {
  if (surname === '' || surname.includes(' ') || name === surname) return [];
  const full = names.filter((other) => other.includes(' '));
  if (name.endsWith(` ${surname}`))
    return full.map((other) => other.slice(other.lastIndexOf(' ') + 1)).filter((word) => /^\p{Lu}\p{Ll}/u.test(word));
  return name.startsWith(`${surname} `) ? full.map((other) => other.slice(0, other.indexOf(' '))) : [];
}

/** Takes the full names into a table. */
export function addPerson(add: AddName<Sense>, { actor, fullNames }: LexiconPerson): void {
  for (const surface of fullNames) {
    add(nameKey(surface), toSense({ surface, actor }));
  }
}

/** Indexes the persons for look-up by full name and by bare name. */
export function indexPersons(persons: readonly LexiconPerson[]): CompiledPersons {
  const byFullName = new Map<string, KnownActor>();
  const byBareName = new Map<string, KnownActor[]>();
  for (const { actor, fullNames } of persons) {
    for (const key of fullNames.map(personKey)) if (!byFullName.has(key)) byFullName.set(key, actor);
    for (const key of actor.person?.bareNames ?? []) {
      const bearers = byBareName.get(key);
      if (bearers) bearers.push(actor);
      else byBareName.set(key, [actor]);
    }
  }
  return { byFullName, byBareName };
}
