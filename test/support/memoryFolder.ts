import { createHash } from 'node:crypto';
import type { Problem } from '../../server/src/core/problem.js';
import type { CorpusFolder } from '../../server/src/service/ports.js';

/** A corpus folder in memory that tests can change. */
export interface MemoryFolder extends CorpusFolder {
  write(path: string, content: string | Uint8Array): void;
  delete(path: string): void;
  /** From now on the file cannot be read, as with a lack of permission. */
  lock(path: string): void;
  /** Paths in the order in which they were read. */
  readonly reads: readonly string[];
}

/** A folder with these files; `drafts/` is not included in it. */
export function createMemoryFolder(files: Readonly<Record<string, string>> = {}): MemoryFolder {
  const contents = new Map<string, { bytes: Uint8Array; stamp: string; isLocked: boolean }>();
  const reads: string[] = [];
  let clock = 0;
  const write = (path: string, content: string | Uint8Array): void => {
    clock += 1;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    contents.set(path, { bytes, stamp: String(clock), isLocked: false });
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const includes = (path: string): boolean => !path.startsWith('drafts/');
  return {
    reads,
    write,
    includes,
    delete: (path) => void contents.delete(path),
    lock: (path) => {
      const file = contents.get(path);
      if (file) contents.set(path, { ...file, isLocked: true });
    },
    list: () => {
      const listed = [...contents]
        .filter(([path]) => includes(path))
        .map(([path, { stamp }]) => ({ path, stamp, changedAt: Number(stamp) }));
      return Promise.resolve({ files: listed.sort((a, b) => (a.path < b.path ? -1 : 1)), problems: [] });
    },
    read: (path) => {
      reads.push(path);
      const file = contents.get(path);
      if (file === undefined) return Promise.resolve(refuse(path, 'vanished-file'));
      if (file.isLocked) return Promise.resolve(refuse(path, 'unreadable-file'));
      const { bytes, stamp } = file;
      return Promise.resolve({ stamp, hash: createHash('sha256').update(bytes).digest('hex'), chunks: [bytes] });
    },
  };
}

function refuse(path: string, code: string): Problem {
  return { path, severity: 'error', code, message: `${path} cannot be read` };
}
