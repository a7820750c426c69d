import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './checkout.mjs';
import { withNodeFirst } from './node24.mjs';
import { runNpm } from './npm.mjs';

/** Runs `npm ci` unless node_modules holds what package-lock.json asks for. */
export async function ensureInstalled(node) {
  if (isUpToDate()) return;
  console.log('Installing the packages of package-lock.json ...');
  await runNpm('npm ci', ['ci'], { env: withNodeFirst(node) });
}

/** npm writes what it has installed into node_modules/.package-lock.json: no stamp of our own can be truer. */
function isUpToDate() {
  const wanted = readPackages(path.join(root, 'package-lock.json'));
  const installed = readPackages(path.join(root, 'node_modules', '.package-lock.json'));
  const names = new Set([...Object.keys(wanted), ...Object.keys(installed)]);
  names.delete('');
  return [...names].every((name) => isSame(wanted[name], installed[name]));
}

const isSame = (wanted, installed) =>
  installed
    ? wanted?.version === installed.version && wanted.integrity === installed.integrity
    : wanted.optional === true;

function readPackages(lockFile) {
  return existsSync(lockFile) ? JSON.parse(readFileSync(lockFile, 'utf8')).packages : {};
}
