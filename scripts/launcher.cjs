#!/usr/bin/env node
'use strict';
// Copied to dist/bin/fundstelle.cjs and dist/bin/fundstelle-server.cjs: runs the program of that name, under a newer Node
// where this one has no node:sqlite with full-text search. Plain JavaScript for any Node that can start at all.
const { spawn } = require('node:child_process');
const { existsSync, readdirSync } = require('node:fs');
const { enableCompileCache } = require('node:module');
const path = require('node:path');

const PROGRAMS = { fundstelle: '../cli.cjs', 'fundstelle-server': '../server.cjs' };
const NEEDED = 'Node.js 22.16 or newer';

const name = path.basename(__filename, '.cjs');
const [major, minor] = process.versions.node.split('.').map(Number);

if (major > 22 || (major === 22 && minor >= 16)) {
  // What was compiled once is not compiled again at each start.
  enableCompileCache();
  require(PROGRAMS[name]);
} else runUnder(findNode());

/** The Node 24 that `npm run build` has put into the checkout. */
function findNode() {
  const packages = path.join(__dirname, '..', '..', '.tools', 'node', 'node_modules');
  if (!existsSync(packages)) return undefined;
  const binary = process.platform === 'win32' ? 'node.exe' : 'node';
  return readdirSync(packages)
    .map((folder) => path.join(packages, folder, 'bin', binary))
    .find((file) => existsSync(file));
}

/** This process stays as a shell around the other: same streams, its signals passed on, the other's end passed back. */
function runUnder(node) {
  if (!node) {
    process.stderr.write(`${name}: needs ${NEEDED}; this is ${process.versions.node}.\n`);
    process.exitCode = 2;
    return;
  }
  const child = spawn(node, [__filename, ...process.argv.slice(2)], { stdio: 'inherit' });
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const passOn = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, passOn);
  child.on('error', (error) => {
    process.stderr.write(`${name}: ${node}: ${error.message}\n`);
    process.exitCode = 2;
  });
  child.on('exit', (code, signal) => {
    for (const each of signals) process.removeListener(each, passOn);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code;
  });
}
