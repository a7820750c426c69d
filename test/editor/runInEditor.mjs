import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/bootstrap/checkout.mjs';

/**
 * Runs the `run` of a CommonJS module inside the extension host of a VS Code that has `workspace` open, in a new profile with
 * the extension in `development` and those installed in the folder `extensions`.
 * @returns {Promise<string | undefined>} what went wrong, if anything did
 */
export async function runInEditor({ executable, entry, workspace, env, development = root, extensions }) {
  const { runTests } = await import('@vscode/test-electron');
  const profile = mkdtempSync(path.join(tmpdir(), 'fundstelle-profile-'));
  try {
    await runTests({
      vscodeExecutablePath: executable,
      extensionDevelopmentPath: development,
      extensionTestsPath: entry,
      extensionTestsEnv: env,
      launchArgs: [
        workspace,
        `--user-data-dir=${path.join(profile, 'user-data')}`,
        `--extensions-dir=${extensions ?? path.join(profile, 'extensions')}`,
      ],
    });
    return undefined;
  } catch (error) {
    return error.message;
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
