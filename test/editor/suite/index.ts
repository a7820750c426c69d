import { readdirSync } from 'node:fs';
import path from 'node:path';
import mochaModule from 'mocha';

/** What VS Code calls in its extension host: runs the bundled `*.test.cjs` beside this file; rejects when a test fails. */
export async function run(): Promise<void> {
  const reporter = path.resolve(__dirname, '../../../scripts/testing/reporter.cjs');
  const mocha = new Mocha({ timeout: 60_000, color: false, reporter, forbidOnly: true });
  for (const file of readdirSync(__dirname).sort()) {
    if (file.endsWith('.test.cjs')) mocha.addFile(path.join(__dirname, file));
  }
  const failures = await new Promise<number>((resolve) => {
    mocha.run(resolve);
  });
  if (failures > 0) throw new Error(`${String(failures)} tests failed.`);
}

// mocha is an ES module, of which bundlers and Node give `require` the namespace or its default.
const Mocha = (mochaModule as { readonly default?: typeof mochaModule }).default ?? mochaModule;
