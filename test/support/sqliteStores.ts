import type { ArticleId } from '../../server/src/core/article/article.js';
import { openSqliteStore, type SqliteStoreOptions } from '../../server/src/store/sqlite/openSqliteStore.js';
import type { SqliteStore } from '../../server/src/store/sqlite/sqliteTypes.js';

/** The texts of what was put, as their files would give them. */
export type Texts = Map<ArticleId, string>;

/** A store in a new folder that finds the texts of what was put into it. */
export function openTestStore(folder: string, options: Partial<SqliteStoreOptions> = {}): SqliteStore {
  const texts: Texts = new Map();
  const { store, problems } = openSqliteStore(folder, { mode: 'write', findText: (id) => texts.get(id), ...options });
  if (store === undefined) throw new Error(problems.map(({ message }) => message).join(' '));
  return withTexts(store, texts);
}

/** The same store; the texts of what is put are noted. */
export function withTexts(store: SqliteStore, texts: Texts): SqliteStore {
  const [put, apply] = [store.put.bind(store), store.apply.bind(store)];
  store.put = (facts) => {
    texts.set(facts.article.id, facts.article.text);
    return put(facts);
  };
  store.apply = (changes) => {
    for (const change of changes) {
      if (change.kind === 'put') texts.set(change.facts.article.id, change.facts.article.text);
      if (change.kind === 'rename') move(texts, change.from, change.to);
    }
    return apply(changes);
  };
  return store;
}

function move(texts: Texts, from: string, to: string): void {
  for (const [id, text] of [...texts])
    if (id === from || id.startsWith(`${from}#`)) texts.set(`${to}${id.slice(from.length)}` as ArticleId, text);
}
