import { runStep } from './run.mjs';

/** Runs the npm that runs us, else the one on PATH; says only what went wrong. `options` as for `spawn`. */
export async function runNpm(what, args, options) {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error', '--engine-strict=false'];
  const cli = process.env.npm_execpath;
  if (cli?.endsWith('npm-cli.js')) return runStep(what, process.execPath, [cli, ...args, ...quiet], options);
  return runStep(what, 'npm', [...args, ...quiet], { ...options, shell: process.platform === 'win32' });
}
