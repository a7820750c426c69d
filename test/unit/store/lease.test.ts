import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../../../server/src/store/sqlite/connect.js';
import type { Database } from '../../../server/src/store/sqlite/database.js';
import { createLease, LEASE_SECONDS, type LeaseHost } from '../../../server/src/store/sqlite/lease.js';
import { loadSqlite } from '../../../server/src/store/sqlite/loadSqlite.js';

describe('the lease of an index', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-lease-'));
  const databases: Database[] = [];
  let time = 1_000_000;
  const running = new Set([1, 2]);

  function window(pid: number, path = 'lease.db') {
    const sqlite = loadSqlite();
    if ('reason' in sqlite) throw new Error(sqlite.reason);
    const { database } = connect(sqlite, join(folder, path), { mode: 'write' });
    databases.push(database);
    const host: LeaseHost = { pid, now: () => time, isRunning: (other) => running.has(other) };
    return createLease(database, host);
  }

  after(() => {
    for (const database of databases) database.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('is held by one window, as long as it says so', () => {
    const [first, second] = [window(1), window(2)];
    assert.equal(first.take('first'), true);
    assert.equal(second.take('second'), false);
    time += (LEASE_SECONDS - 1) * 1000;
    assert.equal(first.take('first'), true, 'renewed');
    time += (LEASE_SECONDS - 1) * 1000;
    assert.equal(second.take('second'), false);
    time += 2000;
    assert.equal(second.take('second'), true, 'not heard of for too long');
    assert.equal(first.take('first'), false, 'it has lost it, and learns it so');
    second.release('second');
    assert.equal(first.take('first'), true);
    first.release('first');
  });

  it('goes over at once from a process that is gone', () => {
    const [first, second] = [window(1), window(2)];
    first.take('first');
    running.delete(1);
    assert.equal(second.take('second'), true);
    running.add(1);
    second.release('second');
  });

  it('shows all windows how far its holder has come', () => {
    const [first, second] = [window(1), window(2)];
    first.take('first');
    first.setProgress('first', { done: 3210, total: 10_000 });
    assert.deepEqual(second.findProgress(), { done: 3210, total: 10_000 });
    second.setProgress('second', { done: 1, total: 1 });
    assert.deepEqual(second.findProgress(), { done: 3210, total: 10_000 }, 'only the holder tells');
    first.take('first');
    assert.deepEqual(second.findProgress(), { done: 3210, total: 10_000 }, 'renewing keeps it');
    first.setProgress('first', undefined);
    assert.equal(second.findProgress(), undefined);
    first.setProgress('first', { done: 1, total: 2 });
    running.delete(1);
    assert.equal(second.findProgress(), undefined, 'nobody indexes any more');
    running.add(1);
    assert.equal(second.take('second'), false);
    first.release('first');
  });
});
