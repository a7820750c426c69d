import { hashWord } from '../../core/duplicates/hash.js';
import type { ActorId } from '../../core/facts.js';
import type { EventId } from '../ports.js';
import type { Database } from './database.js';

/** So many names are remembered; then the memory starts anew. */
const MAX_KEPT = 50_000;

const FIND_ACTOR = 'SELECT key FROM actors WHERE hash = ? AND id = ?';
const FIND_EVENT = 'SELECT key FROM events WHERE hash = ? AND id = ?';
const NAME_ACTOR = 'SELECT id FROM actors WHERE key = ?';
const NAME_EVENT = 'SELECT id FROM events WHERE key = ?';
const NAME_ALIAS = 'SELECT alias AS id FROM aliases WHERE key = ?';
const NAME_OFFICE = 'SELECT title, state FROM offices WHERE key = ?';

/** The keys of what has a name, and the names of keys. A key never gets another name, so that what was read once stays right. */
export class Names {
  readonly #database: Database;
  readonly #actors = new Map<number, ActorId>();
  readonly #events = new Map<number, EventId>();
  readonly #aliases = new Map<number, string>();

  constructor(database: Database) {
    this.#database = database;
  }

  findActor(id: ActorId): number | undefined {
    return this.#database.get<{ key: number }>(FIND_ACTOR, hashName(id), id)?.key;
  }

  findEvent(id: EventId): number | undefined {
    return this.#database.get<{ key: number }>(FIND_EVENT, hashName(id), id)?.key;
  }

  nameActor(key: number): ActorId {
    return this.#name(this.#actors, NAME_ACTOR, key);
  }

  nameEvent(key: number): EventId {
    return this.#name(this.#events, NAME_EVENT, key);
  }

  /** A name of an actor, by its own key. */
  nameAlias(key: number): string {
    return this.#name(this.#aliases, NAME_ALIAS, key);
  }

  nameOffice(key: number): { readonly title: string; readonly state: string } {
    return this.#database.get<{ title: string; state: string }>(NAME_OFFICE, key) ?? { title: '', state: '' };
  }

  #name<T extends string>(kept: Map<number, T>, sql: string, key: number): T {
    const known = kept.get(key) ?? this.#database.get<{ id: T }>(sql, key)?.id;
    if (known === undefined) return '' as T;
    if (kept.size >= MAX_KEPT) kept.clear();
    kept.set(key, known);
    return known;
  }
}

/** 32 bits, signed: SQLite keeps them in four bytes. */
export function hashName(name: string): number {
  return hashWord(name) | 0;
}
