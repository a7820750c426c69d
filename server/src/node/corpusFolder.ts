import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { type FileHandle, open, readdir, realpath, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { Dirent } from 'node:fs';
import { isOriginal } from '../core/article/originalFile.js';
import type { Problem } from '../core/problem.js';
import type { CorpusContent, CorpusFile, CorpusFolder } from '../service/ports.js';
import { IGNORE_FILE, IgnoreRules } from './ignoreRules.js';
import { createMatcher, createTreeMatcher, type PathMatcher } from './globs.js';

/** Larger files are none that a corpus consists of besides its articles: they become a problem instead of memory. */
const MAX_BYTES = 50 * 1024 * 1024;

/** Smaller files are held in memory while they are in hand; larger ones are read piece by piece, once for their hash. */
const MAX_HELD = 8 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** How many files are looked at or read at once: enough to hide the disk, few enough for the limit of open files. */
const BATCH = 32;

export interface CorpusFolderOptions {
  /** Absolute path of the corpus folder. */
  readonly root: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** Globs of drafts, which are never part of the corpus; relative to `draftsBase` and to the corpus folder. */
  readonly drafts?: readonly string[];
  readonly draftsBase?: string;
  /** Files that the corpus consists of besides its articles: settings, authority, references. */
  readonly ownFiles?: readonly string[];
  /** Whether `.gitignore` files of the folder leave out articles; they do unless it is said. */
  readonly ignoreFiles?: 'heeded' | 'passed over';
  /** Problems of the settings, told with every listing. */
  readonly problems?: readonly Problem[];
}

/**
 * A corpus folder on disk. It never leaves the folder: what a symbolic link leads out of it is refused with a problem.
 * Hidden files and folders, `node_modules`, drafts and the originals of added articles are never part of it.
 */
export function createCorpusFolder(options: CorpusFolderOptions): CorpusFolder {
  const rules = new IgnoreRules();
  const isWanted = createInclusion(options);
  // Known from the last listing on.
  const isIncluded: PathMatcher = (path) => isWanted(path) && !rules.ignores(path);
  return {
    list: () => listFiles(options, { isIncluded, rules }),
    read: (path) => readContent(options.root, path),
    includes: isIncluded,
  };
}

/** The file's bytes by its path below `root`, or a problem when it is gone, too large, no file, or leads out of `root`. */
export function readWithin(
  root: string,
  path: string,
): Promise<{ readonly bytes: Uint8Array; readonly stamp: string } | Problem> {
  return openWithin(root, path, async ({ handle, size, stamp }) =>
    size > MAX_BYTES
      ? refuse(path, 'file-too-large', 'is larger than 50 MB and is not read')
      : { bytes: await handle.readFile(), stamp },
  );
}

interface OpenFile {
  readonly handle: FileHandle;
  readonly size: number;
  readonly stamp: string;
}

async function openWithin<T>(
  root: string,
  path: string,
  read: (file: OpenFile) => Promise<T | Problem>,
): Promise<T | Problem> {
  let handle: FileHandle | undefined;
  try {
    const real = await resolveWithin(root, path);
    if (real === undefined) return refuse(path, 'outside-corpus', 'leads out of the corpus folder and is not read');
    // Non-blocking: opening a named pipe would wait for ever.
    handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
    const { size, mtimeMs, ...kind } = await describe(handle);
    if (!kind.isFile) return refuse(path, 'unreadable-file', 'is not a file');
    return await read({ handle, size, stamp: printStamp(size, mtimeMs) });
  } catch (error) {
    return explain(path, error);
  } finally {
    await handle?.close();
  }
}

function readContent(root: string, path: string): Promise<CorpusContent | Problem> {
  return openWithin(root, path, async ({ handle, size, stamp }) => {
    const hash = createHash('sha256');
    if (size <= MAX_HELD) {
      const bytes = await handle.readFile();
      return { stamp, hash: hash.update(bytes).digest('base64url'), chunks: [bytes] };
    }
    for await (const chunk of listChunks(handle)) hash.update(chunk);
    const chunks = { [Symbol.asyncIterator]: () => reopen(root, path) };
    return { stamp, hash: hash.digest('base64url'), chunks };
  });
}

async function* reopen(root: string, path: string): AsyncGenerator<Uint8Array> {
  const real = await resolveWithin(root, path);
  if (real === undefined) throw new Error('it leads out of the corpus folder');
  const handle = await open(real, constants.O_RDONLY | constants.O_NONBLOCK);
  try {
    yield* listChunks(handle);
  } finally {
    await handle.close();
  }
}

/** Every chunk is overwritten by the next. */
async function* listChunks(handle: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(CHUNK);
  for (let at = 0; ; ) {
    const { bytesRead } = await handle.read(buffer, 0, CHUNK, at);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
    at += bytesRead;
  }
}

function createInclusion(options: CorpusFolderOptions): PathMatcher {
  const { include, exclude, drafts = [], draftsBase, root, ownFiles = [] } = options;
  const [isWanted, isExcluded, isDraft] = [createMatcher(include), createMatcher(exclude), createMatcher(drafts)];
  const isOutside = draftsBase === undefined || relative(draftsBase, root).startsWith('..');
  const prefix = isOutside ? '' : toSlashes(relative(draftsBase, root));
  return (path) =>
    !path.split('/').some(isNeverRead) &&
    !isOriginal(path) &&
    isWanted(path) &&
    !isExcluded(path) &&
    !isDraft(path) &&
    !isDraft(prefix === '' ? path : `${prefix}/${path}`) &&
    !ownFiles.includes(path);
}

function isNeverRead(name: string): boolean {
  return name === '' || name.startsWith('.') || name === 'node_modules';
}

/** What of the folder is listed. */
interface Selection {
  readonly isIncluded: PathMatcher;
  readonly rules: IgnoreRules;
}

async function listFiles(
  options: CorpusFolderOptions,
  selection: Selection,
): Promise<{ readonly files: readonly CorpusFile[]; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [...(options.problems ?? [])];
  const paths = await walk(options, selection, problems);
  const files: CorpusFile[] = [];
  for (let i = 0; i < paths.length; i += BATCH) {
    const batch = await Promise.all(paths.slice(i, i + BATCH).map((path) => findFile(options.root, path)));
    for (const found of batch) {
      if ('stamp' in found) files.push(found);
      else problems.push(found);
    }
  }
  return { files, problems };
}

/** The paths of all included files, in path order. Linked folders are not entered: inside the corpus they are met anyway. */
async function walk(
  { root, exclude, ignoreFiles = 'heeded' }: CorpusFolderOptions,
  { isIncluded, rules }: Selection,
  problems: Problem[],
): Promise<readonly string[]> {
  const isExcludedTree = createTreeMatcher(exclude);
  const paths: string[] = [];
  const folders = [''];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const entries = await readFolder(root, folder, problems);
    if (ignoreFiles === 'heeded') rules.set(folder, await findIgnoreFile(root, folder, entries));
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (isIncluded(path)) paths.push(path);
      else if (isNeverRead(entry.name) || isExcludedTree(path) || rules.ignores(`${path}/`)) continue;
      else if (entry.isDirectory()) folders.push(path);
      else if (entry.isSymbolicLink()) problems.push(...(await listFaultsOfLink(root, path)));
    }
  }
  return paths.sort();
}

