import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createArticleReader } from '../../server/src/formats/articleReader.js';
import { createCorpusFolder } from '../../server/src/node/corpusFolder.js';
import { createIndexLease } from '../../server/src/node/threads/indexLease.js';
import { Indexer } from '../../server/src/service/indexer.js';
import { createLocalAnalysis } from '../../server/src/service/localAnalysis.js';
import type { StoreChange } from '../../server/src/store/ports.js';
import { openSqliteStore } from '../../server/src/store/sqlite/openSqliteStore.js';
import type { SqliteStore } from '../../server/src/store/sqlite/sqliteTypes.js';
import { createDictionaryAnalysis } from './dictionaryAnalysis.js';

/** What the made-up articles name. */
export const NAMES = {
  'person:boris gross': ['Boris Groß', 'Groß'],
  'person:eva mueller': ['Eva Müller', 'Müller'],
  'country:RU': ['Russland', 'Moskau'],
  'organization:nato': ['Nato'],
} as const;
const analyse = createDictionaryAnalysis(NAMES, { Gipfel: 'CONSULT', Angriff: 'ASSAULT' });

/** The index of the articles below `root`, opened for writing; fails when something was wrong with it. */
export function openIndex(root: string, folder: string): SqliteStore {
  const { store, problems } = openSqliteStore(folder, {
    mode: 'write',
    findText: (id) => readFileSync(join(root, id), 'utf8'),
  });
  if (store === undefined || problems.length > 0) throw new Error(problems.map(({ message }) => message).join(' '));
  return store;
}

/** Brings the index up to date, with the lease that windows share; `onKept` is called after each transaction. */
export async function keepIndex(
  root: string,
  store: SqliteStore,
  { pauseMs = 0, onKept }: { readonly pauseMs?: number; readonly onKept?: (paths: readonly string[]) => void } = {},
): Promise<void> {
  const folder = createCorpusFolder({ root, include: ['**/*.txt'], exclude: [] });
  const readArticles = createArticleReader({ data: new Map() });
  const analysis = createLocalAnalysis({ folder, readArticles, analyse });
  const told = onKept === undefined ? store : tellKept(store, onKept);
  const pause = (): Promise<void> => sleep(pauseMs);
  const indexer = new Indexer({ store: told, folder, analysis, pause, version: 1, lease: createIndexLease(store) });
  await indexer.index({});
  const [problem] = indexer.listProblems();
  if (problem) throw new Error(problem.message);
}

function tellKept(store: SqliteStore, onKept: (paths: readonly string[]) => void): SqliteStore {
  const apply = store.apply.bind(store);
  store.apply = async (changes) => {
    await apply(changes);
    onKept(changes.flatMap(listPut));
  };
  return store;
}

function listPut(change: StoreChange): readonly string[] {
  return change.kind === 'put' ? [change.facts.article.id] : [];
}

/** Where a corpus folder keeps articles and index. */
export function placesIn(folder: string): { readonly root: string; readonly index: string } {
  return { root: join(folder, 'corpus'), index: join(folder, 'index') };
}
