import { createHash } from 'node:crypto';
import { mkdir, realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { basename, join, resolve } from 'node:path';

/** Where indexes are kept, else the cache folder; `memory`: nowhere. */
export const INDEX_VARIABLE = 'FUNDSTELLE_INDEX';

/** What of the machine says where caches lie. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
}

/**
 * The folder that holds all indexes: the named one, that of `FUNDSTELLE_INDEX`, or `fundstelle` in the operating system's folder for
 * caches, where every editor and the command line find the same. Undefined: no index is to be kept.
 */
export function findIndexHome(named: string | undefined, machine: Machine = getMachine()): string | undefined {
  const { env, home } = machine;
  const wanted = [named, env[INDEX_VARIABLE]]
    .map((path) => path?.trim())
    .find((path) => path !== undefined && path !== '');
  if (wanted === 'memory') return undefined;
  if (wanted === undefined) return join(findCacheFolder(machine), 'fundstelle');
  return /^~(?:[/\\]|$)/.test(wanted) ? join(home, wanted.slice(1)) : resolve(wanted);
}

/**
 * The folder of one corpus's index below `home`, made where it is missing, for nobody but the user. By whatever links a corpus is reached,
 * it is the same. Rejects when it cannot be made.
 */
export async function makeIndexFolder(home: string, root: string): Promise<string> {
  const real = await realpath(root);
  const key = createHash('sha256').update(real).digest('hex').slice(0, 16);
  // The name is for people who look into the folder.
  const name = basename(real)
    .replace(/[^\p{L}\p{N}_-]+/gu, '-')
    .slice(0, 40);
  const folder = join(home, `${name}-${key}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return folder;
}

function findCacheFolder({ platform, env, home }: Machine): string {
  const xdg = env['XDG_CACHE_HOME'];
  // The specification wants relative ones to be ignored.
  if (xdg?.startsWith('/')) return xdg;
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  if (platform === 'win32') return env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local');
  return join(home, '.cache');
}

function getMachine(): Machine {
  return { platform: process.platform, env: process.env, home: homedir() };
}
