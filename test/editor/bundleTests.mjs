import { rmSync } from 'node:fs';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { root } from '../../scripts/bootstrap/checkout.mjs';

/** Makes each TypeScript file one CommonJS file in `out/editor/NAME/`, as an extension host loads it; gives that folder. */
export async function bundleTests(name, files) {
  const outdir = path.join(root, 'out', 'editor', name);
  rmSync(outdir, { recursive: true, force: true });
  await esbuild.build({
    absWorkingDir: root,
    entryPoints: files,
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
  return outdir;
}
