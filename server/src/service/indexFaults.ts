import type { Problem } from '../core/problem.js';

/** The path of problems of the index itself: the corpus as a whole. */
export const INDEX_PATH = '.';

/** What stores reject with when nothing of a change was kept but questions are still answered, by the names of the errors. */
const FAULTS: Readonly<Record<string, Pick<Problem, 'code' | 'message'>>> = {
  IndexFull: {
    code: 'index-full',
    message: 'the disk is full: the index cannot grow; what it holds can still be asked for',
  },
  IndexReadOnly: {
    code: 'index-read-only',
    message: 'the index may not be written: what has changed since is not in it',
  },
  IndexBusy: {
    code: 'index-busy',
    message: 'the index is locked by another program; it is tried again with the next change',
  },
};

/** The problem that an error of a store is to people; undefined for errors of which the index cannot live on. */
export function toIndexProblem(error: unknown): Problem | undefined {
  const fault = error instanceof Error ? FAULTS[error.name] : undefined;
  return fault && { path: INDEX_PATH, severity: 'error', ...fault };
}
