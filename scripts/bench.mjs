import { prepare } from './bootstrap/prepare.mjs';
import { run, runMain } from './bootstrap/run.mjs';

const BENCHES = [
  'main',
  'wordLists.bench',
  'typing.bench',
  'readers.bench',
  'storeAt.bench',
  'build.bench',
  'start.bench',
];

// `npm run bench` runs all of them with their defaults, `npm run bench -- storeAt 100000` one with its arguments.
await runMain(async () => {
  const [name, ...args] = process.argv.slice(2);
  const chosen = BENCHES.filter((bench) => name === undefined || bench.replace('.bench', '') === name);
  const node = await prepare();
  let worst = chosen.length === 0 ? 2 : 0;
  for (const bench of chosen) worst = Math.max(worst, await run(node, [`out/test/bench/${bench}.js`, ...args]));
  return worst;
});
