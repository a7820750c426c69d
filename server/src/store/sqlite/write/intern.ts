import type { ActorId } from '../../../core/facts.js';
import type { EventId } from '../../ports.js';
import type { Database } from '../database.js';
import { hashName, type Names } from '../names.js';

const ADD_ACTOR = 'INSERT INTO actors (id, hash) VALUES (?, ?)';
const ADD_EVENT = 'INSERT INTO events (id, hash) VALUES (?, ?)';
const FIND_ALIAS = 'SELECT key FROM aliases WHERE actor = ? AND alias = ?';
const ADD_ALIAS = 'INSERT INTO aliases (actor, alias) VALUES (?, ?)';
const FIND_OFFICE = 'SELECT key FROM offices WHERE title = ? AND state = ?';
const ADD_OFFICE = 'INSERT INTO offices (title, state) VALUES (?, ?)';

/**
 * Gives the keys of names, with new rows for new ones: those hold nothing yet but their names. It lives as long as one transaction, because
 * a rollback takes the rows away again.
 */
export class Intern {
  readonly #database: Database;
  readonly #names: Names;
  readonly #actors = new Map<ActorId, number>();
  readonly #aliases = new Map<string, number>();
  readonly #offices = new Map<string, number>();
  /** Aliases that came into being, by actor. */
  readonly newAliases = new Map<number, Map<number, string>>();

  constructor(database: Database, names: Names) {
    this.#database = database;
    this.#names = names;
  }

  actor(id: ActorId): number {
    return keep(
      this.#actors,
      id,
      () => this.#names.findActor(id) ?? this.#database.insert(ADD_ACTOR, id, hashName(id)),
    );
  }

  event(id: EventId): number {
    return this.#names.findEvent(id) ?? this.#database.insert(ADD_EVENT, id, hashName(id));
  }

  alias(actor: number, alias: string): number {
    return keep(this.#aliases, `${String(actor)} ${alias}`, () => {
      const known = this.#database.get<{ key: number }>(FIND_ALIAS, actor, alias)?.key;
      if (known !== undefined) return known;
      const key = this.#database.insert(ADD_ALIAS, actor, alias);
      keep(this.newAliases, actor, () => new Map<number, string>()).set(key, alias);
      return key;
    });
  }

  office(title: string, state: string): number {
    return keep(this.#offices, `${state} ${title}`, () => {
      const known = this.#database.get<{ key: number }>(FIND_OFFICE, title, state)?.key;
      return known ?? this.#database.insert(ADD_OFFICE, title, state);
    });
  }
}

function keep<K, V>(kept: Map<K, V>, key: K, make: () => V): V {
  const known = kept.get(key) ?? make();
  kept.set(key, known);
  return known;
}
