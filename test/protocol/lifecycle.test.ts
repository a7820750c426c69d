import assert from 'node:assert/strict';
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
  type InitializeResult,
} from 'vscode-languageserver/node';
import { METHODS } from '../../server/src/protocol/protocol.js';
import { cleanUp } from './support/opened.js';
import { makeCorpus } from './support/sample.js';
import { startServer } from './support/testServer.js';

const PROGRAM = process.env['FUNDSTELLE_TEST_SERVER'] ?? 'dist/bin/fundstelle-server.cjs';

describe('the life of the server', () => {
  afterEach(cleanUp);

  it('says what it can, and no more than the client understands', async () => {
    const server = startServer();
    const { capabilities, serverInfo } = await server.initialize();
    assert.equal(serverInfo?.name, 'Fundstelle');
    assert.equal(capabilities.hoverProvider, true);
    assert.deepEqual(capabilities.completionProvider?.triggerCharacters, ['@', '#']);
    assert.equal(capabilities.diagnosticProvider, undefined);
  });

  const variants: readonly (readonly [string, (path: string, uri: string) => Record<string, unknown>])[] = [
    ['rootPath only', (path) => ({ rootPath: path, rootUri: undefined, workspaceFolders: undefined })],
    ['rootUri only', (_, uri) => ({ rootUri: uri, workspaceFolders: null })],
    ['empty workspace folders beside rootUri', (_, uri) => ({ rootUri: uri, workspaceFolders: [] })],
    [
      'null inside the capabilities',
      (_, uri) => ({ rootUri: uri, capabilities: { workspace: null, textDocument: { hover: null } } }),
    ],
    ['null options', (_, uri) => ({ rootUri: uri, initializationOptions: null, locale: null, processId: null })],
    [
      'strange options',
      (_, uri) => ({ rootUri: uri, initializationOptions: { corpus: 7, drafts: 'x', hover: [], references: null } }),
    ],
  ];
  for (const [name, toParams] of variants)
    it(`opens the corpus with ${name}`, async () => {
      const folder = makeCorpus();
      const server = startServer();
      await server.initialize({ capabilities: {}, raw: toParams(folder.path, folder.uri) });
      const [corpus] = await server.waitForCorpora();
      assert.equal(corpus?.corpus, folder.uri);
    });

  it('is there without any folder, and serves the corpus of the command line', async () => {
    const empty = startServer();
    await empty.initialize();
    assert.deepEqual(await empty.connection.sendRequest(METHODS.listCorpora), []);
    const folder = makeCorpus();
    const server = startServer(['--stdio', '--corpus', folder.path]);
    await server.initialize();
    await server.waitForCorpora();
    const uri = 'file:///elsewhere/draft.md';
    await server.open(uri, 'Lawrow kam.');
    const params = { textDocument: { uri }, position: { line: 0, character: 2 } };
    assert.notEqual(await server.connection.sendRequest('textDocument/hover', params), null);
  });

  it('ends with 0 after shutdown, with 1 without it, and when its client is gone', async () => {
    const asked = startServer();
    await asked.initialize();
    assert.equal(await asked.stop(), 0);

    const rude = startServer();
    await rude.initialize();
    const ended = once(rude.process, 'exit');
    await rude.connection.sendNotification('exit');
    assert.deepEqual((await ended)[0], 1);

    const left = startServer();
    await left.initialize();
    const gone = once(left.process, 'exit');
    left.process.stdin?.end();
    assert.deepEqual((await gone)[0], 1);
  });

  it('ends at once on SIGTERM, even while it reads', async () => {
    const folder = makeCorpus();
    const server = startServer();
    await server.initialize({ folders: [folder.path] });
    const ended = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    const [code, signal] = (await ended) as [number | null, string | null];
    assert.ok(signal === 'SIGTERM' || code === 143, `${String(code)} ${String(signal)}`);
  });

  it('shuts down while it reads', async () => {
    const folder = makeCorpus();
    const server = startServer();
    await server.initialize({ folders: [folder.path] });
    assert.equal(await server.stop(), 0);
  });

  it('speaks on the channel of Node too, as VS Code starts it', async () => {
    const child = fork(PROGRAM, ['--node-ipc'], { silent: true });
    const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
    connection.listen();
    const { serverInfo } = await connection.sendRequest<InitializeResult>('initialize', {
      processId: null,
      capabilities: {},
    });
    assert.equal(serverInfo?.name, 'Fundstelle');
    const ended = once(child, 'exit');
    await connection.sendRequest('shutdown');
    await connection.sendNotification('exit');
    assert.deepEqual((await ended)[0], 0);
  });

  it('tells its version and its use on the command line', () => {
    const version = execFileSync(process.execPath, [PROGRAM, '--version'], { encoding: 'utf8' });
    assert.match(version, /^\d+\.\d+\.\d+/);
    assert.match(execFileSync(process.execPath, [PROGRAM, '--help'], { encoding: 'utf8' }), /--stdio/);
    for (const args of [[], ['--nonsense']]) {
      const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], { encoding: 'utf8' });
      assert.equal(status, 2);
      assert.equal(stdout, '');
      assert.match(stderr, /Usage/);
    }
  });
});
