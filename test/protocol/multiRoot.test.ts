import assert from 'node:assert/strict';
import type { Hover } from 'vscode-languageserver/node';
import { type ActorsAtAnswer, METHODS } from '../../server/src/protocol/protocol.js';
import { askAt, cleanUp } from './support/opened.js';
import { makeCorpus, makeFolder, type TestFolder } from './support/sample.js';
import { eventually, startServer, type TestServer } from './support/testServer.js';

const TEXT = 'Sergej Lawrow kam.';

describe('several workspace folders', () => {
  afterEach(cleanUp);

  it('each has its own corpus, which answers for the drafts in it', async () => {
    const [east, west] = [makeCorpus('Ost'), makeCorpus('West')];
    const server = startServer();
    await server.initialize({ folders: [east.path, west.path] });
    await server.waitForCorpora(2);
    assert.equal((await whoIs(server, east)).corpus, east.uri);
    assert.equal((await whoIs(server, west)).corpus, west.uri);
  });

  it('folders come and go', async () => {
    const [east, west] = [makeCorpus('Ost'), makeCorpus('West')];
    const server = startServer();
    await server.initialize({ folders: [east.path] });
    await server.waitForCorpora(1);
    await changeFolders(server, { added: [west], removed: [] });
    await server.waitForCorpora(2);
    await changeFolders(server, { added: [], removed: [east] });
    const [left] = await eventually('one', async () => {
      const corpora = await server.waitForCorpora(1);
      return corpora[0]?.corpus === west.uri ? corpora : undefined;
    });
    assert.equal(left?.name, 'West');
    assert.equal((await whoIs(server, east)).corpus, undefined);
  });

  it('a folder without a corpus has none, though its neighbour has', async () => {
    const [east, bare] = [makeCorpus('Ost'), makeFolder()];
    const server = startServer();
    await server.initialize({ folders: [bare.path, east.path] });
    await server.waitForCorpora(1);
    assert.equal((await whoIs(server, bare)).corpus, undefined);
    const uri = 'untitled:Untitled-1';
    await server.open(uri, TEXT);
    const position = { line: 0, character: 9 };
    const hover = await askAt<Hover | null>(server.connection, 'textDocument/hover', { uri, position });
    assert.notEqual(hover, null, 'what is untitled belongs to the first corpus');
  });

  it('a folder inside another one: the innermost answers', async () => {
    const outer = makeCorpus('Außen');
    outer.write('innen/corpus.yaml', 'name: Innen\n');
    outer.write('innen/a.txt', 'Genf\n\nAußenminister Sergej Lawrow kam nach Genf.\n');
    const server = startServer();
    await server.initialize({ folders: [outer.path, `${outer.path}/innen`] });
    await server.waitForCorpora(2);
    const uri = outer.uriOf('innen/drafts/d.md');
    await server.open(uri, TEXT);
    const position = { line: 0, character: 9 };
    const answer = await askAt<ActorsAtAnswer>(server.connection, METHODS.actorsAt, { uri, position });
    assert.equal(answer.corpus, outer.uriOf('innen'));
  });
});

async function whoIs(server: TestServer, folder: TestFolder): Promise<ActorsAtAnswer> {
  const uri = folder.uriOf('drafts/entwurf.md');
  await server.open(uri, TEXT);
  return askAt(server.connection, METHODS.actorsAt, { uri, position: { line: 0, character: 9 } });
}

function changeFolders(
  { connection }: TestServer,
  { added, removed }: { readonly added: readonly TestFolder[]; readonly removed: readonly TestFolder[] },
): Promise<void> {
  const toFolder = ({ uri }: TestFolder) => ({ uri, name: uri });
  return connection.sendNotification('workspace/didChangeWorkspaceFolders', {
    event: { added: added.map(toFolder), removed: removed.map(toFolder) },
  });
}
