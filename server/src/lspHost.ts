import { resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { createFolderCorpus } from './compose.js';
import { decode } from './core/text/decode.js';
import type { BuiltIn } from './loadBuiltIn.js';
import type { CorpusHost, OpenCorpus, WantedCorpus } from './lsp/host.js';
import { readWithin } from './node/corpusFolder.js';
import { discoverCorpus } from './node/discovery.js';

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

async function open({ uri, folder, drafts, locale }: WantedCorpus, builtIn: BuiltIn): Promise<OpenCorpus> {
  const root = fileURLToPath(uri);
  const draftsBase = folder === undefined ? undefined : findPath(folder);
  const corpus = await createFolderCorpus({ root, builtIn, locale, drafts, ...(draftsBase && { draftsBase }) });
  return {
    uri,
    service: corpus.service,
    includes: (path) => corpus.folder.includes(path),
    ownFiles: corpus.ownFiles,
    findText: async (path) => {
      const read = await readWithin(root, path);
      return 'bytes' in read ? decode(read.bytes).text : undefined;
    },
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
