import assert from 'node:assert/strict';
import type { ArticleId, ArticleInput } from '../../../server/src/core/article/article.js';
import { createArticleReader } from '../../../server/src/formats/articleReader.js';
import { Indexer } from '../../../server/src/service/indexer.js';
import { createLocalAnalysis } from '../../../server/src/service/localAnalysis.js';
import type { FileAnalysis, IndexLease } from '../../../server/src/service/ports.js';
import { createMemoryStore } from '../../../server/src/store/memory.js';
import type { CorpusStore, StoreChange } from '../../../server/src/store/ports.js';
import { createDictionaryAnalysis } from '../../support/dictionaryAnalysis.js';
import { createMemoryFolder, type MemoryFolder } from '../../support/memoryFolder.js';

const FILES = { 'a.txt': 'Lawrow kam.', 'b.txt': 'Putin kam.', 'c/d.md': 'Scholz kam.' };

/** Indexers over one store, as a store in a file has them one after the other; `analysed` are the ids of analysed articles. */
function createSessions(files: Readonly<Record<string, string>> = FILES) {
  const folder = createMemoryFolder(files);
  const store = createMemoryStore();
  const analysed: ArticleId[] = [];
  const analyse = createDictionaryAnalysis({ 'person:wladimir putin': ['Putin'] });
  const start = (more: { version?: number; basis?: string; store?: CorpusStore; lease?: IndexLease } = {}): Indexer =>
    new Indexer({
      store: more.store ?? store,
      folder,
      version: more.version ?? 1,
      pause: () => Promise.resolve(),
      analysis: createAnalysis(folder, more.basis ?? '.b1', (input) => {
        analysed.push(input.id);
        return analyse(input);
      }),
      ...(more.lease && { lease: more.lease }),
    });
  const listIds = async (): Promise<readonly string[]> =>
    (await store.listArticles({ limit: 999 })).rows.map(({ id }) => id).sort();
  return { folder, store, analysed, start, listIds };
}

function createAnalysis(
  folder: MemoryFolder,
  basis: string,
  analyse: (input: ArticleInput) => ReturnType<ReturnType<typeof createDictionaryAnalysis>>,
): FileAnalysis {
  return createLocalAnalysis({ folder, readArticles: createArticleReader({ data: new Map() }), analyse, basis });
}

describe('an index that outlives its indexer', () => {
  it('is not even looked at where no stamp has changed', async () => {
    const { start, analysed, folder } = createSessions();
    await start().index({});
    const reads = folder.reads.length;
    await start().index({});
    assert.deepEqual([analysed.length, folder.reads.length], [3, reads]);
  });

  it('keeps the facts of a file that only has another time', async () => {
    const { start, analysed, folder, store } = createSessions();
    await start().index({});
    folder.write('a.txt', FILES['a.txt']);
    await start().index({});
    assert.equal(analysed.length, 3);
    const stamp = (await store.listFiles()).find(({ path }) => path === 'a.txt')?.stamp;
    assert.equal(stamp, (await folder.list()).files[0]?.stamp, 'the next run does not read it at all');
  });

  it('keeps the facts of files that have moved', async () => {
    const { start, analysed, folder, listIds } = createSessions();
    await start().index({});
    folder.delete('c/d.md');
    folder.write('neu/e.md', FILES['c/d.md']);
    folder.delete('b.txt');
    folder.write('b.md', FILES['b.txt']);
    await start().index({});
    assert.deepEqual(await listIds(), ['a.txt', 'b.md', 'neu/e.md']);
    assert.deepEqual(analysed.slice(3), ['b.md'], 'under another ending it is another article');
  });

  it('follows a move that is told as a deleted and a created file', async () => {
    const { start, analysed, folder, listIds } = createSessions();
    const indexer = start();
    await indexer.index({});
    folder.delete('a.txt');
    folder.write('z.txt', FILES['a.txt']);
    await indexer.refresh(['z.txt', 'a.txt']);
    assert.deepEqual(await listIds(), ['b.txt', 'c/d.md', 'z.txt']);
    assert.equal(analysed.length, 3);
  });

  for (const [what, change] of Object.entries({ version: { version: 2 }, basis: { basis: '.b2' } }))
    it(`is made anew with another ${what}`, async () => {
      const { start, analysed } = createSessions();
      await start().index({});
      await start(change).index({});
      assert.equal(analysed.length, 6);
    });

  it('forgets what has gone while nobody looked, with its problems', async () => {
    const { start, folder, listIds } = createSessions({ ...FILES, 'x.txt': '\u0000\u0001' });
    await start().index({});
    folder.delete('a.txt');
    folder.delete('x.txt');
    const indexer = start();
    await indexer.index({});
    assert.deepEqual(await listIds(), ['b.txt', 'c/d.md']);
    assert.deepEqual(indexer.listProblems(), []);
  });

  it('tells the problems of files that it does not read again', async () => {
    const { start } = createSessions({ 'x.txt': '\u0000\u0001' });
    await start().index({});
    const indexer = start();
    await indexer.index({});
    assert.deepEqual(
      indexer.listProblems().map(({ path, code }) => [path, code]),
      [['x.txt', 'unreadable-file']],
    );
  });
});

