import { collectBytes } from './chunks.js';
import type { LoadFormat, LoadStream } from './format.js';

/** Larger files are no articles: they become a problem instead of memory. */
const MAX_BYTES = 50 * 1024 * 1024;

/** A format whose files have to be there as a whole before they can be read, as one that gives article by article. */
export function readWhole(load: LoadFormat): LoadStream {
  return async (options) => {
    const read = await load(options);
    return async function* (path, chunks) {
      const bytes = await collectBytes(chunks, MAX_BYTES);
      if (bytes === undefined) {
        yield { path, severity: 'error', code: 'file-too-large', message: 'is larger than 50 MB and is not read' };
        return;
      }
      const { articles, problems } = await read({ path, bytes });
      yield* articles;
      yield* problems;
    };
  };
}
