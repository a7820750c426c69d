import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';

/** Asks until the answer is there, for at most 30 seconds. */
export async function eventually<T>(what: string, find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(100);
  }
  assert.fail(`not within 30 s: ${what}`);
}
