import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createKnowledge, type Knowledge } from './core/knowledge.js';
import { readDataFolder } from './node/dataFolder.js';

/**
 * Reads and compiles the word lists that come with the program. Rejects when they are not there: without them nothing can be
 * recognised, and an index of nothing would look like an empty corpus.
 */
export async function loadKnowledge(): Promise<Knowledge> {
  return createKnowledge(await readDataFolder(findDataFolder())).knowledge;
}

/** Beside the bundle, or in the sources when the modules run unbundled from `out/server/src`. */
function findDataFolder(): string {
  const beside = join(import.meta.dirname, 'data');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', '..', '..', 'server', 'data');
}
