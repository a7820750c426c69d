import assert from 'node:assert/strict';
import type { ClientCapabilities, RegistrationParams } from 'vscode-languageserver/node';
import { type CorpusRow, METHODS } from '../../server/src/protocol/protocol.js';
import { cleanUp, type Opened, openSample } from './support/opened.js';
import { makeFolder } from './support/sample.js';
import { eventually, MODERN, startServer, type TestServer } from './support/testServer.js';

const ARTICLE = 'articles/fernostbrief/2011-08-25-ulan-ude.md';
const [CREATED, CHANGED, DELETED] = [1, 2, 3];

describe('watched files over the wire', () => {
  afterEach(cleanUp);

  it('a new article is read, a changed one anew, a deleted one forgotten', async () => {
    const { server, folder } = await openSample();
    const [{ articles } = { articles: 0 }] = await server.waitForCorpora();
    folder.write('articles/neu.txt', 'Nachtrag\n\nAußenminister Sergej Lawrow traf am 3. März 2024 in Genf ein.\n');
    await tell(server, [[folder.uriOf('articles/neu.txt'), CREATED]]);
    await waitForArticles(server, articles + 1);
    assert.equal(await countSymbols(server, 'Hinterwald'), 0);
    folder.write(
      'articles/neu.txt',
      'Nachtrag\n\nMinisterpräsident Toomas Hinterwald traf am 3. März 2024 in Genf ein.\n',
    );
    await tell(server, [[folder.uriOf('articles/neu.txt'), CHANGED]]);
    await eventually('the new name', async () => ((await countSymbols(server, 'Hinterwald')) > 0 ? true : undefined));
    folder.remove('articles/neu.txt');
    await tell(server, [[folder.uriOf('articles/neu.txt'), DELETED]]);
    await waitForArticles(server, articles);
    assert.equal(await countSymbols(server, 'Hinterwald'), 0);
  });

  it('a folder that goes or comes takes its articles with it, told as one path', async () => {
    const { server, folder } = await openSample();
    const [{ articles } = { articles: 0 }] = await server.waitForCorpora();
    const text = folder.read(ARTICLE);
    folder.remove('articles/fernostbrief');
    await tell(server, [[folder.uriOf('articles/fernostbrief'), DELETED]]);
    const [{ articles: fewer } = { articles }] = await eventually('fewer', async () => {
      const corpora = await server.waitForCorpora();
      return corpora[0]?.articles === articles ? undefined : corpora;
    });
    assert.ok(fewer < articles);
    folder.write('articles/wieder/eins.md', text);
    await tell(server, [[folder.uriOf('articles/wieder'), CREATED]]);
    await waitForArticles(server, fewer + 1);
  });

  it('drafts and files outside the settings are no articles', async () => {
    const { server, folder } = await openSample();
    const before = await server.waitForCorpora();
    folder.write('drafts/neu.md', 'Lawrow in Genf.\n');
    folder.write('notes.txt', 'Lawrow in Genf.\n');
    await tell(server, [
      [folder.uriOf('drafts/neu.md'), CREATED],
      [folder.uriOf('notes.txt'), CREATED],
      ['file:///elsewhere/a.txt', CREATED],
      ['not a uri %', CREATED],
    ]);
    await server.connection.sendRequest(METHODS.reindex, {});
    assert.deepEqual(await server.waitForCorpora(), before);
  });

  it('saving is enough for a client that cannot watch', async () => {
    const { server, folder } = await openSample();
    const [{ articles } = { articles: 0 }] = await server.waitForCorpora();
    const uri = folder.uriOf('articles/neu.txt');
    folder.write('articles/neu.txt', 'Nachtrag\n\nSergej Lawrow kam.\n');
    await server.open(uri, folder.read('articles/neu.txt'), 'plaintext');
    await server.connection.sendNotification('textDocument/didSave', { textDocument: { uri } });
    await waitForArticles(server, articles + 1);
  });

  it('a client that cannot watch need not: what is written is read', async () => {
    const { server, folder } = await openSample();
    const [{ articles } = { articles: 0 }] = await server.waitForCorpora();
    folder.write('articles/ganz/neu/eins.txt', 'Nachtrag\n\nMinisterpräsident Toomas Hinterwald kam.\n');
    await waitForArticles(server, articles + 1);
    folder.write('.gitignore', 'ganz/\n');
    await waitForArticles(server, articles);
    folder.remove('.gitignore');
    await waitForArticles(server, articles + 1);
    folder.remove('articles/ganz');
    await waitForArticles(server, articles);
  });

  it('what the editor hides is no article', async () => {
    const folder = makeFolder();
    folder.write('corpus.yaml', '');
    for (const path of ['a.txt', 'roh/b.txt', 'c.html']) folder.write(path, 'Sergej Lawrow kam nach Genf.\n');
    const server = startServer();
    server.answers.set('workspace/configuration', () => [{ hidden: ['**/roh', '**/*.html'] }]);
    await server.initialize({
      folders: [folder.path],
      capabilities: { ...MODERN, workspace: { ...MODERN.workspace, configuration: true } },
    });
    const [corpus] = await server.waitForCorpora();
    assert.equal(corpus?.articles, 1);
  });

  it('new settings open the corpus anew', async () => {
    const { server, folder } = await openSample();
    folder.write('corpus.yaml', 'name: Nur eines\ninclude: ["articles/fernostbrief/*.md"]\n');
    await tell(server, [[folder.uriOf('corpus.yaml'), CHANGED]]);
    const corpus = await eventually('the new name', async () => {
      const corpora = await server.connection.sendRequest<readonly CorpusRow[]>(METHODS.listCorpora);
      return corpora.find(({ name, state }) => name === 'Nur eines' && state === 'idle');
    });
    assert.ok(corpus.articles <= 2);
  });

  it('a corpus.yaml that comes makes a corpus, one that goes ends it', async () => {
    const folder = makeFolder();
    folder.write('texte/a.txt', 'Genf\n\nSergej Lawrow kam nach Genf.\n');
    const server = startServer();
    await server.initialize({ folders: [folder.path] });
    assert.deepEqual(await server.connection.sendRequest(METHODS.listCorpora), []);
    folder.write('corpus.yaml', '');
    await tell(server, [[folder.uriOf('corpus.yaml'), CREATED]]);
    await waitForArticles(server, 1);
    folder.remove('corpus.yaml');
    await tell(server, [[folder.uriOf('corpus.yaml'), DELETED]]);
    await eventually('no corpus', async () => {
      const corpora = await server.connection.sendRequest<readonly CorpusRow[]>(METHODS.listCorpora);
      return corpora.length === 0 ? true : undefined;
    });
    assert.ok((server.received.get(METHODS.corporaChanged) ?? []).length >= 2);
  });

  it('the corpus folder is watched by a client that can be asked', async () => {
    const watching: ClientCapabilities = {
      ...MODERN,
      workspace: {
        ...MODERN.workspace,
        didChangeWatchedFiles: { dynamicRegistration: true, relativePatternSupport: true },
      },
    };
    const registered: RegistrationParams[] = [];
    const folder = makeFolder();
    folder.write('corpus.yaml', '');
    const server = startServer();
    server.answers.set('client/registerCapability', (params: RegistrationParams) => {
      registered.push(params);
      return null;
    });
    await server.initialize({ folders: [folder.path], capabilities: watching });
    const patterns = await eventually('a registration', () => {
      const text = JSON.stringify(registered);
      return text.includes(folder.uri) ? text : undefined;
    });
    assert.match(patterns, /\*\*\/corpus\.yaml/);
  });
});

function tell(server: TestServer, changes: readonly (readonly [string, number | undefined])[]): Promise<void> {
  return server.connection.sendNotification('workspace/didChangeWatchedFiles', {
    changes: changes.map(([uri, type]) => ({ uri, type })),
  });
}

async function waitForArticles(server: TestServer, count: number): Promise<void> {
  await eventually(`${String(count)} articles`, async () => {
    const [corpus] = await server.connection.sendRequest<readonly CorpusRow[]>(METHODS.listCorpora);
    return corpus?.articles === count ? true : undefined;
  });
}

async function countSymbols({ connection }: Opened['server'], query: string): Promise<number> {
  const symbols = await connection.sendRequest<readonly { name: string }[]>('workspace/symbol', { query });
  return symbols.filter(({ name }) => name.includes(query)).length;
}
