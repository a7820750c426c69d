import { spawn } from 'node:child_process';
import { writeCounts } from '../../scripts/testing/counts.cjs';

const LIMIT_MS = 120_000;

/**
 * Runs a program that prints its results in the Test Anything Protocol (`ok …`, `not ok …`, at the end `1..N`), shows what it
 * prints and leaves the counts. A plan that is missing or not kept is a failure.
 */
export async function runTap(command, args, env) {
  const { output, code } = await capture(command, args, { ...process.env, ...env });
  const passed = count(output, /^ok /gm);
  const failed = count(output, /^not ok /gm);
  const planned = Number(/^1\.\.(\d+)$/m.exec(output)?.[1]);
  const broken = planned !== passed + failed;
  if (broken) console.error(`${command} ended before its tests did (exit code ${code}).`);
  writeCounts({ passed, failed: failed + (broken ? 1 : 0) });
  process.exitCode = failed > 0 || broken ? 1 : 0;
}

const count = (text, pattern) => [...text.matchAll(pattern)].length;

function capture(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
    const limit = setTimeout(() => child.kill('SIGKILL'), LIMIT_MS);
    let output = '';
    const take = (data) => {
      process.stdout.write(data);
      output += data;
    };
    child.stdout.on('data', take);
    child.stderr.on('data', take);
    child.on('error', () => resolve({ output, code: 127 }));
    child.on('close', (code) => {
      clearTimeout(limit);
      resolve({ output: output.replaceAll('\r', ''), code });
    });
  });
}
