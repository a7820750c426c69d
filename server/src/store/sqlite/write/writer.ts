import type { ArticleId } from '../../../core/article/article.js';
import { pathOf } from '../../../core/article/articleId.js';
import type { Facts } from '../../../core/facts.js';
import type { StoreChange } from '../../ports.js';
import { digestFacts, type IdentifyEvent } from '../../shared/digest.js';
import type { Database } from '../database.js';
import { Names } from '../names.js';
import { flushActors } from './actorRows.js';
import { ArticleRows } from './articleRows.js';
import { Deltas } from './deltas.js';
import { flushEvents } from './eventRows.js';
import { FileRows } from './fileRows.js';
import { Intern } from './intern.js';
import { StoryRows } from './storyRows.js';

const ADD_TOTAL = `INSERT INTO totals (name, count) VALUES (?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count`;
const GROW = `INSERT INTO totals (name, count) VALUES ('revision', 1) ON CONFLICT DO UPDATE SET count = count + 1`;

/** Makes all changes in order, in one transaction. */
export function applyChanges(database: Database, changes: readonly StoreChange[], identify: IdentifyEvent): void {
  database.write(() => {
    const batch = new Batch(database, identify);
    for (const change of changes) batch.apply(change);
    batch.flush();
  });
}

/** One article alone: what its file gives is not touched otherwise. */
export function putArticle(database: Database, facts: Facts, identify: IdentifyEvent): void {
  const path = pathOf(facts.article.id);
  applyChanges(database, [{ kind: 'put', facts, path, pass: 0 }], identify);
}

export function removeArticle(database: Database, id: ArticleId, identify: IdentifyEvent): void {
  database.write(() => {
    const batch = new Batch(database, identify);
    if (batch.remove(id)) batch.flush();
  });
}

/** The changes of one transaction: rows of articles change at once, sums in the end. */
class Batch {
  readonly #database: Database;
  readonly #identify: IdentifyEvent;
  readonly #deltas = new Deltas();
  readonly #names: Names;
  readonly #intern: Intern;
  readonly #stories: StoryRows;
  readonly #articles: ArticleRows;
  readonly #files: FileRows;

  constructor(database: Database, identify: IdentifyEvent) {
    this.#database = database;
    this.#identify = identify;
    this.#names = new Names(database);
    this.#intern = new Intern(database, this.#names);
    this.#stories = new StoryRows(database, this.#deltas);
    const parts = { names: this.#names, intern: this.#intern, deltas: this.#deltas, stories: this.#stories };
    this.#articles = new ArticleRows(database, parts);
    this.#files = new FileRows(database);
  }

  apply(change: StoreChange): void {
    switch (change.kind) {
      case 'put':
        this.#put(change);
        break;
      case 'finish':
        for (const id of this.#files.finish(change.file, change.pass)) this.remove(id);
        break;
      case 'forget':
        this.#forget(change.path);
        break;
      case 'rename':
        this.#rename(change);
        break;
    }
  }

  /** Whether there was such an article. */
  remove(id: ArticleId): boolean {
    const known = this.#articles.find(id);
    if (known === undefined) return false;
    this.#articles.remove(known);
    this.#files.dropUnused(pathOf(id));
    return true;
  }

  flush(): void {
    // Stories change the sums of actors and events: they come first.
    this.#stories.flush();
    flushEvents(this.#database, this.#deltas, this.#names);
    flushActors(this.#database, this.#deltas, this.#intern);
    for (const [name, count] of this.#deltas.totals.entries()) this.#database.run(ADD_TOTAL, name, count);
    this.#database.run(GROW);
  }

  #put({ facts, path, pass }: StoreChange & { readonly kind: 'put' }): void {
    const known = this.#articles.find(facts.article.id);
    if (known !== undefined) this.#articles.remove(known);
    const digest = digestFacts(facts, this.#identify);
    this.#articles.put(digest, { file: this.#files.hold(path), pass, text: facts.article.text });
  }

  #forget(path: string): void {
    for (const id of this.#files.listArticles(path)) this.remove(id);
    this.#files.delete(path);
  }

  #rename({ from, to, stamp }: StoreChange & { readonly kind: 'rename' }): void {
    if (!this.#files.isFinished(from)) return;
    if (to !== from) this.#forget(to);
    const file = this.#files.move(from, to, stamp);
    for (const id of this.#files.listArticles(to)) {
      const article = this.#articles.find(id);
      const newId = `${to}${id.slice(from.length)}` as ArticleId;
      if (article) this.#articles.move(article, newId, { file, identify: this.#identify });
    }
  }
}
