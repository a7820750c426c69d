import { realpath, stat } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Problem } from '../core/problem.js';
import { SETTINGS_FILE } from './corpusSettings.js';

/** Where a writer named a corpus folder: only what the user says for all workspaces may lead out of a workspace. */
export interface NamedCorpus {
  readonly path: string;
  readonly namedBy: 'user' | 'workspace';
}

/** Which corpus belongs to a workspace folder. A bare `corpus/` is offered, not taken. */
export type Discovery =
  | { readonly kind: 'corpus'; readonly root: string }
  | { readonly kind: 'offer'; readonly root: string }
  | { readonly kind: 'none'; readonly problem?: Problem };

/**
 * Finds the corpus of a workspace folder (absolute path): the named one, else the folder of a `corpus.yaml` at its root or in
 * `corpus/`. A named corpus that is not there, or leads out without the user's word, is a problem and not replaced by another.
 */
export async function discoverCorpus(workspaceFolder: string, named?: NamedCorpus): Promise<Discovery> {
  if (named !== undefined) return discoverNamed(workspaceFolder, named);
  const inside = join(workspaceFolder, 'corpus');
  for (const root of [workspaceFolder, inside])
    if ((await findKind(join(root, SETTINGS_FILE))) === 'file') return { kind: 'corpus', root };
  return (await findKind(inside)) === 'folder' ? { kind: 'offer', root: inside } : { kind: 'none' };
}

async function discoverNamed(workspaceFolder: string, named: NamedCorpus): Promise<Discovery> {
  const root = resolve(workspaceFolder, expandHome(named));
  if ((await findKind(root)) !== 'folder')
    return refuse(named.path, 'the folder that fundstelle.corpus names is not there');
  if (named.namedBy === 'workspace' && !(await liesWithin(workspaceFolder, root)))
    return refuse(named.path, 'a corpus outside the workspace must be named in the user settings');
  return { kind: 'corpus', root };
}

function expandHome({ path, namedBy }: NamedCorpus): string {
  return namedBy === 'user' && /^~(?:[/\\]|$)/.test(path) ? join(homedir(), path.slice(1)) : path;
}

async function liesWithin(folder: string, path: string): Promise<boolean> {
  const way = relative(await realpath(folder), await realpath(path));
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

async function findKind(path: string): Promise<'file' | 'folder' | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory() === true) return 'folder';
  return found?.isFile() === true ? 'file' : undefined;
}

function refuse(path: string, message: string): Discovery {
  return { kind: 'none', problem: { path, severity: 'error', code: 'corpus-setting', message } };
}
