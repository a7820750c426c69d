import type { ActorId } from '../../core/facts.js';
import { fold } from '../../core/text/fold.js';
import { FuzzyWords } from './fuzzyWords.js';
import { PrefixIndex, type PrefixEntry } from './prefixIndex.js';
import { listSpellings, listWordStarts } from '../../core/text/spellings.js';
import { compareText } from '../shared/takeBest.js';

/** A surface form of one actor. */
export interface AliasEntry {
  readonly actor: ActorId;
  readonly alias: string;
  /** Articles that use it, or have it as the actor's name. */
  uses: number;
  /** Mentions that use it. */
  count: number;
  readonly keys: readonly string[];
  readonly starts: readonly PrefixEntry<AliasEntry>[];
}

/** Who is called what: exact look-up, completion by the start of any word, and almost matching words. */
export class AliasIndex {
  readonly #actors = new Map<ActorId, Map<string, AliasEntry>>();
  readonly #exact = new Map<string, Set<AliasEntry>>();
  readonly #starts = new PrefixIndex<AliasEntry>();
  readonly #fuzzy = new FuzzyWords();

  /** One more article calls the actor so, in `count` mentions; 0 when it is only its full name there. */
  add(actor: ActorId, alias: string, count: number): void {
    const entry = this.#actors.get(actor)?.get(alias) ?? this.#create(actor, alias);
    entry.uses += 1;
    entry.count += count;
  }

  /** Takes back exactly what `add` added. */
  remove(actor: ActorId, alias: string, count: number): void {
    const entry = this.#actors.get(actor)?.get(alias);
    if (entry === undefined) return;
    entry.uses -= 1;
    entry.count -= count;
    if (entry.uses === 0) this.#forget(entry);
  }

  /** All forms of one actor. */
  listAliases(actor: ActorId): readonly AliasEntry[] {
    return [...(this.#actors.get(actor)?.values() ?? [])];
  }

  /** Who is called exactly so (folded, in either spelling of umlauts), with the number of mentions that do. */
  findBearers(alias: string): ReadonlyMap<ActorId, number> {
    const entries = new Set(listSpellings(alias).flatMap((key) => [...(this.#exact.get(key) ?? [])]));
    const bearers = new Map<ActorId, number>();
    for (const { actor, count } of entries) bearers.set(actor, (bearers.get(actor) ?? 0) + count);
    return bearers;
  }

  /** Each actor of which a word of some alias starts with `typed`, with its most used such alias. */
  complete(typed: string): ReadonlyMap<ActorId, AliasEntry> {
    return pickMostUsed(this.#starts.find(fold(typed)));
  }

  /** The same for single words that start almost as `typed`, with the distance. */
  completeFuzzily(typed: string): readonly { readonly entry: AliasEntry; readonly distance: number }[] {
    const word = fold(typed);
    if (word.includes(' ')) return [];
    const seen = new Set<ActorId>();
    return this.#fuzzy.find(word).flatMap(({ word: known, distance }) => {
      const fresh = [...pickMostUsed(this.#starts.find(known)).values()].filter(({ actor }) => !seen.has(actor));
      for (const { actor } of fresh) seen.add(actor);
      return fresh.map((entry) => ({ entry, distance }));
    });
  }

  #create(actor: ActorId, alias: string): AliasEntry {
    const keys = listSpellings(alias);
    const starts: PrefixEntry<AliasEntry>[] = [];
    const entry: AliasEntry = { actor, alias, uses: 0, count: 0, keys, starts };
    for (const key of new Set(keys.flatMap(listWordStarts))) starts.push({ key, value: entry });
    for (const key of keys) this.#exact.set(key, (this.#exact.get(key) ?? new Set()).add(entry));
    for (const start of starts) this.#starts.add(start);
    for (const { key } of starts) this.#fuzzy.add(firstWord(key));
    this.#actors.set(actor, (this.#actors.get(actor) ?? new Map<string, AliasEntry>()).set(alias, entry));
    return entry;
  }

  #forget(entry: AliasEntry): void {
    for (const key of entry.keys) deleteFrom(this.#exact, key, entry);
    for (const start of entry.starts) this.#starts.delete(start);
    for (const { key } of entry.starts) this.#fuzzy.delete(firstWord(key));
    const aliases = this.#actors.get(entry.actor);
    aliases?.delete(entry.alias);
    if (aliases?.size === 0) this.#actors.delete(entry.actor);
  }
}

function pickMostUsed(entries: Iterable<PrefixEntry<AliasEntry>>): ReadonlyMap<ActorId, AliasEntry> {
  const best = new Map<ActorId, AliasEntry>();
  for (const { value } of entries) {
    const other = best.get(value.actor);
    if (other === undefined || compareUse(value, other) < 0) best.set(value.actor, value);
  }
  return best;
}

/** Most mentions first, then the shortest, then by its letters. */
function compareUse(a: AliasEntry, b: AliasEntry): number {
  return b.count - a.count || a.alias.length - b.alias.length || compareText(a.alias, b.alias);
}

function firstWord(key: string): string {
  const space = key.indexOf(' ');
  return space < 0 ? key : key.slice(0, space);
}

function deleteFrom<K, V>(sets: Map<K, Set<V>>, key: K, value: V): void {
  const set = sets.get(key);
  set?.delete(value);
  if (set?.size === 0) sets.delete(key);
}
