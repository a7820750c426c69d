import type { Worker } from 'node:worker_threads';
import type { ArticleId, ExtractedInput } from '../../core/article/article.js';
import type { Problem } from '../../core/problem.js';
import type { AnalysedPart, FileAnalysis } from '../../service/ports.js';
import { AnalysisThread, type PoolJob } from './analysisThread.js';
import { Channel } from './channel.js';
import { CREDIT } from './messages.js';

export interface AnalysisPoolOptions {
  /** Starts a thread that runs `serveAnalysis`. */
  readonly start: () => Worker;
  readonly threads: number;
  /** See `FileAnalysis`. */
  readonly basis: string;
  /** A file that gives nothing for so long is given up, and its thread with it. */
  readonly limitMs: number;
}

/** Reads and analyses files in other threads: what hangs or crashes there is a problem of one file. */
export interface AnalysisPool extends FileAnalysis {
  findExtracted(id: ArticleId): Promise<ExtractedInput | undefined>;
  close(): Promise<void>;
}

/** So many files are at a thread: while a batch of facts is stored it has something to do. */
const DEPTH = 64;
/** A file may be unlucky once: another one in the same thread may have taken the memory. */
const MAX_CRASHES = 2;

export function createAnalysisPool({ start, threads, basis, limitMs }: AnalysisPoolOptions): AnalysisPool {
  const onLost = (jobs: readonly PoolJob[], reason: 'crash' | 'timeout'): void => {
    const [head, ...others] = jobs;
    const again = head && recover(head, reason, limitMs) ? [head, ...others] : others;
    for (const job of again) dispatch(job);
  };
  const all = Array.from({ length: threads }, () => new AnalysisThread({ start, limitMs, onLost }));
  const dispatch = (job: PoolJob): void => {
    const [least] = [...all].sort((a, b) => a.load - b.load);
    least?.take(job);
  };
  return {
    width: threads * DEPTH,
    basis,
    analyse: async function* (path, known) {
      const job: PoolJob = {
        path,
        known,
        parts: new Channel<AnalysedPart>(),
        crashes: 0,
        more: () => undefined,
        cancel: () => undefined,
      };
      dispatch(job);
      let taken = 0;
      try {
        yield* job.parts.read(() => {
          taken += 1;
          if (taken % (CREDIT / 2) === 0) job.more(CREDIT / 2);
        });
      } finally {
        job.cancel();
      }
    },
    findExtracted: (id) => all[0]?.findExtracted(id) ?? Promise.resolve(undefined),
    close: async () => {
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

/** Whether the file that was in hand is tried again; else it is told what happened. */
function recover(job: PoolJob, reason: 'crash' | 'timeout', limitMs: number): boolean {
  job.crashes += 1;
  if (reason === 'crash' && job.crashes < MAX_CRASHES) return true;
  job.parts.push({ kind: 'problem', problem: explain(job.path, reason, limitMs) });
  job.parts.end();
  return false;
}

function explain(path: string, reason: 'crash' | 'timeout', limitMs: number): Problem {
  const messages = {
    crash: 'makes its reader run out of memory or crash, and is not read',
    timeout: `gives nothing for ${String(Math.round(limitMs / 1000))} seconds, and is not read`,
  };
  return { path, severity: 'error', code: 'unreadable-file', message: messages[reason] };
}
