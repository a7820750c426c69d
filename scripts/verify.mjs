import { getBin } from './bootstrap/bins.mjs';
import { ensureInstalled } from './bootstrap/install.mjs';
import { getNode, withNodeFirst } from './bootstrap/node24.mjs';
import { run, runMain, runStep } from './bootstrap/run.mjs';

await runMain(async () => {
  const node = await getNode();
  await ensureInstalled(node);
  const options = { env: withNodeFirst(node) };
  for (const [what, ...args] of listChecks()) {
    console.log(`── ${what} ──`);
    await runStep(what, node, args, options);
  }
  return run(node, ['scripts/test.mjs'], options);
});

/** Cheapest first; the first that fails ends the run. The type check is part of the build, which `npm test` starts with. */
function listChecks() {
  return [
    ['Format', getBin('@biomejs/biome'), 'format', '--max-diagnostics=20'],
    ['Layers and cycles', getBin('dependency-cruiser', 'depcruise'), 'server/src', 'client/src', 'test'],
    ['Dead code', getBin('knip')],
    ['Lint', getBin('eslint'), '.'],
  ];
}
