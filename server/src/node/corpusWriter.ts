import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Problem } from '../core/problem.js';
import type { CorpusWriter, NewFile } from '../service/adding/ports.js';
import { resolveWithin } from './corpusFolder.js';

/** Writes new files into a corpus folder (absolute path). Symbolic links that lead out of it are not followed. */
export function createCorpusWriter(root: string): CorpusWriter {
  return {
    create: async (files) => {
      const written: string[] = [];
      for (const file of files) {
        const outcome = await createFile(root, file);
        if (outcome === 'created') {
          written.push(join(root, file.path));
          continue;
        }
        for (const path of written) await rm(path, { force: true });
        return outcome;
      }
      return 'created';
    },
  };
}

async function createFile(root: string, { path, content }: NewFile): Promise<'created' | 'taken' | Problem> {
  try {
    if (!(await makeFolders(root, path)))
      return refuse(path, 'outside-corpus', 'leads out of the corpus folder and is not written');
    await writeNew(join(root, path), content);
    return 'created';
  } catch (error) {
    if (hasCode(error, 'EEXIST')) return 'taken';
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    return refuse(path, 'unwritable-file', `cannot be written (${reason})`);
  }
}

async function writeNew(path: string, content: string | Uint8Array): Promise<void> {
  // Fails on whatever bears the name already, be it a link that leads nowhere.
  const handle = await open(path, 'wx');
  try {
    await handle.writeFile(content);
  } catch (error) {
    // Half an article is none: the disk is full, say.
    await rm(path, { force: true });
    throw error;
  } finally {
    await handle.close();
  }
}

/** Makes the folders above a file, each only once the one above it is known to lie inside; false when one leads out. */
async function makeFolders(root: string, path: string): Promise<boolean> {
  const parts = path.split('/').slice(0, -1);
  if (parts.includes('..')) return false;
  for (let depth = 1; depth <= parts.length; depth++) {
    const folder = parts.slice(0, depth).join('/');
    await mkdir(join(root, folder)).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
    if ((await resolveWithin(root, folder)) === undefined) return false;
  }
  return true;
}

function refuse(path: string, code: string, message: string): Problem {
  return { path, severity: 'error', code, message };
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
