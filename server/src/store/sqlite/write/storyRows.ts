import { isSameText, listBands } from '../../../core/duplicates/sameText.js';
import { hashName } from '../names.js';
import type { Database } from '../database.js';
import { unpackPlaces } from '../rowFacts.js';
import { Bands } from './bands.js';
import type { Deltas } from './deltas.js';

const FIND_PRINT = 'SELECT key, story FROM prints WHERE hash = ? AND fingerprint = ?';
const READ_PRINT = 'SELECT story, fingerprint FROM prints WHERE key = ?';
const ADD_PRINT = 'INSERT INTO prints (hash, fingerprint, story) VALUES (?, ?, 0)';
const SET_STORY = 'UPDATE prints SET story = ? WHERE key = ?';
const MERGE = 'UPDATE prints SET story = ?1 WHERE story = ?2';
const DELETE_PRINT = 'DELETE FROM prints WHERE key = ?';
const IS_USED = 'SELECT 1 FROM articles WHERE print = ? LIMIT 1';
const ADD_LINK = 'INSERT INTO links (print, other) VALUES (?1, ?2), (?2, ?1)';
const LIST_LINKS = 'SELECT other FROM links WHERE print = ?';
const DELETE_LINKS = 'DELETE FROM links WHERE print = ? AND other = ?';
const LIST_PRINTS = 'SELECT key FROM prints WHERE story = ?';
const COUNT_ARTICLES = `SELECT count(*) AS count FROM
  (SELECT 1 FROM prints p JOIN articles a ON a.print = p.key WHERE p.story = ? LIMIT 2)`;
/** Oldest first, then by path, those without a date last. */
const LIST_ARTICLES = `SELECT a.key, a.facts, a.story, a.copies FROM prints p JOIN articles a ON a.print = p.key WHERE p.story = ?
  ORDER BY a.day = 0, a.day, a.id`;
const SET_FIRST = 'UPDATE articles SET story = ?, copies = ? WHERE key = ?';

interface StoryArticle {
  readonly key: number;
  readonly facts: Uint8Array;
  readonly story: number | null;
  readonly copies: number;
}

/**
 * Keeps articles that print the same text together while a batch goes on. A story is left out of the sums before its first change, and
 * counted anew in the end: only stories of several articles cost anything.
 */
export class StoryRows {
  readonly #database: Database;
  readonly #deltas: Deltas;
  readonly #bands: Bands;
  readonly #changed = new Set<number>();

  constructor(database: Database, deltas: Deltas) {
    this.#database = database;
    this.#deltas = deltas;
    this.#bands = new Bands(database);
  }

  /** The print of a text, new where no article has had it: the article's row must name it next. */
  add(fingerprint: readonly number[]): number | null {
    if (fingerprint.length === 0) return null;
    const bytes = toBytes(fingerprint);
    const known = this.#database.get<{ key: number; story: number }>(FIND_PRINT, hashPrint(fingerprint), bytes);
    if (known === undefined) return this.#create(fingerprint, bytes);
    this.#touch(known.story);
    return known.key;
  }

  /** Before an article of the print changes or goes. */
  touch(print: number): void {
    const story = this.#read(print)?.story;
    if (story !== undefined) this.#touch(story);
  }

  /** After an article of the print has gone. */
  drop(print: number): void {
    if (this.#database.get(IS_USED, print) !== undefined) return;
    const row = this.#read(print);
    if (row === undefined) return;
    const links = this.#listLinks(print);
    this.#database.run(DELETE_PRINT, print);
    this.#bands.delete(print, row.fingerprint);
    for (const other of links) {
      this.#database.run(DELETE_LINKS, print, other);
      this.#database.run(DELETE_LINKS, other, print);
    }
    // What hung on one other print at most held nothing together.
    if (links.length > 1) this.#split(row.story, links);
  }

  flush(): void {
    for (const story of this.#changed) {
      const articles = this.#listArticles(story);
      const isShared = articles.length > 1;
      if (isShared) this.#count(articles, 1);
      const [first] = articles;
      for (const { key, story: old, copies } of articles) {
        const [wanted, others] = [isShared ? (first?.key ?? null) : null, articles.length - 1];
        if (old !== wanted || copies !== others) this.#database.run(SET_FIRST, wanted, others, key);
      }
    }
  }

  #create(fingerprint: readonly number[], bytes: Uint8Array): number {
    const print = this.#database.insert(ADD_PRINT, hashPrint(fingerprint), bytes);
    this.#database.run(SET_STORY, print, print);
    this.#changed.add(print);
    let story = print;
    for (const other of this.#bands.add(print, fingerprint)) {
      const row = this.#read(other);
      if (row === undefined || !shareBand(fingerprint, row.fingerprint) || !isSameText(fingerprint, row.fingerprint))
        continue;
      this.#database.run(ADD_LINK, print, other);
      if (row.story === story) continue;
      this.#touch(row.story);
      this.#database.run(MERGE, row.story, story);
      story = row.story;
    }
    return print;
  }

