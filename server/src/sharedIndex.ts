import { Worker } from 'node:worker_threads';
import { pathOf } from './core/article/articleId.js';
import { findArticleFileText } from './articleFileText.js';
import { ThreadIndexer } from './node/threads/threadIndexer.js';
import type { FolderOptions } from './openFolder.js';
import type { CorpusIndex } from './service/localCorpus.js';
import { createMemoryStore } from './store/memory.js';
import { openSqliteStore, setAsideIndex } from './store/sqlite/openSqliteStore.js';
import type { SqliteStore } from './store/sqlite/sqliteTypes.js';
import { SwitchingStore } from './switchingStore.js';
import type { WorkerTask } from './worker.js';

/** Where an index is kept, and by how many threads it is made. */
export interface IndexPlace {
  /** Folder of this corpus's index. */
  readonly folder: string;
  /** The program of threads: `worker.ts`, built. */
  readonly worker: string;
  readonly threads: number;
}

export interface SharedIndexOptions {
  readonly place: IndexPlace;
  readonly corpus: FolderOptions;
  /** Makes the index that serves where none can be kept. */
  readonly createLocal: () => CorpusIndex;
}

/** A file that gives nothing for so long is given up. */
const LIMIT_MS = 60_000;
/**
 * The thread that writes holds what it knows of every file, and batches of facts. A larger young generation saves no time that could be
 * measured, but lets garbage pile up that is never missed.
 */
const INDEX_LIMITS = { maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16 };
/** What a file may need of memory before only its thread dies of it. */
const HEAP_MB = 1024;

/**
 * An index in a file that several threads and windows share: it is read here and changed in a thread. Where none can be kept, the local one
 * serves from then on; a damaged one is set aside and made anew.
 */
export function openSharedIndex({ place, corpus, createLocal }: SharedIndexOptions): CorpusIndex {
  const { folder: indexFolder, worker, threads } = place;
  const task: WorkerTask = { role: 'index', corpus, indexFolder, threads, limitMs: LIMIT_MS, heapMb: HEAP_MB };
  const switching = new SwitchingStore(createMemoryStore(), () => {
    indexer.replace('a question met a damaged page');
  });
  let reader: SqliteStore | undefined;
  const read = (): void => {
    if (reader !== undefined) return;
    const findText = (id: Parameters<typeof pathOf>[0]) => findArticleFileText(corpus.root, pathOf(id));
    reader = openSqliteStore(indexFolder, {
      mode: 'read',
      findText,
      onStale: (id) => {
        indexer.noteStale(pathOf(id));
      },
    }).store;
    if (reader) switching.use(reader);
  };
  const stopReading = (): void => {
    switching.use(createMemoryStore());
    reader?.close();
    reader = undefined;
  };
  const indexer = new ThreadIndexer({
    start: () => new Worker(worker, { workerData: task, resourceLimits: INDEX_LIMITS }),
    onOpened: read,
    onUnavailable: () => {
      stopReading();
      const local = createLocal();
      switching.use(local.store);
      return local;
    },
    onDamaged: () => {
      const generation = reader?.generation;
      stopReading();
      if (generation !== undefined) setAsideIndex(indexFolder, generation);
    },
    onClosed: stopReading,
  });
  // Answers are there before the thread is.
  read();
  return { store: switching.store, indexer, findExtracted: (id) => indexer.findExtracted(id) };
}
