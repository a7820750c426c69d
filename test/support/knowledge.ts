import { createKnowledge, type Knowledge } from '../../server/src/core/knowledge.js';
import type { DataFiles } from '../../server/src/core/language/dataFiles.js';
import { readDataFolder } from '../../server/src/node/dataFolder.js';

let files: Promise<DataFiles> | undefined;
let knowledge: Promise<Knowledge> | undefined;

/** The real word lists, read once for all tests. */
export function getDataFiles(): Promise<DataFiles> {
  files ??= readDataFolder('server/data');
  return files;
}

/** The real word lists, compiled once for all tests. */
export function getKnowledge(): Promise<Knowledge> {
  knowledge ??= getDataFiles().then((data) => createKnowledge(data).knowledge);
  return knowledge;
}
