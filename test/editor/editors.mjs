import { fileURLToPath } from 'node:url';
import { root } from '../../scripts/bootstrap/checkout.mjs';
import { findChromium, NO_CHROMIUM } from './host/browser.mjs';
import { prepareCodeHost } from './host/setup.mjs';

/** How long the VS Code download may stay silent before it counts as impossible. */
const DOWNLOAD_SILENCE_MS = 5000;

/**
 * The VS Code to test in: a desktop that @vscode/test-electron downloads, where there is a display and the download works,
 * else the code host. FUNDSTELLE_EDITOR (`auto`, `desktop`, `code-host`) narrows the choice.
 * @returns {Promise<{ executable: string } | { missing: string }>} `missing`: why there is none
 */
export async function findTestEditor(env = process.env) {
  const choice = env.FUNDSTELLE_EDITOR ?? 'auto';
  const desktop = choice === 'code-host' ? { missing: 'not asked for' } : await findDesktop(env);
  if (desktop.executable || choice === 'desktop') return desktop;
  if (choice === 'auto') console.log(`No VS Code desktop (${desktop.missing}): taking the code host.`);
  return findCodeHost(env);
}

/** A downloaded VS Code desktop. */
export async function findDesktop(env = process.env) {
  if (!hasDisplay(env)) return { missing: 'there is no display' };
  try {
    const { downloadAndUnzipVSCode } = await import('@vscode/test-electron');
    return {
      executable: await downloadAndUnzipVSCode({ timeout: DOWNLOAD_SILENCE_MS, extensionDevelopmentPath: root }),
    };
  } catch (error) {
    return { missing: `it could not be downloaded: ${error?.message ?? error}` };
  }
}

/** Our VS Code server behind headless Chromium. */
export async function findCodeHost(env = process.env) {
  if (!findChromium(env)) return { missing: NO_CHROMIUM };
  try {
    await prepareCodeHost();
    return { executable: fileURLToPath(new URL('host/codeHost.mjs', import.meta.url)) };
  } catch (error) {
    return { missing: error.message };
  }
}

const hasDisplay = (env) => process.platform !== 'linux' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY);