/** Writes each change as a transaction of its own, and dies after so many. */
function createDyingStore(store: CorpusStore, changesLeft: number): CorpusStore {
  let left = changesLeft;
  const apply = async (changes: readonly StoreChange[]): Promise<void> => {
    left -= changes.length;
    if (left < 0) throw new Error('killed');
    await store.apply(changes);
  };
  return new Proxy(store, {
    get: (target, name: keyof CorpusStore) => (name === 'apply' ? apply : target[name].bind(target)),
  });
}

describe('a run that is killed', () => {
  const line = (i: number): string => JSON.stringify({ id: i, title: `Nummer ${String(i)}`, text: 'Putin kam.' });
  const lines = (count: number): string => Array.from({ length: count }, (_, i) => line(i)).join('\n');

  it('goes on where it stopped', async () => {
    const files = Object.fromEntries(Array.from({ length: 300 }, (_, i) => [`${String(i)}.txt`, `Putin ${String(i)}`]));
    const { start, analysed, store, listIds } = createSessions(files);
    await assert.rejects(start({ store: createDyingStore(store, 400) }).index({}), /killed/);
    const before = (await listIds()).length;
    assert.ok(before > 100, String(before));
    const first = analysed.length;
    await start().index({});
    assert.equal((await listIds()).length, 300);
    assert.equal(analysed.length - first, 300 - before);
  });

  it('in the middle of a file reads that file anew, and nothing of it stays when it is gone by then', async () => {
    const { start, folder, store, listIds } = createSessions({ 'x.jsonl': lines(200) });
    await assert.rejects(start({ store: createDyingStore(store, 150) }).index({}), /killed/);
    assert.ok((await listIds()).length > 0);
    await start().index({});
    assert.equal((await listIds()).length, 200);
    folder.write('x.jsonl', lines(180));
    await assert.rejects(start({ store: createDyingStore(store, 150) }).index({}), /killed/);
    folder.delete('x.jsonl');
    await start().index({});
    assert.deepEqual(await listIds(), []);
    assert.deepEqual(await store.listFiles(), []);
  });
});

describe('an index that cannot be written', () => {
  it('is a problem that is told, and goes away with its cause', async () => {
    const { start, store } = createSessions();
    let isFull = true;
    const full = Object.assign(new Error('database or disk is full'), { name: 'IndexFull' });
    const apply = (changes: readonly StoreChange[]) => (isFull ? Promise.reject(full) : store.apply(changes));
    const limited = new Proxy(store, {
      get: (target, name: keyof CorpusStore) => (name === 'apply' ? apply : target[name].bind(target)),
    });
    const indexer = start({ store: limited });
    await indexer.index({});
    assert.deepEqual(
      indexer.listProblems().map(({ code }) => code),
      ['index-full'],
    );
    isFull = false;
    await indexer.index({});
    assert.deepEqual(indexer.listProblems(), []);
    assert.equal((await store.getCounts()).articles, 3);
  });
});

describe('the order of reading', () => {
  it('is: saved files, open documents, then what changed last', async () => {
    const files = Object.fromEntries('abcdef'.split('').map((name) => [`${name}.txt`, `Putin ${name}`]));
    const { start, analysed } = createSessions(files);
    const indexer = start();
    indexer.prefer(['c.txt']);
    let saved: Promise<void> | undefined;
    await indexer.index({
      onProgress: ({ done }) => {
        if (done === 2) saved ??= indexer.refresh(['a.txt']);
      },
    });
    await saved;
    assert.deepEqual(analysed, ['c.txt', 'f.txt', 'a.txt', 'e.txt', 'd.txt', 'b.txt']);
  });
});

describe('several windows on one index', () => {
  it('take turns: who waits tells how far the other is, and finds the work done', async () => {
    const { start, analysed } = createSessions();
    await start().index({});
    let isFree = false;
    const told: number[] = [];
    const lease: IndexLease = {
      take: async (goesOn) => {
        for (let done = 0; !isFree; done++) if (!goesOn({ done, total: 9 })) return false;
        return Promise.resolve(true);
      },
      hasChanged: () => true,
      tell: () => undefined,
      release: () => undefined,
    };
    const indexer = start({ lease });
    await indexer.index({
      onProgress: ({ done, total }) => {
        if (total === 9) told.push(done);
        isFree = done === 3;
      },
    });
    assert.deepEqual(told, [0, 1, 2, 3]);
    assert.equal(analysed.length, 3);
  });
});
