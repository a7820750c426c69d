import { createKnowledge, type Knowledge } from '../../server/src/core/knowledge.js';
import { readDataFolder } from '../../server/src/node/dataFolder.js';

let knowledge: Promise<Knowledge> | undefined;

/** The real word lists, compiled once for all tests. */
export function getKnowledge(): Promise<Knowledge> {
  knowledge ??= readDataFolder('server/data').then((files) => createKnowledge(files).knowledge);
  return knowledge;
}
