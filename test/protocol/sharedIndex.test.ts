import assert from 'node:assert/strict';
import { readdirSync, rmSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { type CorpusRow, METHODS } from '../../server/src/protocol/protocol.js';
import { cleanUp } from './support/opened.js';
import { copySample, makeFolder, type TestFolder } from './support/sample.js';
import { eventually, startServer, type TestServer } from './support/testServer.js';

const TEXT = 'articles/donauwarte/2022-01-22-blinken-lawrow-genf.md';
const CHANGED = 2;

describe('an index that is kept', function () {
  // Many servers, one after the other.
  this.timeout(60_000);
  afterEach(cleanUp);

  /** A server that keeps its index in a folder of the test. */
  async function open(corpus: TestFolder, index: TestFolder): Promise<TestServer> {
    const server = startServer();
    await server.initialize({
      folders: [corpus.path],
      raw: { initializationOptions: { index: { folder: index.path } } },
    });
    return server;
  }

  it('is there after a restart: nothing is read again, and questions are answered at once', async () => {
    const [corpus, index] = [copySample(), makeFolder()];
    const first = await open(corpus, index);
    const [before] = await first.waitForCorpora();
    assert.equal(await first.stop(), 0);
    // Would the files be read, this one would be found broken.
    const second = await open(corpus, index);
    const [row] = await list(second);
    assert.equal(row?.articles, before?.articles, 'before anything can have been read');
    await eventually('it is looked through', async () =>
      (await list(second))[0]?.state === 'idle' ? true : undefined,
    );
    assert.deepEqual({ ...(await list(second))[0] }, { ...before });
    assert.ok(!received(second).some(({ total }) => total > 0), 'no file was read');
  });

  it('is one for two windows; what one has read the other finds', async () => {
    const [corpus, index] = [multiply(copySample(), 60), makeFolder()];
    const [one, two] = [await open(corpus, index), await open(corpus, index)];
    const [[a], [b]] = [await one.waitForCorpora(), await two.waitForCorpora()];
    assert.deepEqual(a, b);
    assert.equal(readdirSync(index.path).length, 1);
    corpus.write(
      'articles/neu.txt',
      'Nachtrag\n\nMinisterpräsident Toomas Hinterwald traf am 3. März 2024 in Genf ein.\n',
    );
    await one.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: corpus.uriOf('articles/neu.txt'), type: 1 }],
    });
    for (const server of [one, two])
      await eventually('the new name', async () => ((await countSymbols(server, 'Hinterwald')) > 0 ? true : undefined));
  });

  it('is taken over from a window that is killed while it reads', async () => {
    const [corpus, index] = [multiply(copySample(), 300), makeFolder()];
    const one = await open(corpus, index);
    await eventually('some are read', async () => ((await list(one))[0]?.articles ?? 0) > 20 || undefined);
    const two = await open(corpus, index);
    await eventually('it tells how far the other is', async () => {
      const [row] = await list(two);
      return row?.state === 'indexing' && row.total > 0 ? true : undefined;
    });
    one.process.kill('SIGKILL');
    const [row] = await two.waitForCorpora();
    assert.ok((row?.articles ?? 0) >= 330, String(row?.articles));
  });

  it('goes on after kill -9 where it was', async () => {
    const [corpus, index] = [multiply(copySample(), 150), makeFolder()];
    for (let round = 0; round < 2; round++) {
      const server = await open(corpus, index);
      const enough = 50 * (round + 1);
      await eventually('some are read', async () => ((await list(server))[0]?.articles ?? 0) >= enough || undefined);
      server.process.kill('SIGKILL');
    }
    const server = await open(corpus, index);
    const [kept] = await list(server);
    assert.ok((kept?.articles ?? 0) >= 100, 'what was read is there at once');
    await eventually('all are there', async () => ((await list(server))[0]?.articles ?? 0) >= 180 || undefined);
  });

  it('is made anew when its file is damaged, and the writer is told', async () => {
    const [corpus, index] = [copySample(), makeFolder()];
    const first = await open(corpus, index);
    const [before] = await first.waitForCorpora();
    await first.stop();
    const [folder = ''] = readdirSync(index.path);
    for (const name of readdirSync(join(index.path, folder))) {
      const path = join(index.path, folder, name);
      if (name.endsWith('.db')) truncateSync(path, 30_000);
      else if (name !== 'current') rmSync(path);
    }
    const second = await open(corpus, index);
    const [row] = await second.waitForCorpora();
    assert.equal(row?.articles, before?.articles);
  });

  it('may lie nowhere', async () => {
    const corpus = copySample();
    const server = startServer();
    await server.initialize({
      folders: [corpus.path],
      raw: { initializationOptions: { index: { folder: 'memory' } } },
    });
    assert.ok(((await server.waitForCorpora())[0]?.articles ?? 0) > 20);
  });

  it('shows a saved file soon', async () => {
    const [corpus, index] = [copySample(), makeFolder()];
    const server = await open(corpus, index);
    await server.waitForCorpora();
    corpus.write(TEXT, `${corpus.read(TEXT)}\nMinisterpräsident Toomas Hinterwald kam nach Genf.\n`);
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: corpus.uriOf(TEXT), type: CHANGED }],
    });
    await eventually('the new name', async () => ((await countSymbols(server, 'Hinterwald')) > 0 ? true : undefined));
  });
});

function list(server: TestServer): Promise<readonly CorpusRow[]> {
  return server.connection.sendRequest<readonly CorpusRow[]>(METHODS.listCorpora);
}

function received(server: TestServer): readonly CorpusRow[] {
  return (server.received.get(METHODS.status) ?? []) as readonly CorpusRow[];
}

/** Enough articles that reading them takes a while. */
function multiply(folder: TestFolder, count: number): TestFolder {
  const text = folder.read(TEXT);
  for (let i = 0; i < count; i++) folder.write(`articles/mehr/${String(i)}.md`, `${text}\n\nNummer ${String(i)}.\n`);
  return folder;
}

async function countSymbols({ connection }: TestServer, query: string): Promise<number> {
  const symbols = await connection.sendRequest<readonly { name: string }[]>('workspace/symbol', { query });
  return symbols.filter(({ name }) => name.includes(query)).length;
}
