import type { ArticleId } from '../../../core/article/article.js';
import type { Problem } from '../../../core/problem.js';
import type { IndexedFile } from '../../ports.js';
import type { Database } from '../database.js';
import { hashName } from '../names.js';
import { parseList } from '../stored.js';

const FIND = 'SELECT key, stamp, problems FROM files WHERE path_hash = ? AND path = ?';
const ADD = 'INSERT INTO files (path, path_hash) VALUES (?, ?)';
const FINISH = 'UPDATE files SET stamp = ?, hash = ?, version = ?, problems = ? WHERE key = ?';
const MOVE = 'UPDATE files SET path = ?, path_hash = ?, stamp = ?, problems = ? WHERE key = ?';
const DELETE = 'DELETE FROM files WHERE key = ?';
const DELETE_UNUSED = `DELETE FROM files WHERE key = ? AND stamp IS NULL
  AND NOT EXISTS (SELECT 1 FROM articles WHERE articles.file = files.key)`;
const LIST_ARTICLES = 'SELECT id FROM articles WHERE file = ? ORDER BY key';
const LIST_OLDER = 'SELECT id FROM articles WHERE file = ? AND pass < ? ORDER BY key';

/** Which files were indexed; one that is not finished has no stamp. */
export class FileRows {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** The key of a file, new where it was not known. */
  hold(path: string): number {
    return this.#find(path)?.key ?? this.#database.insert(ADD, path, hashName(path));
  }

  /** Gives the articles of earlier passes. */
  finish({ path, stamp, hash, version, problems }: IndexedFile, pass: number): readonly ArticleId[] {
    const key = this.hold(path);
    this.#database.run(FINISH, stamp, hash, version, JSON.stringify(problems), key);
    return this.#database.all<{ id: ArticleId }>(LIST_OLDER, key, pass).map(({ id }) => id);
  }

  isFinished(path: string): boolean {
    return typeof this.#find(path)?.stamp === 'string';
  }

  /** Gives the file's key. */
  move(from: string, to: string, stamp: string): number {
    const row = this.#find(from);
    const problems = (parseList(row?.problems ?? '') as readonly Problem[]).map((each) => ({ ...each, path: to }));
    this.#database.run(MOVE, to, hashName(to), stamp, JSON.stringify(problems), row?.key ?? 0);
    return row?.key ?? 0;
  }

  delete(path: string): void {
    this.#database.run(DELETE, this.#find(path)?.key ?? 0);
  }

  /** A file that was never finished is known by its articles alone. */
  dropUnused(path: string): void {
    this.#database.run(DELETE_UNUSED, this.#find(path)?.key ?? 0);
  }

  listArticles(path: string): readonly ArticleId[] {
    return this.#database.all<{ id: ArticleId }>(LIST_ARTICLES, this.#find(path)?.key ?? 0).map(({ id }) => id);
  }

  #find(
    path: string,
  ): { readonly key: number; readonly stamp: string | null; readonly problems: string | null } | undefined {
    return this.#database.get(FIND, hashName(path), path);
  }
}
