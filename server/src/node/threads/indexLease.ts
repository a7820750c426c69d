import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { IndexLease, OtherProgress } from '../../service/ports.js';

/** The part of a shared store by which its users take turns; see store/sqlite. */
export interface SharedStore {
  hasChanged(): boolean;
  tidy(): void;
  readonly lease: {
    take(owner: string): boolean;
    release(owner: string): void;
    setProgress(owner: string, progress: OtherProgress): void;
    findProgress(): OtherProgress;
  };
}

/** How often it is tried, at first for a turn that is over in a moment, then for a long one. */
const FIRST_WAIT_MS = 10;
const LONGEST_WAIT_MS = 250;
/** How often others are told, and the lease is renewed. */
const TELL_MS = 500;
const TIDY_MS = 4000;

/** Turns at changing a store that several threads and windows use. */
export function createIndexLease(store: SharedStore): IndexLease {
  const owner = `${String(process.pid)}-${randomUUID()}`;
  let progress: OtherProgress;
  let beat: NodeJS.Timeout | undefined;
  let tidied = 0;
  const renew = (): void => {
    // Busy for a moment: the next beat comes long before the lease ends.
    quietly(() => {
      store.lease.take(owner);
      store.lease.setProgress(owner, progress);
      if (Date.now() - tidied < TIDY_MS) return;
      store.tidy();
      tidied = Date.now();
    });
  };
  return {
    take: async (goesOn) => {
      for (let wait = FIRST_WAIT_MS; !(quietly(() => store.lease.take(owner)) ?? false); wait *= 2) {
        if (!goesOn(quietly(() => store.lease.findProgress()))) return false;
        await sleep(Math.min(wait, LONGEST_WAIT_MS));
      }
      beat = setInterval(renew, TELL_MS).unref();
      return true;
    },
    hasChanged: () => store.hasChanged(),
    tell: (now) => {
      progress = now;
    },
    release: () => {
      clearInterval(beat);
      progress = undefined;
      quietly(() => {
        store.lease.setProgress(owner, undefined);
        store.lease.release(owner);
        store.tidy();
      });
    },
  };
}

/** Somebody else may hold the file for a moment; what is damaged is found by the next real question. */
function quietly<T>(ask: () => T): T | undefined {
  try {
    return ask();
  } catch {
    return undefined;
  }
}
