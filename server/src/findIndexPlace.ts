import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { findIndexHome, makeIndexFolder } from './node/indexFolder.js';
import type { IndexSettings } from './lsp/host.js';
import type { IndexPlace } from './sharedIndex.js';

const MAX_WORKERS = 16;

/**
 * Where the index of a corpus folder is kept; undefined when none is to be, or none can: without the program of threads (modules that run
 * in pieces), or where its folder cannot be made.
 */
export async function findIndexPlace(
  root: string,
  { folder, workers }: IndexSettings = {},
): Promise<IndexPlace | undefined> {
  const worker = ['worker.cjs', 'worker.js']
    .map((name) => join(import.meta.dirname, name))
    .find((path) => existsSync(path));
  const home = findIndexHome(folder);
  if (worker === undefined || home === undefined) return undefined;
  const made = await makeIndexFolder(home, root).catch(() => undefined);
  // One core is left to the editor.
  const threads = workers ?? Math.max(1, Math.min(4, availableParallelism() - 1));
  return made === undefined ? undefined : { folder: made, worker, threads: Math.min(MAX_WORKERS, threads) };
}