async function findIgnoreFile(root: string, folder: string, entries: readonly Dirent[]): Promise<string | undefined> {
  if (!entries.some((entry) => entry.name === IGNORE_FILE && entry.isFile())) return undefined;
  const read = await readWithin(root, folder === '' ? IGNORE_FILE : `${folder}/${IGNORE_FILE}`);
  return 'bytes' in read ? new TextDecoder().decode(read.bytes) : undefined;
}

/** A linked folder that lies outside is told, so that nobody waits for its articles. */
async function listFaultsOfLink(root: string, path: string): Promise<readonly Problem[]> {
  const found = await stat(join(root, path)).catch(() => undefined);
  if (found?.isDirectory() !== true || (await resolveWithin(root, path)) !== undefined) return [];
  return [refuse(path, 'outside-corpus', 'leads out of the corpus folder and is not read')];
}

async function readFolder(root: string, folder: string, problems: Problem[]): Promise<readonly Dirent[]> {
  try {
    return await readdir(join(root, folder), { withFileTypes: true });
  } catch (error) {
    problems.push(explain(folder, error));
    return [];
  }
}

async function findFile(root: string, path: string): Promise<CorpusFile | Problem> {
  try {
    const real = await resolveWithin(root, path);
    if (real === undefined) return refuse(path, 'outside-corpus', 'leads out of the corpus folder and is not read');
    const { size, mtimeMs } = await stat(real);
    return { path, stamp: printStamp(size, mtimeMs), changedAt: mtimeMs };
  } catch (error) {
    return explain(path, error);
  }
}

/** The real path of a file of the folder; undefined when it lies outside. */
export async function resolveWithin(root: string, path: string): Promise<string | undefined> {
  const [realRoot, real] = await Promise.all([realpath(root), realpath(join(root, path))]);
  const isWithin = real === realRoot || real.startsWith(realRoot.endsWith(sep) ? realRoot : realRoot + sep);
  return isWithin ? real : undefined;
}

async function describe(handle: FileHandle): Promise<{ size: number; mtimeMs: number; isFile: boolean }> {
  const { size, mtimeMs, ...rest } = await handle.stat();
  return { size, mtimeMs, isFile: (rest.mode & constants.S_IFMT) === constants.S_IFREG };
}

function printStamp(size: number, mtimeMs: number): string {
  return `${String(size)}:${String(mtimeMs)}`;
}

function refuse(path: string, code: string, message: string): Problem {
  return { path, severity: 'error', code, message };
}

export function explain(path: string, error: unknown): Problem {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code === 'ENOENT') return refuse(path, 'vanished-file', 'is not there (any more)');
  if (code === 'EACCES' || code === 'EPERM')
    return refuse(path, 'unreadable-file', 'may not be read (permission denied)');
  if (code === 'ELOOP') return refuse(path, 'unreadable-file', 'is a symbolic link that leads nowhere');
  return refuse(path, 'unreadable-file', `cannot be read (${code === '' ? String(error) : code})`);
}

export function toSlashes(path: string): string {
  return sep === '/' ? path : path.split(sep).join('/');
}
