import { chmod, copyFile, cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { getBin } from './bins.mjs';
import { root } from './checkout.mjs';
import { runStep } from './run.mjs';

const ENTRY_POINTS = {
  extension: 'client/src/extension.ts',
  server: 'server/src/main.ts',
  cli: 'server/src/cli/main.ts',
  worker: 'server/src/worker.ts',
};

/** What is imported only when it is needed stands in files of its own: half a second of start would go into reading PDF's library. */
const LAZY_MODULES = {
  html: 'server/src/formats/html.ts',
  documents: 'server/src/formats/documents.ts',
  bibtex: 'server/src/formats/references/bibtex.ts',
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
    entryPoints: { ...ENTRY_POINTS, ...LAZY_MODULES },
    outdir: 'dist',
    outExtension: { '.js': '.cjs' },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node22',
    external: ['vscode'],
    plugins: [withoutNetwork, lazily],
    mainFields: ['module', 'main'],
    define: {
      FUNDSTELLE_VERSION: JSON.stringify(version),
      'import.meta.dirname': '__dirname',
      'import.meta.filename': '__filename',
    },
    minify: kind === 'production',
    sourcemap: kind === 'development',
    logLevel: 'warning',
  });
}

/**
 * citation-js can fetch what references point to. Nothing here may, so what it fetches with stays out of the bundles: that is a third of
 * its size, too.
 */
const withoutNetwork = {
  name: 'without-network',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:node|sync)-fetch$/ }, ({ path: name }) => ({ path: name, namespace: 'without-network' }));
    onLoad({ filter: /./, namespace: 'without-network' }, () => ({
      contents:
        'export class Headers {}\nexport default function fetch() { throw new Error("nothing is fetched here"); }',
    }));
  },
};

/** Lets `import('./module.js')` load the module's file, beside the one that asks. */
const lazily = {
  name: 'lazily',
  setup({ onResolve }) {
    onResolve({ filter: /^\./ }, ({ kind, path: module }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = path.basename(module, '.js');
      if (!Object.hasOwn(LAZY_MODULES, name)) throw new Error(`${module} is no lazy module`);
      return { path: `./${name}.cjs`, external: true };
    });
  },
};

/** Word lists stay files: they are read at start, and a reader can open them. The lexicon is compiled as well, for it is large. */
async function copyData() {
  const target = path.join(root, 'dist', 'data');
  await rm(target, { recursive: true, force: true });
  // What the tagger was trained on is not shipped.
  const isShipped = (file) => !['annotated', 'third-party'].includes(path.basename(file));
  await cp(path.join(root, 'server', 'data'), target, { recursive: true, filter: isShipped });
  const { COMPILED_LEXICON, compileLexicon } = await importBuilt('core/actors/lexicon.js');
  const { readDataFolder } = await importBuilt('node/dataFolder.js');
  await writeFile(path.join(target, COMPILED_LEXICON), compileLexicon(await readDataFolder(target)));
}

/** A module of the server as the type check has just left it. */
function importBuilt(module) {
  return import(pathToFileURL(path.join(root, 'out', 'server', 'src', module)).href);
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
