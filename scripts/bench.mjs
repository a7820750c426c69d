import { prepare } from './bootstrap/prepare.mjs';
import { run, runMain } from './bootstrap/run.mjs';

await runMain(async () => {
  const node = await prepare();
  return run(node, ['out/test/bench/main.js', ...process.argv.slice(2)]);
});
