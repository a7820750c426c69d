import { createKnowledge, type Knowledge } from '../../server/src/core/knowledge.js';
import type { DataFiles } from '../../server/src/core/language/dataFiles.js';
import { readDataFolder, readTaggerModel } from '../../server/src/node/dataFolder.js';

let files: Promise<DataFiles> | undefined;
let knowledge: Promise<Knowledge> | undefined;

/** The real word lists, read once for all tests. */
export function getDataFiles(): Promise<DataFiles> {
  files ??= readDataFolder('server/data');
  return files;
}

/** The real word lists and the tagger, compiled once for all tests. */
export function getKnowledge(): Promise<Knowledge> {
  knowledge ??= Promise.all([getDataFiles(), readTaggerModel('server/data')]).then(
    ([data, model]) => createKnowledge(data, model).knowledge,
  );
  return knowledge;
}
