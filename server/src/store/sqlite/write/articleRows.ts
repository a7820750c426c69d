import type { ArticleId } from '../../../core/article/article.js';
import { pathOf } from '../../../core/article/articleId.js';
import { fold } from '../../../core/text/fold.js';
import type { EventId } from '../../ports.js';
import type { ArticleDigest, ArticleOutline, IdentifyEvent } from '../../shared/digest.js';
import { packAscending } from '../bytes.js';
import { checksumOf } from '../checksum.js';
import type { Database } from '../database.js';
import { PASSAGES_OF_DAY, toDay } from '../days.js';
import { hashName, type Names } from '../names.js';
import { getTotal } from '../read/summaries.js';
import { toEvent } from '../resolve.js';
import { packFacts, type RowFacts, unpackFacts, unpackPlaces } from '../rowFacts.js';
import { packText } from '../texts.js';
import { type TokenText, toTokens } from '../tokens.js';
import { countArticle, type Deltas, nameOutlet } from './deltas.js';
import type { Intern } from './intern.js';
import type { StoryRows } from './storyRows.js';
import { toRowFacts } from './toRowFacts.js';

/** An article that stands in the index, as far as taking it out needs it. */
export interface StoredArticle {
  readonly key: number;
  readonly id: ArticleId;
  readonly day: number;
  readonly outlet: string | null;
  readonly passage: number;
  readonly print: number | null;
  readonly facts: Uint8Array;
}

const COLUMNS = 'key, id, day, outlet, passage, print, facts';
const FIND = `SELECT ${COLUMNS} FROM articles WHERE hash = ? AND id = ?`;
const INSERT = `INSERT INTO articles (id, hash, file, pass, day, outlet, about, lines, actor_count, event_count, passage, key_base,
  key_stated, print, facts, checksum) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`;
const ABOUT = 'SELECT about, lines FROM articles WHERE key = ?';
const DELETE = 'DELETE FROM articles WHERE key = ?';
const MOVE = 'UPDATE articles SET id = ?, hash = ?, file = ?, facts = ?, checksum = ? WHERE key = ?';
const LAST_PASSAGE = 'SELECT passage, facts FROM articles WHERE passage < ? ORDER BY passage DESC LIMIT 1';
const NEXT_PASSAGE = 'SELECT 1 FROM articles WHERE passage >= ? AND passage < ? LIMIT 1';
const ADD_PASSAGE = 'INSERT INTO passages (rowid, words) VALUES (?, ?)';
const DELETE_PASSAGE = 'DELETE FROM passages WHERE rowid = ?';
const ADD_TEXT = 'INSERT INTO texts (article, text) VALUES (?, ?)';
const DELETE_TEXT = 'DELETE FROM texts WHERE article = ?';
const ADD_ACTOR = 'INSERT INTO actor_articles (actor, day, article) VALUES (?, ?, ?)';
const DELETE_ACTOR = 'DELETE FROM actor_articles WHERE actor = ? AND day = ? AND article = ?';
const ADD_EVENT = 'INSERT INTO event_articles (event, day, article) VALUES (?, ?, ?)';
const DELETE_EVENT = 'DELETE FROM event_articles WHERE event = ? AND day = ? AND article = ?';
const ADD_OFFICE = `INSERT INTO actor_offices (actor, office, day, article, start, end, count) VALUES (?, ?, ?, ?, ?, ?, 1)
  ON CONFLICT DO UPDATE SET count = count + 1`;
const DELETE_OFFICES = 'DELETE FROM actor_offices WHERE actor = ? AND office = ? AND day = ? AND article = ?';

/** The total that says how far passages lie behind their days. */
const BORROWED = 'borrowed';

const NOTHING = { about: '', lines: new Uint8Array() };

/** Where an article is put: its file, the pass that puts it, and its text. */
export interface Placement {
  readonly file: number;
  readonly pass: number;
  readonly text: string;
}

/** Puts the articles of one batch into their tables, and takes them out; sums are left to `deltas`. */
export class ArticleRows {
  readonly #database: Database;
  readonly #names: Names;
  readonly #intern: Intern;
  readonly #deltas: Deltas;
  readonly #stories: StoryRows;
  /** The ends of the blocks in which there was room last for those of a day. */
  readonly #searched = new Map<number, number>();

  constructor(
    database: Database,
    parts: { readonly names: Names; readonly intern: Intern; readonly deltas: Deltas; readonly stories: StoryRows },
  ) {
    this.#database = database;
    this.#names = parts.names;
    this.#intern = parts.intern;
    this.#deltas = parts.deltas;
    this.#stories = parts.stories;
  }

  find(id: ArticleId): StoredArticle | undefined {
    return this.#database.get<StoredArticle>(FIND, hashName(id), id);
  }

