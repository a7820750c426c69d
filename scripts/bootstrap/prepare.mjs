import { build } from './bundle.mjs';
import { ensureInstalled } from './install.mjs';
import { getNode } from './node24.mjs';

/** Takes a fresh clone to a built project; quick when nothing has changed. Gives the path of the Node to run things with. */
export async function prepare(kind = 'development') {
  const node = await getNode();
  await ensureInstalled(node);
  await build(node, kind);
  return node;
}
