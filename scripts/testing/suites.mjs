import { getBin } from '../bootstrap/bins.mjs';
import { listFiles } from './listFiles.mjs';

/**
 * The suites of `npm test`, cheapest first. Each is a program: `command` gives the arguments of Node. `npm test -- NAME` takes a
 * suite's name or its group's.
 */
export const suites = [
  mochaSuite('unit'),
  mochaSuite('golden'),
  { name: 'grammar', command: () => ['scripts/testing/grammarSuite.mjs'] },
  mochaSuite('protocol'),
  mochaSuite('accuracy'),
  { name: 'neovim', group: 'editor', command: () => ['test/editor/neovim/run.mjs'] },
  { name: 'emacs', group: 'editor', command: () => ['test/editor/emacs/run.mjs'] },
  { name: 'vscode', group: 'editor', command: () => ['test/editor/runVsCode.mjs'] },
  { name: 'ui', group: 'editor', command: () => ['test/editor/ui/uiCheck.mjs'] },
  { name: 'vsix', group: 'editor', command: () => ['test/editor/vsix/run.mjs'] },
];

/** Files are listed by their sources: output of a source that is gone is not run. */
function mochaSuite(name) {
  return {
    name,
    command: () => [
      getBin('mocha'),
      ...['--reporter', 'scripts/testing/reporter.cjs', '--timeout', '20000', '--forbid-only'],
      ...listFiles(`test/${name}`, '.test.ts').map((file) => `out/${file.replace(/\.ts$/, '.js')}`),
    ],
  };
}
