import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { createFolderCorpus } from '../compose.js';
import { loadBuiltIn } from '../loadBuiltIn.js';
import { discoverCorpus } from '../node/discovery.js';
import type { CorpusService } from '../service/answers.js';
import type { CommandCall } from './command.js';
import type { Console } from './console.js';

/**
 * Opens and indexes the corpus that a call means: its argument, `--corpus`, or the one found from the current folder. Problems go to the
 * error stream; undefined when there is no such corpus, which has been said then.
 */
export async function openCorpus(call: CommandCall, console: Console): Promise<CorpusService | undefined> {
  const root = await findRoot(call, console);
  if (root === undefined) return undefined;
  const { service } = await createFolderCorpus({ root, builtIn: await loadBuiltIn() });
  await service.index();
  for (const { path, message } of service.listProblems()) await console.complain(`${path}: ${message}\n`);
  return service;
}

async function findRoot(call: CommandCall, console: Console): Promise<string | undefined> {
  const named = call.corpus ?? call.paths[0];
  if (call.paths.length > (call.corpus === undefined ? 1 : 0)) {
    await console.complain('fundstelle: name one corpus folder\n');
    return undefined;
  }
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
