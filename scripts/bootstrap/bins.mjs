import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './checkout.mjs';

/** The JavaScript file behind a command of an installed package: `getBin('mocha')`, `getBin('typescript', 'tsc')`. */
export function getBin(name, command = name.split('/').at(-1)) {
  const folder = path.join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  return path.join(folder, typeof bin === 'string' ? bin : bin[command]);
}
