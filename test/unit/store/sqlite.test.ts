import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeStoreContract, identifyEvent } from '../../support/storeContract.js';
import { openTestStore } from '../../support/sqliteStores.js';
import type { SqliteStore } from '../../../server/src/store/sqlite/sqliteTypes.js';

/** A file each, and every change is written to it: the memory store tries more. */
const RUNS = 40;

describe('in a file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'fundstelle-store-'));
  const stores: SqliteStore[] = [];
  afterEach(() => {
    for (const store of stores.splice(0)) store.close();
  });
  after(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  let count = 0;
  const create = (): Promise<SqliteStore> => {
    count += 1;
    const store = openTestStore(join(folder, String(count)), { identify: identifyEvent });
    stores.push(store);
    return Promise.resolve(store);
  };
  describeStoreContract('the SQLite store', create, RUNS);
});
