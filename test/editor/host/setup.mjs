import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { tools } from '../../../scripts/bootstrap/checkout.mjs';
import { getNode, withNodeFirst } from '../../../scripts/bootstrap/node24.mjs';
import { runNpm } from '../../../scripts/bootstrap/npm.mjs';
import { StepFailed } from '../../../scripts/bootstrap/run.mjs';

/** code-server 4.139.1 carries VS Code 1.139.1, which runs on Node 24. */
const DEPENDENCIES = { 'code-server': '4.139.1', 'playwright-core': '1.65.1' };

const folder = path.join(tools, 'code-host');
const stamp = path.join(folder, `ready-${Object.values(DEPENDENCIES).join('-')}`);

/** Where the host's npm packages are. */
export const modules = path.join(folder, 'node_modules');

/** The VS Code server inside code-server. */
export const serverRoot = path.join(modules, 'code-server', 'lib', 'vscode');

/** Installs the VS Code server and Playwright below `.tools/code-host`, once; gives the Node to run the server with. */
export async function prepareCodeHost() {
  if (process.platform === 'win32') throw new StepFailed('The code host does not run on Windows.');
  const node = await getNode(([major]) => major === 24);
  if (!existsSync(stamp)) await install(node);
  return node;
}

/** Without the packages' own scripts: code-server's would compile eight native modules, of which the rest come prebuilt. */
async function install(node) {
  console.log('Bringing a VS Code server from npm into .tools/code-host (about 600 MB) ...');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ private: true, dependencies: DEPENDENCIES }));
  const args = ['install', '--ignore-scripts', '--omit=dev', '--no-package-lock'];
  const options = { env: withNodeFirst(node) };
  await runNpm('Installing code-server', [...args, '--prefix', folder], options);
  await runNpm("Installing the VS Code server's packages", [...args, '--prefix', serverRoot], options);
  await compileLogWriter(node);
  writeFileSync(stamp, '');
}

/** Wants a C++ compiler and is no condition: without it, only output channels stay empty. */
async function compileLogWriter(node) {
  const headers = path.resolve(node, '..', '..');
  const nodedir = existsSync(path.join(headers, 'include', 'node')) ? { npm_config_nodedir: headers } : {};
  const args = ['rebuild', '--prefix', serverRoot, '@vscode/spdlog', '@vscode/native-watchdog'];
  try {
    await runNpm('Compiling', args, { env: { ...withNodeFirst(node), ...nodedir }, stdio: 'ignore' });
  } catch {
    console.log('No compiler for its log writer: output channels will stay empty in the code host.');
  }
}
