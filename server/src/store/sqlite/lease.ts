import type { Database } from './database.js';
import type { IndexLease, IndexProgress } from './sqliteTypes.js';

/** An owner that was not heard of for so long has lost the lease. */
export const LEASE_SECONDS = 15;

interface LeaseRow {
  readonly owner: string;
  readonly pid: number;
  readonly beat: number;
  readonly done: number | null;
  readonly total: number | null;
}

const READ = 'SELECT owner, pid, beat, done, total FROM lease WHERE id = 1';
const TAKE = `INSERT INTO lease (id, owner, pid, beat) VALUES (1, ?1, ?2, ?3)
  ON CONFLICT DO UPDATE SET owner = ?1, pid = ?2, beat = ?3, done = iif(owner = ?1, done, NULL), total = iif(owner = ?1, total, NULL)`;
const RELEASE = 'DELETE FROM lease WHERE owner = ?';
const REPORT = 'UPDATE lease SET done = ?, total = ? WHERE owner = ?';

/** What a lease needs of its surroundings: a test gives others. */
export interface LeaseHost {
  readonly pid: number;
  readonly now: () => number;
  readonly isRunning: (pid: number) => boolean;
}

export const PROCESS_HOST: LeaseHost = { pid: process.pid, now: Date.now, isRunning };

/** The lease in the row of its table: taken in one transaction, so that of two only one gets it. */
export function createLease(database: Database, host: LeaseHost): IndexLease {
  const read = (): LeaseRow | undefined => database.get<LeaseRow>(READ);
  return {
    take: (owner) =>
      database.write(() => {
        const row = read();
        if (row !== undefined && row.owner !== owner && isHeld(row, host)) return false;
        database.run(TAKE, owner, host.pid, host.now());
        return true;
      }),
    release: (owner) => {
      database.write(() => database.run(RELEASE, owner));
    },
    setProgress: (owner, progress) => {
      database.write(() => database.run(REPORT, progress?.done ?? null, progress?.total ?? null, owner));
    },
    findProgress: () => {
      const row = read();
      return row !== undefined && isHeld(row, host) ? toProgress(row) : undefined;
    },
  };
}

function toProgress({ done, total }: LeaseRow): IndexProgress | undefined {
  return done === null || total === null ? undefined : { done, total };
}

function isHeld({ pid, beat }: LeaseRow, host: LeaseHost): boolean {
  // A clock that was set back must not keep a lease for ever.
  const age = Math.abs(host.now() - beat);
  return age < LEASE_SECONDS * 1000 && host.isRunning(pid);
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of somebody else may not be asked, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
