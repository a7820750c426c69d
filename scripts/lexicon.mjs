import path from 'node:path';
import { root } from './bootstrap/checkout.mjs';
import { getNode } from './bootstrap/node24.mjs';
import { run, runMain } from './bootstrap/run.mjs';
import { bringPackages } from './lexicon/packages.mjs';

/** Nodes that read the core's TypeScript as it is: the tables are folded and sifted with the core's own functions. */
const stripsTypes = ([major, minor]) => major > 23 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);

// Compiles the derived tables of server/data from npm packages; with --check only says whether they are what would be written.
await runMain(async () => {
  const node = await getNode(stripsTypes);
  await bringPackages(node);
  return run(node, [path.join(root, 'scripts', 'lexicon', 'compile.mjs'), ...process.argv.slice(2)]);
});
