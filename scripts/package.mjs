import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { getBin } from './bootstrap/bins.mjs';
import { root } from './bootstrap/checkout.mjs';
import { withNodeFirst } from './bootstrap/node24.mjs';
import { prepare } from './bootstrap/prepare.mjs';
import { runMain, runStep } from './bootstrap/run.mjs';

await runMain(async () => {
  const node = await prepare('production');
  const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  const target = `dist/${name}-${version}.vsix`;
  // The bundles hold all dependencies. What goes in is listed in .vscodeignore.
  const args = [
    'package',
    '--no-dependencies',
    '--no-rewrite-relative-links',
    '--allow-missing-repository',
    '--out',
    target,
  ];
  await runStep('vsce package', node, [getBin('@vscode/vsce'), ...args], { env: withNodeFirst(node) });
  console.log(`${target}: ${Math.ceil(statSync(path.join(root, target)).size / 1024)} kB`);
});
