import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type StopWatching, watchFolder } from '../../../server/src/node/folderWatcher.js';

describe('watching a folder', () => {
  let root: string;
  let stop: StopWatching;
  let told: Set<string>;

  beforeEach(async () => {
    root = realpathSync(mkdtempSync(join(tmpdir(), 'fundstelle-watch-')));
    told = new Set();
    mkdirSync(join(root, 'a', 'b'), { recursive: true });
    mkdirSync(join(root, '.git'));
    stop = watchFolder({
      root,
      onChange: (paths) => {
        for (const path of paths) told.add(path);
      },
      onOverflow: () => assert.fail('a few folders are not too many'),
    });
    await sleep(100);
  });
  afterEach(() => {
    stop();
    rmSync(root, { recursive: true });
  });

  async function waitFor(path: string): Promise<void> {
    for (let i = 0; i < 200 && !told.has(path); i++) await sleep(10);
    assert.ok(told.has(path), `${path} was not told, but ${[...told].join(', ')}`);
  }

  it('tells what is created, changed and deleted, however deep', async () => {
    writeFileSync(join(root, 'a', 'b', 'eins.txt'), 'Genf');
    await waitFor('a/b/eins.txt');
    told.clear();
    writeFileSync(join(root, 'a', 'b', 'eins.txt'), 'Bern');
    await waitFor('a/b/eins.txt');
    told.clear();
    rmSync(join(root, 'a', 'b', 'eins.txt'));
    await waitFor('a/b/eins.txt');
  });

  it('tells what is in a folder that comes, and goes on there', async () => {
    mkdirSync(join(root, 'neu', 'tief'), { recursive: true });
    writeFileSync(join(root, 'neu', 'tief', 'zwei.txt'), 'Genf');
    await waitFor('neu/tief/zwei.txt');
    await sleep(50);
    writeFileSync(join(root, 'neu', 'tief', 'drei.txt'), 'Genf');
    await waitFor('neu/tief/drei.txt');
    renameSync(join(root, 'neu'), join(root, 'alt'));
    await waitFor('neu');
    await waitFor('alt');
  });

  it('is silent about hidden folders, and when it is stopped', async () => {
    writeFileSync(join(root, '.git', 'index'), 'x');
    await sleep(100);
    stop();
    writeFileSync(join(root, 'a', 'x.txt'), 'x');
    await sleep(100);
    assert.deepEqual([...told], []);
  });
});
