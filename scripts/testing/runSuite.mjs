import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../bootstrap/checkout.mjs';
import { withNodeFirst } from '../bootstrap/node24.mjs';
import { ENVIRONMENT } from './counts.cjs';

const MINUTES = 10;

/**
 * Runs one suite as a child process and gives its counts. A suite that leaves no counts, or leaves none failed but ends with
 * an error, counts as one failure: a crash must never look like success.
 */
export async function runSuite(suite, node) {
  const folder = mkdtempSync(path.join(tmpdir(), 'fundstelle-test-'));
  const file = path.join(folder, 'counts.json');
  // Tests leave nothing in the user's caches, and find nothing there.
  const env = { ...withNodeFirst(node), [ENVIRONMENT]: file, FUNDSTELLE_INDEX: path.join(folder, 'index') };
  const code = await runLimited(node, suite.command(), env);
  const counts = readCounts(file);
  rmSync(folder, { recursive: true, force: true });
  if (!counts) return { passed: 0, failed: 1, reason: `ended without a result (exit code ${code})` };
  if (code !== 0 && counts.failed === 0 && !counts.skipped)
    return { ...counts, failed: 1, reason: `exit code ${code}` };
  return counts;
}

function runLimited(node, args, env) {
  return new Promise((resolve) => {
    const child = spawn(node, args, { cwd: root, env, stdio: ['ignore', 'inherit', 'inherit'] });
    const limit = setTimeout(() => {
      console.error(`No end after ${MINUTES} minutes.`);
      child.kill('SIGKILL');
    }, MINUTES * 60_000);
    child.on('exit', (code, signal) => {
      clearTimeout(limit);
      resolve(code ?? signal);
    });
  });
}

function readCounts(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
