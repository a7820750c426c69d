import { setImmediate } from 'node:timers/promises';
import { type MessagePort, parentPort, Worker, workerData } from 'node:worker_threads';
import { ANALYSIS_VERSION, analyse } from './core/analyse.js';
import { pathOf } from './core/article/articleId.js';
import { findArticleFileText } from './articleFileText.js';
import { loadBuiltIn } from './loadBuiltIn.js';
import { createAnalysisPool } from './node/threads/analysisPool.js';
import { serveAnalysis } from './node/threads/analysisServer.js';
import { createIndexLease } from './node/threads/indexLease.js';
import { serveIndex } from './node/threads/indexServer.js';
import type { IndexAnswer } from './node/threads/messages.js';
import { createFolderReader, type FolderOptions, openFolder } from './openFolder.js';
import { ExtractedTexts } from './service/extractedTexts.js';
import { Indexer } from './service/indexer.js';
import { createLocalAnalysis } from './service/localAnalysis.js';
import { openSqliteStore, setAsideIndex } from './store/sqlite/openSqliteStore.js';

/** What a thread is started with: the one that owns the index, or one of those that read and analyse for it. */
export type WorkerTask =
  | {
      readonly role: 'index';
      readonly corpus: FolderOptions;
      readonly indexFolder: string;
      /** How many threads analyse. */
      readonly threads: number;
      readonly limitMs: number;
      readonly heapMb: number;
    }
  | { readonly role: 'analysis'; readonly corpus: FolderOptions };

/** With V8's own choice garbage piles up: a thread took twice the memory, and was not measurably faster. */
const YOUNG_MB = 16;

if (parentPort) void run(parentPort, workerData as WorkerTask);

async function run(port: MessagePort, task: WorkerTask): Promise<void> {
  await (task.role === 'index' ? runIndex(port, task) : runAnalysis(port, task));
}

async function runIndex(port: MessagePort, task: Extract<WorkerTask, { role: 'index' }>): Promise<void> {
  const { corpus, indexFolder, threads, limitMs, heapMb } = task;
  const { store, problems } = openSqliteStore(indexFolder, {
    mode: 'write',
    findText: (id) => findArticleFileText(corpus.root, pathOf(id)),
  });
  const send = (answer: IndexAnswer): void => {
    port.postMessage(answer);
  };
  if (store === undefined) {
    send({ kind: 'unavailable', problems });
    return;
  }
  const { folder, basis } = await openFolder(corpus);
  const start = (): Worker =>
    new Worker(import.meta.filename, {
      workerData: { role: 'analysis', corpus } satisfies WorkerTask,
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: YOUNG_MB },
    });
  const pool = createAnalysisPool({ start, threads, basis, limitMs });
  const lease = createIndexLease(store);
  const pause = (): Promise<void> => setImmediate();
  const indexer = new Indexer({ store, folder, analysis: pool, version: ANALYSIS_VERSION, pause, lease });
  const setAside = (): void => {
    store.close();
    setAsideIndex(indexFolder, store.generation);
  };
  serveIndex(port, { indexer, pool, store, setAside });
  send({ kind: 'opened', problems });
}

async function runAnalysis(port: MessagePort, { corpus }: Extract<WorkerTask, { role: 'analysis' }>): Promise<void> {
  // Questions that come before all is read wait in the port.
  const [opened, builtIn] = await Promise.all([openFolder(corpus), loadBuiltIn()]);
  const { folder, authority, basis } = opened;
  const readArticles = createFolderReader(opened, builtIn.data);
  const knowledge = { ...builtIn.knowledge, authority };
  const analysis = createLocalAnalysis({ folder, readArticles, basis, analyse: (input) => analyse(input, knowledge) });
  serveAnalysis(port, analysis, new ExtractedTexts({ folder, readArticles }));
}
