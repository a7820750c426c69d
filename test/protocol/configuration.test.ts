import assert from 'node:assert/strict';
import type { ClientCapabilities, ConfigurationParams, ShowMessageParams } from 'vscode-languageserver/node';
import { METHODS } from '../../server/src/protocol/protocol.js';
import { cleanUp } from './support/opened.js';
import { makeCorpus, makeFolder, type TestFolder } from './support/sample.js';
import { eventually, MODERN, startServer, type TestServer } from './support/testServer.js';

const ASKING: ClientCapabilities = { ...MODERN, workspace: { ...MODERN.workspace, configuration: true } };

describe('settings over the wire', () => {
  afterEach(cleanUp);

  for (const answer of [null, [null], [{}], 'nonsense', [7]])
    it(`an answer of ${JSON.stringify(answer)} means defaults`, async () => {
      const folder = makeCorpus();
      const server = await start(folder, () => answer);
      await server.waitForCorpora();
    });

  it('no answer means defaults after a while', async () => {
    const folder = makeCorpus();
    const server = await start(folder, () => new Promise(() => undefined));
    await server.waitForCorpora();
  });

  it('a corpus outside the workspace is taken from the user, and refused to the workspace', async () => {
    const corpus = makeCorpus();
    const workspace = makeFolder();
    const byWorkspace = await start(workspace, () => [{ corpus: corpus.path, corpusScope: 'workspace' }]);
    const told = await eventually('a message', () => byWorkspace.received.get('window/showMessage')?.[0]);
    assert.match((told as ShowMessageParams).message, /user settings/);
    assert.deepEqual(await byWorkspace.connection.sendRequest(METHODS.listCorpora), []);

    const byUser = await start(workspace, () => [{ corpus: corpus.path, corpusScope: 'user' }]);
    assert.equal((await byUser.waitForCorpora())[0]?.corpus, corpus.uri);
  });

  it('a mark proves nothing when the client did not say that it marks', async () => {
    const corpus = makeCorpus();
    const workspace = makeFolder();
    const server = await start(workspace, () => [{ corpus: corpus.path, corpusScope: 'user' }], {});
    await eventually('a message', () => server.received.get('window/showMessage')?.[0]);
    assert.deepEqual(await server.connection.sendRequest(METHODS.listCorpora), []);
  });

  it('initialization options are the user’s word', async () => {
    const corpus = makeCorpus();
    const workspace = makeFolder();
    const server = startServer();
    await server.initialize({ folders: [workspace.path], raw: { initializationOptions: { corpus: corpus.path } } });
    assert.equal((await server.waitForCorpora())[0]?.corpus, corpus.uri);
  });

  it('a change is followed: what is a draft now is no article any more', async () => {
    const folder = makeCorpus();
    folder.write('mein/entwurf.txt', 'Sergej Lawrow kam nach Genf.\n');
    let drafts = ['**/drafts/**'];
    const server = await start(folder, () => [{ drafts }]);
    assert.equal((await server.waitForCorpora())[0]?.articles, 2);
    drafts = ['mein/**'];
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await eventually('one article less', async () => {
      const [corpus] = await server.waitForCorpora();
      return corpus?.articles === 1 ? true : undefined;
    });
  });
});

async function start(
  folder: TestFolder,
  answer: (params: ConfigurationParams) => unknown,
  initializationOptions: object = { marksScopes: true },
): Promise<TestServer> {
  const server = startServer();
  server.answers.set('workspace/configuration', answer);
  await server.initialize({ folders: [folder.path], capabilities: ASKING, raw: { initializationOptions } });
  return server;
}
