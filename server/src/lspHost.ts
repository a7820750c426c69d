import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createFolderCorpus } from './compose.js';
import { findArticleFileText } from './articleFileText.js';
import { findIndexPlace } from './findIndexPlace.js';
import type { BuiltIn } from './loadBuiltIn.js';
import type { CorpusHost, OpenCorpus, WantedCorpus } from './lsp/host.js';
import { discoverCorpus } from './node/discovery.js';
import { watchFolder } from './node/folderWatcher.js';

export interface LspHostOptions {
  readonly version: string;
  /** Gives what is built in; asked for when the first corpus is opened, so that the server answers at once. */
  readonly loadBuiltIn: () => Promise<BuiltIn>;
  /** The folder that the command line names, absolute or relative to the current one. */
  readonly corpus?: string;
}

/** The shell's view of this machine: folders of `file:` URIs become corpora. */
export function createLspHost({ version, loadBuiltIn, corpus }: LspHostOptions): CorpusHost {
  let builtIn: Promise<BuiltIn> | undefined;
  return {
    version,
    ...(corpus === undefined ? {} : { fallback: toUri(resolve(corpus)) }),
    discover: async (folder, named) => {
      const path = findPath(folder);
      if (path === undefined) return {};
      const found = await discoverCorpus(path, named);
      if (found.kind === 'none') return found.problem === undefined ? {} : { problem: found.problem };
      return { [found.kind]: toUri(found.root) };
    },
    open: async (wanted) => open(wanted, await (builtIn ??= loadBuiltIn())),
  };
}

async function open(
  { uri, folder, drafts, hidden, locale, index }: WantedCorpus,
  builtIn: BuiltIn,
): Promise<OpenCorpus> {
  const root = fileURLToPath(uri);
  const draftsBase = folder === undefined ? undefined : findPath(folder);
  const place = await findIndexPlace(root, index);
  const corpus = await createFolderCorpus({
    root,
    builtIn,
    locale,
    // What the editor hides is no more an article than a draft is; a folder is hidden with all that is in it.
    drafts: [...drafts, ...hidden.flatMap((glob) => [glob, `${glob}/**`])],
    ...(draftsBase && { draftsBase }),
    ...(place && { index: place }),
  });
  return {
    uri,
    service: corpus.service,
    addArticle: corpus.addArticle,
    includes: (path) => corpus.folder.includes(path),
    authorityPath: corpus.settings.authority,
    ownFiles: corpus.ownFiles,
    watch: (onChange) => watchCorpus(root, onChange),
    findText: (path) => findArticleFileText(root, path),
  };
}

/** What cannot be watched is looked at so often. */
const RESCAN_MS = 30_000;

function watchCorpus(root: string, onChange: (paths: readonly string[]) => void): () => void {
  let rescan: NodeJS.Timeout | undefined;
  // The folder itself stands for all that is in it.
  const onOverflow = (): void => {
    rescan ??= setInterval(() => {
      onChange(['']);
    }, RESCAN_MS).unref();
  };
  const stop = watchFolder({ root, onChange, onOverflow });
  return () => {
    clearInterval(rescan);
    stop();
  };
}

/** The path that a `file:` URI names; undefined for what is not on this machine. */
function findPath(uri: string): string | undefined {
  try {
    return fileURLToPath(uri);
  } catch {
    return undefined;
  }
}

function toUri(path: string): string {
  return pathToFileURL(path).href;
}
