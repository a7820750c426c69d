import { chmod, copyFile, cp, mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { getBin } from './bins.mjs';
import { root } from './checkout.mjs';
import { runStep } from './run.mjs';

const ENTRY_POINTS = {
  extension: 'client/src/extension.ts',
  server: 'server/src/main.ts',
  cli: 'server/src/cli/main.ts',
};

/** Makes everything that package.json's `main` and `bin` point to; `kind` is `development` or `production`. */
export async function build(node, kind) {
  await runStep('The type check', node, [getBin('typescript', 'tsc'), '-b']);
  await bundle(kind);
  await copyData();
  await writeLaunchers();
}

/** CommonJS, because that is what VS Code loads an extension as. */
async function bundle(kind) {
  const esbuild = await import('esbuild');
  const { version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: ENTRY_POINTS,
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    define: { FUNDSTELLE_VERSION: JSON.stringify(version), 'import.meta.dirname': '__dirname' },
    minify: kind === 'production',
    sourcemap: kind === 'development',
    logLevel: 'warning',
  });
}

/** Word lists stay files: they are read at start, and a reader can open them. */
async function copyData() {
  const target = path.join(root, 'dist', 'data');
  await rm(target, { recursive: true, force: true });
  await cp(path.join(root, 'server', 'data'), target, { recursive: true });
}

async function writeLaunchers() {
  const folder = path.join(root, 'dist', 'bin');
  await mkdir(folder, { recursive: true });
  for (const name of ['fundstelle', 'fundstelle-server']) {
    const file = path.join(folder, `${name}.cjs`);
    await copyFile(path.join(root, 'scripts', 'launcher.cjs'), file);
    await chmod(file, 0o755);
  }
}