  /** Gives each part of a story that has lost a print a story of its own. */
  #split(story: number, ends: readonly number[]): void {
    const all = this.#database.all<{ key: number }>(LIST_PRINTS, story).length;
    const seen = new Set<number>();
    for (const end of ends) {
      if (seen.has(end)) continue;
      const part = this.#collect(end);
      if (part.size === all) return;
      for (const print of part) {
        seen.add(print);
        this.#database.run(SET_STORY, end, print);
      }
      this.#changed.add(end);
    }
  }

  #collect(start: number): ReadonlySet<number> {
    const found = new Set([start]);
    // A set gives what is added while it is walked, too.
    for (const print of found) for (const other of this.#listLinks(print)) found.add(other);
    return found;
  }

  #touch(story: number): void {
    if (this.#changed.has(story)) return;
    this.#changed.add(story);
    const count = this.#database.get<{ count: number }>(COUNT_ARTICLES, story)?.count ?? 0;
    if (count > 1) this.#count(this.#listArticles(story), -1);
  }

  /** Of several articles of one story that name an actor, all but one are copies to it. */
  #count(articles: readonly StoryArticle[], sign: 1 | -1): void {
    const [actors, events] = [new Set<number>(), new Set<number>()];
    for (const article of articles) {
      const facts = unpackPlaces(article.facts);
      for (const { actor } of facts.actors) {
        if (actors.has(actor)) this.#deltas.actor(actor).copies += sign;
        actors.add(actor);
      }
      for (const { event } of facts.events) {
        if (events.has(event)) this.#deltas.event(event).copies += sign;
        events.add(event);
      }
    }
  }

  #read(print: number): { readonly story: number; readonly fingerprint: readonly number[] } | undefined {
    const row = this.#database.get<{ story: number; fingerprint: Uint8Array }>(READ_PRINT, print);
    return row && { story: row.story, fingerprint: fromBytes(row.fingerprint) };
  }

  #listLinks(print: number): readonly number[] {
    return this.#database.all<{ other: number }>(LIST_LINKS, print).map(({ other }) => other);
  }

  #listArticles(story: number): readonly StoryArticle[] {
    return this.#database.all<StoryArticle>(LIST_ARTICLES, story);
  }
}

function shareBand(a: readonly number[], b: readonly number[]): boolean {
  const bands = new Set(listBands(a));
  return listBands(b).some((band) => bands.has(band));
}

/** Two bytes a number where that is enough: a mark of the width comes first. */
function toBytes(fingerprint: readonly number[]): Uint8Array {
  const isShort = fingerprint.every((number) => number < 2 ** 16);
  const numbers = isShort ? Uint16Array.from(fingerprint) : Uint32Array.from(fingerprint);
  return Uint8Array.of(numbers.BYTES_PER_ELEMENT, ...new Uint8Array(numbers.buffer));
}

function fromBytes(bytes: Uint8Array): readonly number[] {
  const { buffer } = bytes.slice(1);
  return [...(bytes[0] === 2 ? new Uint16Array(buffer) : new Uint32Array(buffer))];
}

/** A few numbers tell prints apart; those that share them are compared. */
function hashPrint(fingerprint: readonly number[]): number {
  return hashName(fingerprint.slice(0, 8).join());
}
