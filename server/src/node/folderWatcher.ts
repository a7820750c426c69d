import { type FSWatcher, watch } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface FolderWatcherOptions {
  /** Absolute path of the folder. */
  readonly root: string;
  /** Files and folders below it that were created, changed or deleted, with `/`; may name some that were not. */
  readonly onChange: (paths: readonly string[]) => void;
  /** Not everything can be watched: the folder wants to be listed every now and then. */
  readonly onOverflow: () => void;
}

/** Stops the watching. */
export type StopWatching = () => void;

/** Linux watches a folder without what is below it, so that each has a watch of its own; the others watch a whole tree. */
const WATCHES_TREES = process.platform === 'darwin' || process.platform === 'win32';

/** Watches a folder for clients that cannot. Hidden folders and `node_modules` are left out, links are not followed. */
export function watchFolder(options: FolderWatcherOptions): StopWatching {
  const watcher = new FolderWatcher(options);
  void watcher.add('', 'known');
  return () => {
    watcher.close();
  };
}

class FolderWatcher {
  readonly #options: FolderWatcherOptions;
  readonly #watches = new Map<string, FSWatcher>();
  #isClosed = false;

  constructor(options: FolderWatcherOptions) {
    this.#options = options;
  }

  /** Watches a folder and those below it; what is in a new one is told. */
  async add(folder: string, state: 'known' | 'new'): Promise<void> {
    if (this.#isClosed || this.#watches.has(folder)) return;
    this.#watch(folder);
    if (WATCHES_TREES) return;
    const entries = await readdir(join(this.#options.root, folder), { withFileTypes: true }).catch(() => []);
    const seen = entries
      .filter(({ name }) => isWatched(name))
      .map((entry) => ({ entry, path: joinPath(folder, entry.name) }));
    if (state === 'new') this.#options.onChange(seen.filter(({ entry }) => entry.isFile()).map(({ path }) => path));
    for (const { entry, path } of seen) if (entry.isDirectory()) await this.add(path, state);
  }

  close(): void {
    this.#isClosed = true;
    for (const each of this.#watches.values()) each.close();
    this.#watches.clear();
  }

  #watch(folder: string): void {
    try {
      const watching = watch(join(this.#options.root, folder), { recursive: WATCHES_TREES, persistent: false });
      watching.on('change', (_, name) => void this.#note(folder, String(name)));
      watching.on('error', () => {
        this.#drop(folder);
      });
      this.#watches.set(folder, watching);
    } catch {
      // The system's limit of watches, mostly.
      this.#options.onOverflow();
    }
  }

  async #note(folder: string, name: string): Promise<void> {
    const path = joinPath(folder, name.split(sep).join('/'));
    if (!path.split('/').every(isWatched)) return;
    this.#options.onChange([path]);
    if (WATCHES_TREES) return;
    const found = await stat(join(this.#options.root, path)).catch(() => undefined);
    if (found?.isDirectory() === true) await this.add(path, 'new');
    else if (found === undefined) this.#drop(path);
  }

  #drop(folder: string): void {
    for (const [path, each] of this.#watches) {
      if (path !== folder && relative(folder, path).startsWith('..')) continue;
      each.close();
      this.#watches.delete(path);
    }
  }
}

function isWatched(name: string): boolean {
  return (name === '' || !name.startsWith('.') || name === '.gitignore') && name !== 'node_modules';
}

function joinPath(folder: string, name: string): string {
  return folder === '' || name === '' ? folder + name : `${folder}/${name}`;
}
