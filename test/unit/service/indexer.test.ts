import assert from 'node:assert/strict';
import type { ArticleId, ArticleInput } from '../../../server/src/core/article/article.js';
import { createArticleReader } from '../../../server/src/formats/articleReader.js';
import { collectBytes } from '../../../server/src/formats/chunks.js';
import { toReadFile } from '../../../server/src/formats/extractedInput.js';
import type { CorpusService, Progress } from '../../../server/src/service/answers.js';
import { createLocalCorpusService } from '../../../server/src/service/localCorpus.js';
import { createMemoryStore } from '../../../server/src/store/memory.js';
import { createTestCorpus, draft } from '../../support/corpus.js';
import { createDictionaryAnalysis } from '../../support/dictionaryAnalysis.js';
import { createMemoryFolder, type MemoryFolder } from '../../support/memoryFolder.js';

const CORPUS = { 'a.txt': 'Lawrow kam.', 'b.txt': 'Putin kam.', 'c/d.md': 'Scholz kam.' };

async function paths(service: CorpusService): Promise<readonly string[]> {
  return (await service.listArticles({ limit: 99 })).rows.map(({ id }) => id);
}

/** A corpus whose analysis fails for one text, and that waits at every pause until it is let go on. */
function createSlowCorpus(files: Readonly<Record<string, string>>): {
  service: CorpusService;
  folder: MemoryFolder;
  goOn: () => Promise<void>;
} {
  const folder = createMemoryFolder(files);
  const analyse = createDictionaryAnalysis({});
  let release: () => void = () => undefined;
  const service = createLocalCorpusService({
    name: 'Test',
    store: createMemoryStore(),
    folder,
    readArticles: createArticleReader({ data: new Map() }),
    analyse: (input: ArticleInput) => {
      if (input.text.includes('!')) throw new Error('a fault of the analysis');
      return analyse(input);
    },
    pause: () => new Promise<void>((resolve) => (release = resolve)),
  });
  const goOn = async () => {
    release();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { service, folder, goOn };
}

describe('indexing', () => {
  it('reads every file of the folder', async () => {
    const { service } = await createTestCorpus(CORPUS);
    assert.deepEqual(await paths(service), ['a.txt', 'b.txt', 'c/d.md']);
    const status = await service.getStatus();
    assert.deepEqual([status.name, status.state, status.counts.articles, status.problemCount], ['Test', 'idle', 3, 0]);
  });

  it('reads only what has changed since, and forgets what is gone', async () => {
    const { service, folder } = await createTestCorpus(CORPUS);
    folder.write('b.txt', 'Blinken kam.');
    folder.write('neu.txt', 'Putin kam.');
    folder.delete('a.txt');
    await service.index();
    // The new file is looked at first: it may be the one that is gone.
    assert.deepEqual(folder.reads.slice(3), ['neu.txt', 'neu.txt', 'b.txt']);
    assert.deepEqual(await paths(service), ['b.txt', 'c/d.md', 'neu.txt']);
    assert.deepEqual((await service.listActors({ limit: 9 })).rows.map(({ id }) => id).sort(), [
      'person:antony blinken',
      'person:olaf scholz',
      'person:wladimir putin',
    ]);
  });

  it('makes a file that cannot be read a problem, and goes on', async () => {
    const { service, folder } = await createTestCorpus(CORPUS);
    folder.lock('a.txt');
    folder.write('b.txt', Uint8Array.of(0, 1, 2, 0, 255));
    await service.refresh(['a.txt', 'b.txt']);
    assert.deepEqual(
      service.listProblems().map(({ path, code }) => [path, code]),
      [
        ['a.txt', 'unreadable-file'],
        ['b.txt', 'unreadable-file'],
      ],
    );
    assert.deepEqual(await paths(service), ['c/d.md'], 'nothing is shown that cannot be opened');
    folder.write('a.txt', CORPUS['a.txt']);
    folder.delete('b.txt');
    await service.index();
    assert.deepEqual([service.listProblems(), await paths(service)], [[], ['a.txt', 'c/d.md']]);
  });

  it('makes a fault of the analysis a problem of that file', async () => {
    const { service, goOn } = createSlowCorpus({ 'a.txt': 'Ja!', 'b.txt': 'Nein.' });
    const done = service.index();
    for (let i = 0; i < 3; i++) await goOn();
    await done;
    assert.deepEqual(
      service.listProblems().map(({ path, code, message }) => [path, code, message]),
      [['a.txt', 'analysis-failed', 'a fault of the analysis']],
    );
    assert.deepEqual(await paths(service), ['b.txt']);
  });

  it('tells how far it is, to all who wait: a second call joins the first', async () => {
    const { service, folder, goOn } = createSlowCorpus({ 'a.txt': 'a', 'b.txt': 'b' });
    const [first, second]: Progress[][] = [[], []];
    const runs = [
      service.index({ onProgress: (progress) => first?.push(progress) }),
      service.index({ onProgress: (progress) => second?.push(progress) }),
    ];
    await goOn();
    assert.deepEqual((await service.getStatus()).progress, { done: 0, total: 2 });
    for (let i = 0; i < 3; i++) await goOn();
    await Promise.all(runs);
    assert.deepEqual(first, [
      { done: 0, total: 2 },
      { done: 1, total: 2 },
      { done: 2, total: 2 },
    ]);
    assert.deepEqual(second, first);
    assert.deepEqual(folder.reads, ['b.txt', 'a.txt'], 'what changed last is read first');
    assert.equal((await service.getStatus()).state, 'idle');
  });

  it('stops when all who wait have given up; what was read stays', async () => {
    const { service, goOn } = createSlowCorpus({ 'a.txt': 'a', 'b.txt': 'b', 'c.txt': 'c' });
    const signal = { aborted: false, reason: 'closed' };
    const other = { aborted: false, reason: 'closed too' };
    const outcomes = Promise.allSettled([service.index({ signal }), service.index({ signal: other })]);
    await goOn();
    signal.aborted = true;
    await goOn();
    other.aborted = true;
    await goOn();
    assert.deepEqual(
      (await outcomes).map((outcome) => outcome.status === 'rejected' && (outcome.reason as unknown)),
      ['closed', 'closed too'],
    );
    assert.deepEqual(await paths(service), ['b.txt', 'c.txt']);
    const again = service.index();
    for (let i = 0; i < 3; i++) await goOn();
    await again;
    assert.deepEqual(await paths(service), ['a.txt', 'b.txt', 'c.txt']);
  });
});

/** A corpus in which every line of a `.csv` file is an article. */
async function createExportCorpus(files: Readonly<Record<string, string>>) {
  const readText = createArticleReader({ data: new Map() });
  const folder = createMemoryFolder(files);
  const service = createLocalCorpusService({
    name: 'Test',
    store: createMemoryStore(),
    folder,
    readArticles: async function* (path, chunks) {
      if (!path.endsWith('.csv')) {
        yield* readText(path, chunks);
        return;
      }
      const lines = new TextDecoder().decode(await collectBytes(chunks, 9999)).split('\n');
      const blocks = (text: string) => [{ text, role: 'paragraph' as const }];
      const articles = lines.map((line, i) => ({
        metadata: {},
        blocks: blocks(line),
        key: String(i + 1),
        problems: [],
      }));
      yield* toReadFile(path, articles).articles;
    },
    analyse: (input: ArticleInput) => {
      if (input.text.includes('!')) throw new Error('a fault of the analysis');
      return createDictionaryAnalysis({ 'person:wladimir putin': ['Putin'] })(input);
    },
    pause: () => Promise.resolve(),
  });
  await service.index();
  return { service, folder };
}

describe('a file of many articles', () => {
  const FILES = { 'a.txt': 'Putin kam.', 'x.csv': 'Putin eins.\nPutin zwei.\nPutin drei.' };

  it('is as many articles, and says so', async () => {
    const { service } = await createExportCorpus(FILES);
    assert.deepEqual(await paths(service), ['a.txt', 'x.csv#1', 'x.csv#2', 'x.csv#3']);
    const { rows } = await service.listArticles({ limit: 9 });
    assert.deepEqual(
      rows.map(({ extracted }) => extracted),
      [false, true, true, true],
    );
  });

  it('that holds fewer now gives just these', async () => {
    const { service, folder } = await createExportCorpus(FILES);
    folder.write('x.csv', 'Putin vier.');
    await service.refresh(['x.csv']);
    assert.deepEqual(await paths(service), ['a.txt', 'x.csv#1']);
    assert.equal((await service.listActors({ limit: 9 })).rows[0]?.mentionCount, 2);
    assert.equal((await service.findArticleText('x.csv#1' as ArticleId))?.text, 'Putin vier.\n');
  });

  it('that is gone takes all of them with it, and no other', async () => {
    const { service, folder } = await createExportCorpus(FILES);
    folder.delete('x.csv');
    await service.index();
    assert.deepEqual(await paths(service), ['a.txt']);
  });

  it('of which one cannot be analysed gives the others', async () => {
    const { service, folder } = await createExportCorpus(FILES);
    folder.write('x.csv', 'Putin eins.\nAch!\nPutin drei.');
    await service.refresh(['x.csv']);
    assert.deepEqual(await paths(service), ['a.txt', 'x.csv#1', 'x.csv#3']);
    assert.deepEqual(
      service.listProblems().map(({ path, code }) => [path, code]),
      [['x.csv', 'analysis-failed']],
    );
  });
});

describe('the text of an extracted article', () => {
  const find = async (id: string) => {
    const { service } = await createExportCorpus({ 'a.txt': 'Putin kam.', 'x.csv': 'Putin eins.\nPutin zwei.' });
    return service.findArticleText(id as ArticleId);
  };

  it('is what its spans refer to', async () => {
    assert.deepEqual(await find('x.csv#2'), {
      path: 'x.csv',
      text: 'Putin zwei.\n',
      body: [{ start: 0, end: 11, role: 'paragraph' }],
    });
  });

  for (const id of ['a.txt', 'x.csv', 'x.csv#3', 'x.csv#02', '../x.csv#1', '/etc/passwd', ''])
    it(`is not given for ${id === '' ? 'nothing' : id}`, async () => {
      assert.equal(await find(id), undefined);
    });
});

describe('refreshing', () => {
  it('follows the disk: created, changed and deleted files', async () => {
    const { service, folder } = await createTestCorpus(CORPUS);
    folder.write('a.txt', 'Putin ging.');
    folder.write('neu.txt', 'Scholz ging.');
    folder.delete('b.txt');
    await service.refresh(['a.txt', 'neu.txt', 'b.txt']);
    assert.deepEqual(await paths(service), ['a.txt', 'c/d.md', 'neu.txt']);
  });

  it('of a folder that is gone forgets all below it', async () => {
    const { service, folder } = await createTestCorpus(CORPUS);
    folder.delete('c/d.md');
    await service.refresh(['c']);
    assert.deepEqual(await paths(service), ['a.txt', 'b.txt']);
  });

  it('leaves alone what is not of the corpus or has not changed', async () => {
    const { service, folder } = await createTestCorpus(CORPUS);
    folder.write('drafts/x.md', 'Putin');
    await service.refresh(['drafts/x.md', 'a.txt']);
    assert.deepEqual(await paths(service), ['a.txt', 'b.txt', 'c/d.md']);
  });
});

describe('open documents', () => {
  it('are analysed once for each version, until they are closed', async () => {
    let count = 0;
    const analyse = createDictionaryAnalysis({});
    const service = createLocalCorpusService({
      name: 'Test',
      store: createMemoryStore(),
      folder: createMemoryFolder(),
      readArticles: createArticleReader({ data: new Map() }),
      analyse: (input) => {
        count += 1;
        return analyse(input);
      },
      pause: () => Promise.resolve(),
    });
    const { document } = draft('Text');
    await service.findCard(document, 0);
    await service.listDocumentSymbols(document);
    assert.equal(count, 1);
    await service.findCard({ ...document, version: document.version + 1 }, 0);
    assert.equal(count, 2);
    service.forget(document.key);
    await service.findCard({ ...document, version: document.version + 1 }, 0);
    assert.equal(count, 3);
  });
});
