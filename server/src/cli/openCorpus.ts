import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createFolderCorpus, type FolderCorpus } from '../compose.js';
import { findIndexPlace } from '../findIndexPlace.js';
import { loadBuiltIn } from '../loadBuiltIn.js';
import { discoverCorpus } from '../node/discovery.js';
import type { CorpusService } from '../service/answers.js';
import { type CommandCall, EXIT } from './command.js';
import type { Console } from './console.js';

/**
 * Opens and indexes the corpus that a call means: its argument, `--corpus`, or the one found from the current folder. Gives the exit code:
 * what `work` has left of it, with problems, which go to the error stream, or without such a corpus.
 */
export async function withCorpus(
  call: CommandCall,
  console: Console,
  work: (corpus: CorpusService) => Promise<void>,
): Promise<number> {
  const corpus = await openCorpus(call, console);
  if (corpus === undefined) return EXIT.usage;
  try {
    await work(corpus);
    return corpus.listProblems().some(({ severity }) => severity === 'error') ? EXIT.findings : EXIT.done;
  } finally {
    await corpus.close();
  }
}

/** Opens and indexes the corpus. Undefined when there is no such corpus, which has been said then. */
export async function openCorpus(call: CommandCall, console: Console): Promise<CorpusService | undefined> {
  const root = await findRoot(call, console);
  return root === undefined ? undefined : (await openFolderCorpus(root, console)).service;
}

/** Opens and indexes a corpus folder that is there; its problems have been said then. */
export async function openFolderCorpus(root: string, console: Console): Promise<FolderCorpus> {
  const index = await findIndexPlace(root);
  const corpus = await createFolderCorpus({ root, builtIn: await loadBuiltIn(), ...(index && { index }) });
  await corpus.service.index();
  for (const { path, message } of corpus.service.listProblems()) await console.complain(`${path}: ${message}\n`);
  return corpus;
}

async function findRoot(call: CommandCall, console: Console): Promise<string | undefined> {
  const named = call.corpus ?? call.paths[0];
  if (call.paths.length > (call.corpus === undefined ? 1 : 0)) {
    await console.complain('fundstelle: name one corpus folder\n');
    return undefined;
  }
  return findCorpusRoot(named, console);
}

/** The corpus folder that is named, else the one found from the current folder. Undefined when there is none, which has been said then. */
export async function findCorpusRoot(named: string | undefined, console: Console): Promise<string | undefined> {
  if (named !== undefined) return findFolder(resolve(console.folder, named), console);
  const found = await discoverCorpus(console.folder);
  if (found.kind === 'corpus') return found.root;
  await console.complain('fundstelle: no corpus.yaml here or in corpus/; name the folder with --corpus DIR\n');
  return undefined;
}

async function findFolder(folder: string, console: Console): Promise<string | undefined> {
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return folder;
  await console.complain(`fundstelle: ${folder} is not a folder\n`);
  return undefined;
}
