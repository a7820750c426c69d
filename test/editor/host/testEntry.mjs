import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * VS Code reports exit code 0 when a remote extension host is killed in mid-test. So the tests run behind this module, which
 * leaves a file when they have passed: no file, no success.
 * @param {string} tests the module that exports `run`
 * @param {string} folder where entry and file go
 */
export function wrapTests(tests, folder) {
  const done = path.join(folder, 'tests-passed');
  const entry = path.join(folder, 'entry.cjs');
  writeFileSync(entry, printEntry(path.resolve(tests), done));
  return { entry, havePassed: () => existsSync(done) };
}

const printEntry = (tests, done) => `
exports.run = async () => {
  const module = await import(${JSON.stringify(pathToFileURL(tests).href)});
  const run = module.run ?? module.default?.run;
  if (typeof run !== 'function') throw new Error(${JSON.stringify(`${tests} exports no run()`)});
  await run();
  require('node:fs').writeFileSync(${JSON.stringify(done)}, '');
};
`;
