import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createKnowledge, type Knowledge } from './core/knowledge.js';
import type { DataFiles } from './core/language/dataFiles.js';
import { readDataFolder, readTaggerModel } from './node/dataFolder.js';

/** What comes with the program: the word lists, and what the analysis knows from them. */
export interface BuiltIn {
  readonly data: DataFiles;
  readonly knowledge: Knowledge;
}

/**
 * Reads and compiles the word lists and the tagger that come with the program. Rejects when they are not there: without them nothing can be
 * recognised, and an index of nothing would look like an empty corpus.
 */
export async function loadBuiltIn(): Promise<BuiltIn> {
  const folder = findDataFolder();
  const [data, model] = await Promise.all([readDataFolder(folder), readTaggerModel(folder)]);
  return { data, knowledge: createKnowledge(data, model).knowledge };
}

/** Beside the bundle, or in the sources when the modules run unbundled from `out/server/src`. */
function findDataFolder(): string {
  const beside = join(import.meta.dirname, 'data');
  return existsSync(beside) ? beside : join(import.meta.dirname, '..', '..', '..', 'server', 'data');
}