  put(digest: ArticleDigest, { file, pass, text }: Placement): void {
    const { summary, key: claim, passages } = digest;
    const { id, lineStarts, actorCount, eventCount } = summary;
    const day = toDay(summary.date);
    const tokens = passages.map((passage) => toTokens(passage.text));
    const facts = toRowFacts(digest, tokens, this.#intern);
    const packed = packFacts(facts);
    const passage = this.#addPassages(day, tokens);
    const outlet = summary.source === undefined ? null : fold(summary.source);
    const print = this.#stories.add(digest.fingerprint);
    const about = printAbout(summary);
    const lines = packAscending(lineStarts);
    const checksum = checksumOf({ id, about, lines, facts: packed, names: this.#names });
    const key = this.#database.insert(
      INSERT,
      ...[id, hashName(id), file, pass, day, outlet, about, lines, actorCount, eventCount, passage],
      ...[claim.base, claim.isStated ? 1 : 0, print, packed, checksum],
    );
    if (summary.extracted || pathOf(id) !== id) this.#database.run(ADD_TEXT, key, packText(text));
    this.#fold({ key, id, day, outlet }, facts, 1);
  }

  remove(article: StoredArticle): void {
    const facts = unpackFacts(article.facts);
    if (article.print !== null) this.#stories.touch(article.print);
    this.#fold(article, facts, -1);
    this.#searched.clear();
    for (const index of facts.passages.keys()) this.#database.run(DELETE_PASSAGE, article.passage + index);
    this.#database.run(DELETE_TEXT, article.key);
    this.#database.run(DELETE, article.key);
    if (article.print !== null) this.#stories.drop(article.print);
  }

  /** The same article under another id, in another file: some events are named after it. */
  move(article: StoredArticle, id: ArticleId, { file, identify }: { file: number; identify: IdentifyEvent }): void {
    const facts = unpackFacts(article.facts);
    if (article.print !== null) this.#stories.touch(article.print);
    this.#fold(article, facts, -1);
    const events = facts.events.map((event) => {
      const [telling] = event.tellings;
      if (telling === undefined) return event;
      return { ...event, event: this.#intern.event(identify(toEvent(telling, this.#names), { id }) as EventId) };
    });
    const moved = { ...facts, events };
    const packed = packFacts(moved);
    const { about, lines } = this.#database.get<{ about: string; lines: Uint8Array }>(ABOUT, article.key) ?? NOTHING;
    const checksum = checksumOf({ id, about, lines, facts: packed, names: this.#names });
    this.#database.run(MOVE, id, hashName(id), file, packed, checksum, article.key);
    this.#fold({ ...article, id }, moved, 1);
  }

  #addPassages(day: number, passages: readonly TokenText[]): number {
    const base = day * PASSAGES_OF_DAY;
    const first = this.#findRoom(base, passages.length);
    this.#noteBorrowed(first + passages.length - base - PASSAGES_OF_DAY);
    for (const [index, { text }] of passages.entries()) this.#database.run(ADD_PASSAGE, first + index, text);
    return first;
  }

  /** The first number behind those taken, in the block that starts at `base` or else in a later one. */
  #findRoom(base: number, size: number): number {
    for (let end = this.#searched.get(base) ?? base + PASSAGES_OF_DAY; ; end += PASSAGES_OF_DAY) {
      this.#searched.set(base, end);
      const last = this.#database.get<Pick<StoredArticle, 'passage' | 'facts'>>(LAST_PASSAGE, end);
      // An article without passages takes a number too, or two would share one.
      const taken = last === undefined ? 0 : last.passage + Math.max(1, unpackPlaces(last.facts).passages.length);
      const first = Math.max(end - PASSAGES_OF_DAY, base + 1, taken);
      // A text of very many passages needs more than a block: what lies behind it must be free, too.
      if (first + size <= end || (size > PASSAGES_OF_DAY / 2 && this.#isFree(first, size))) return first;
    }
  }

  /** How far behind its day a passage lies at the most. */
  #noteBorrowed(distance: number): void {
    const { totals } = this.#deltas;
    const known = getTotal(this.#database, BORROWED) + totals.get(BORROWED);
    if (distance > known) totals.add(BORROWED, distance - known);
  }

  #isFree(first: number, size: number): boolean {
    return this.#database.get(NEXT_PASSAGE, first, first + size) === undefined;
  }

  #fold(article: Pick<StoredArticle, 'key' | 'id' | 'day' | 'outlet'>, facts: RowFacts, sign: 1 | -1): void {
    const { key, id, day, outlet } = article;
    const isAdded = sign > 0;
    for (const { actor, offices } of facts.actors) {
      this.#database.run(isAdded ? ADD_ACTOR : DELETE_ACTOR, actor, day, key);
      for (const { office, start, end } of offices)
        if (isAdded) this.#database.run(ADD_OFFICE, actor, office, day, key, start, end);
        else this.#database.run(DELETE_OFFICES, actor, office, day, key);
    }
    for (const { event } of facts.events) this.#database.run(isAdded ? ADD_EVENT : DELETE_EVENT, event, day, key);
    const nameAlias = (alias: number): string => this.#names.nameAlias(alias);
    const counted = {
      facts,
      year: Math.floor(day / 512),
      outlet: nameOutlet(id, outlet),
      nameAlias,
    };
    countArticle(this.#deltas, counted, sign);
  }
}

/** What the article tells of itself, without what has a column. */
function printAbout(summary: ArticleOutline): string {
  const { language, extracted, title, date, source, authors, url } = summary;
  const about = [language, extracted ? 1 : 0, title, date, source, authors, url];
  while (about.at(-1) === undefined) about.pop();
  return JSON.stringify(about);
}
