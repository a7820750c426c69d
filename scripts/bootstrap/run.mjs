import { spawn } from 'node:child_process';
import { root } from './checkout.mjs';

/**
 * Runs a program in the checkout with this terminal's streams.
 * @returns {Promise<number>} its exit code; 1 when a signal ended it or it could not be started.
 */
export function run(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
    child.on('error', (error) => {
      console.error(`${command}: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

/** As `run`, but throws a `StepFailed` with `what` when the exit code is not 0. */
export async function runStep(what, command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new StepFailed(`${what} failed (exit code ${code}).`);
}

/** Something that the person at the terminal must know and that needs no stack trace. */
export class StepFailed extends Error {}

/** Runs a script's main function: an expected failure is one line on stderr, an unexpected one keeps its stack; both exit 1. */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof StepFailed ? error.message : error);
    process.exitCode = 1;
  }
}
