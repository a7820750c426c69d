#!/usr/bin/env node
// Stands in for the VS Code desktop's executable where there is none: takes the arguments that @vscode/test-electron gives it,
// opens the VS Code server's workbench in headless Chromium, has it run the tests in its Node extension host, and prints what
// the extension host prints. Unlike the desktop it has a `remoteName`, another `uiKind` and no Electron.
//
// Exit codes: 0 passed, 1 tests failed, 2 usage, 3 the server ended, 4 the browser or page ended, 5 could not start,
// 6 the extension host ended before the tests did, 124 time limit (FUNDSTELLE_HOST_SECONDS, 300), 130 signal.
// FUNDSTELLE_HOST_VERBOSE=1 prints the server's and the workbench's log as well.
import { setTimeout as sleep } from 'node:timers/promises';
import { format } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { parseCommandLine } from './commandLine.mjs';
import { startServer } from './server.mjs';
import { wrapTests } from './testEntry.mjs';

/** The workbench's own log lines. What is left is what the extension host printed. */
const NOISE = [
  /^\[(AgentHost|ChatModelSelection|AccountPolicyGate|DefaultAccount|reconnection-grace-time|Service Worker)/,
  /^(Creating a socket|Resolv(ing|ed) connection token|Updating additional builtin|Creation of workbench contribution)/,
  /^\[remote-connection\]/,
  /open-vsx\.org/,
  /^Canceled/,
  /authentication provider 'github'/,
  /^Extension host test runner exit code/,
  /Could not locate the bindings file|build\/Release\/watchdog/, // native modules that setup leaves out
];

const verbose = process.env.FUNDSTELLE_HOST_VERBOSE === '1';
const options = parseCommandLine(process.argv.slice(2));
let server;
let browser;
let ending = false;

if (!options.tests || options.developmentPaths.length === 0) {
  console.error('code host: needs --extensionDevelopmentPath=FOLDER and --extensionTestsPath=FILE');
  process.exit(2);
}
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => finish(130, signal));
const seconds = Number(process.env.FUNDSTELLE_HOST_SECONDS ?? 300);
setTimeout(() => finish(124, `no result in ${seconds} s`), 1000 * seconds);
try {
  await start();
  await finish(...(await runTests()));
} catch (error) {
  await finish(5, error?.stack ?? String(error));
}

async function start() {
  server = await startServer({
    trust: 'off',
    args: ['--enable-smoke-test-driver'], // else a built workbench does not look at the test entries of the payload
    userData: options.userData,
    extensions: options.extensions,
    onExit: (why) => finish(3, why),
  });
  browser = await launchBrowser();
  browser.on('disconnected', () => finish(4, 'the browser ended'));
}

/** Opens the page and waits for its verdict; gives exit code and reason. */
async function runTests() {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  page.on('crash', () => finish(4, 'the page crashed'));
  page.on('pageerror', (error) => verbose && console.error('[page]', error));
  await page.exposeFunction('codeAutomationLog', printLine);
  let end;
  const ended = new Promise((resolve) => {
    end = resolve;
  });
  await page.exposeFunction('codeAutomationExit', end);
  const wrapped = wrapTests(options.tests, server.scratch);
  await page.goto(server.openUrl({ ...options, payload: listPayload(wrapped.entry) }), { waitUntil: 'commit' });
  const code = await ended;
  return code === 0 && !wrapped.havePassed() ? [6, 'the extension host ended before the tests did'] : [code];
}

function listPayload(entry) {
  return [
    ...options.developmentPaths.map((folder) => ['extensionDevelopmentPath', server.remote(folder)]),
    ['extensionTestsPath', server.remote(entry)],
    ['skipWelcome', 'true'],
    ['skipReleaseNotes', 'true'],
    ...options.files.slice(0, 1).map((file) => ['openFile', server.remote(file)]),
    ...(options.disableExtensions ? [['disableExtensions', 'true']] : []),
  ];
}

function printLine(type, values) {
  const line = format(...values);
  if (!verbose && NOISE.some((pattern) => pattern.test(line))) return;
  const stream = type === 'error' || type === 'warn' ? process.stderr : process.stdout;
  stream.write(`${line}\n`);
}

async function finish(code, why) {
  if (ending) return;
  ending = true;
  if (why) console.error(`code host: ${why}`);
  await Promise.race([browser?.close().catch(() => {}), sleep(5000)]);
  await server?.stop();
  process.stdout.write('', () => process.exit(code));
}
