import { realpath } from 'node:fs/promises';
import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { OutsideFiles } from '../service/adding/ports.js';
import { explain, readWithin, toSlashes } from './corpusFolder.js';

/** Files of this machine by absolute path or `file:` URI, with the bounds of the corpus's own files. `root` is the corpus folder. */
export function createOutsideFiles(root: string): OutsideFiles {
  return {
    read: async (where) => {
      let path = where;
      try {
        path = where.startsWith('file:') ? fileURLToPath(where) : where;
        const real = await realpath(path);
        const read = await readWithin(dirname(real), basename(real));
        if ('code' in read) return read;
        const way = relative(await realpath(root), real);
        const isInCorpus = way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
        return { name: basename(real), bytes: read.bytes, ...(isInCorpus && { corpusPath: toSlashes(way) }) };
      } catch (error) {
        return explain(basename(path), error);
      }
    },
  };
}
