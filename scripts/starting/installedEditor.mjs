import { execFileSync } from 'node:child_process';

/** The command of an installed editor that is new enough for the extension (package.json, `engines.vscode`), if there is one. */
export function findInstalledEditor() {
  return ['code', 'codium'].find((command) => isNewEnough(askVersion(command)));
}

function askVersion(command) {
  try {
    const options = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], shell: process.platform === 'win32' };
    return execFileSync(command, ['--version'], options);
  } catch {
    return ''; // not on PATH
  }
}

function isNewEnough(output) {
  const [, major, minor] = /^(\d+)\.(\d+)\./.exec(output) ?? [];
  return Number(major) > 1 || (Number(major) === 1 && Number(minor) >= 105);
}
