import assert from 'node:assert/strict';
import type { ArticleInput } from '../../../server/src/core/article/article.js';
import { readArticleFile } from '../../../server/src/formats/readArticleFile.js';
import type { CorpusService, Progress } from '../../../server/src/service/answers.js';
import { createCorpusService } from '../../../server/src/service/createCorpusService.js';
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
  const service = createCorpusService({
    name: 'Test',
    store: createMemoryStore(),
    folder,
    readArticle: readArticleFile,
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
    assert.deepEqual(folder.reads.slice(3), ['b.txt', 'neu.txt']);
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
    assert.deepEqual(folder.reads, ['a.txt', 'b.txt']);
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
    assert.deepEqual(await paths(service), ['a.txt', 'b.txt']);
    const again = service.index();
    for (let i = 0; i < 3; i++) await goOn();
    await again;
    assert.deepEqual(await paths(service), ['a.txt', 'b.txt', 'c.txt']);
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
    const service = createCorpusService({
      name: 'Test',
      store: createMemoryStore(),
      folder: createMemoryFolder(),
      readArticle: readArticleFile,
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
