import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { prepareCodeHost, serverRoot } from './setup.mjs';

/** What a window for a demonstration or a test should not do by itself. Written only where the profile has no settings yet. */
const QUIET_SETTINGS = {
  'chat.disableAIFeatures': true,
  'workbench.startupEditor': 'none',
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'git.enabled': false,
  'npm.fetchOnlinePackageInfo': false,
  'typescript.disableAutomaticTypeAcquisition': true,
  'json.schemaDownload.enable': false,
  'editor.unicodeHighlight.nonBasicASCII': false, // else restricted mode frames every umlaut
};

/** Variables of a VS Code around us, which would tie the server to that one. */
const FOREIGN = /^(ELECTRON_|VSCODE_(IPC|CWD|NLS|CODE_CACHE|ESM|PID|AGENT))/;

const verbose = process.env.FUNDSTELLE_HOST_VERBOSE === '1';

/**
 * Starts the VS Code server on a free port of 127.0.0.1, behind a random connection token.
 * @param {object} options
 * @param {'ask' | 'off'} [options.trust] `off` switches workspace trust off: for tests only
 * @param {readonly string[]} [options.args] more arguments for the server
 * @param {string} [options.extension] folder of an extension to install, as a link
 * @param {string} [options.userData] @param {string} [options.extensions] folders; default: new ones
 * @param {Record<string, string>} [options.env] more environment for the extension host
 * @param {(why: string) => void} [options.onExit] called when the server ends without `stop`
 */
export async function startServer(options = {}) {
  const node = await prepareCodeHost();
  const scratch = mkdtempSync(path.join(tmpdir(), 'code-host-'));
  const token = randomBytes(16).toString('hex');
  const child = spawn(node, listArguments(scratch, token, options), {
    env: makeEnvironment(scratch, options.env),
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const stop = makeStop(child, scratch);
  try {
    const port = await waitForPort(child, (why) => stop.isUnderWay() || options.onExit?.(why));
    return { ...makeAddresses(`127.0.0.1:${port}`, token), stop, scratch };
  } catch (error) {
    await stop();
    throw error;
  }
}

function listArguments(scratch, token, { trust = 'ask', args = [], userData, extensions, extension }) {
  const folders = {
    'user-data-dir': path.resolve(userData ?? path.join(scratch, 'user-data')),
    'extensions-dir': path.resolve(extensions ?? path.join(scratch, 'extensions')),
    'server-data-dir': path.join(scratch, 'server-data'),
  };
  mkdirSync(folders['extensions-dir'], { recursive: true });
  if (extension) symlinkSync(extension, path.join(folders['extensions-dir'], path.basename(extension)));
  writeQuietSettings(path.join(folders['user-data-dir'], 'User'));
  const tokenFile = path.join(scratch, 'token');
  writeFileSync(tokenFile, token, { mode: 0o600 }); // an argument could be read by every user of the machine
  return [
    path.join(serverRoot, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', '0', '--connection-token-file', tokenFile],
    ...['--accept-server-license-terms', '--disable-telemetry', '--telemetry-level', 'off', '--disable-experiments'],
    '--disable-getting-started-override',
    ...(trust === 'off' ? ['--disable-workspace-trust'] : []),
    // It ends by itself, five minutes later, should this process be killed.
    ...['--reconnection-grace-time', '5', '--enable-remote-auto-shutdown'],
    ...Object.entries(folders).flatMap(([name, folder]) => [`--${name}`, folder]),
    ...args,
  ];
}

function writeQuietSettings(folder) {
  const file = path.join(folder, 'settings.json');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(QUIET_SETTINGS, null, 2));
}

function makeEnvironment(scratch, more) {
  const own = Object.entries(process.env).filter(([name]) => !FOREIGN.test(name));
  return { ...Object.fromEntries(own), XDG_RUNTIME_DIR: scratch, ...more };
}

/** Stops the server's whole process group, the hard way after three seconds, and removes its scratch folder. */
function makeStop(child, scratch) {
  let underWay = false;
  const signal = (name) => {
    try {
      return process.kill(-child.pid, name);
    } catch {
      return false; // it is gone
    }
  };
  process.on('exit', () => underWay || signal('SIGTERM'));
  const stop = async () => {
    if (underWay) return;
    underWay = true;
    signal('SIGTERM');
    for (let round = 0; round < 30 && signal(0); round++) await sleep(100);
    signal('SIGKILL');
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  };
  return Object.assign(stop, { isUnderWay: () => underWay });
}

function waitForPort(child, onExit) {
  return new Promise((resolve, reject) => {
    let output = '';
    const take = (data) => {
      if (verbose) process.stderr.write(data);
      output = (output + data).slice(-3000);
      const port = /Web UI available at http:\/\/[^:]+:(\d+)/.exec(output)?.[1];
      if (port) resolve(port);
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      const why = `the VS Code server ended (${code ?? signal})`;
      reject(new Error(`${why}\n${output}`));
      onExit(why);
    });
  });
}

function makeAddresses(authority, token) {
  return {
    /** The URI under which the workbench knows a file or folder of this machine. */
    remote: (file) => `vscode-remote://${authority}${pathToFileURL(path.resolve(file)).pathname}`,
    /** The URL of the workbench with a folder or a `.code-workspace` file open; `payload` as the workbench takes it. */
    openUrl({ folder, workspace, payload = [] }) {
      const query = new URLSearchParams({ tkn: token });
      if (workspace) query.set('workspace', path.resolve(workspace));
      else if (folder) query.set('folder', path.resolve(folder));
      else query.set('ew', 'true');
      query.set('payload', JSON.stringify(payload));
      return `http://${authority}/?${query}`;
    },
  };
}
