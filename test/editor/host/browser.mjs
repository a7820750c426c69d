import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { modules } from './setup.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Path of an installed Chromium: FUNDSTELLE_BROWSER, else the first on PATH; undefined when there is none. */
export function findChromium(env = process.env) {
  if (env.FUNDSTELLE_BROWSER) return env.FUNDSTELLE_BROWSER;
  const folders = (env.PATH ?? '').split(path.delimiter);
  return NAMES.flatMap((name) => folders.map((folder) => path.join(folder, name))).find((file) => existsSync(file));
}

/** What to tell somebody whose machine has none. */
export const NO_CHROMIUM = 'Chromium is not installed (Debian: apt-get install chromium)';

/** Starts headless Chromium, in which nothing but 127.0.0.1 can be resolved. */
export function launchBrowser() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error(NO_CHROMIUM);
  const { chromium } = createRequire(path.join(modules, 'x.js'))('playwright-core');
  return chromium.launch({
    executablePath,
    headless: true,
    // Playwright would end this process before the server is stopped.
    ...{ handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false },
    args: [
      '--no-sandbox', // only pages from 127.0.0.1 are opened, and CI runs as root
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
}
