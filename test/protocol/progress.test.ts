import assert from 'node:assert/strict';
import { CancellationTokenSource, type ClientCapabilities } from 'vscode-languageserver/node';
import { type CorpusRow, METHODS } from '../../server/src/protocol/protocol.js';
import { cleanUp, openSample } from './support/opened.js';
import { copySample, type TestFolder } from './support/sample.js';
import { eventually, MODERN, startServer } from './support/testServer.js';

const SHOWING: ClientCapabilities = { ...MODERN, window: { workDoneProgress: true } };

interface ProgressMessage {
  readonly token: string;
  readonly value: { readonly kind: string; readonly percentage?: number; readonly cancellable?: boolean };
}

describe('progress over the wire', () => {
  afterEach(cleanUp);

  it('is shown from begin to end while the corpus is read', async () => {
    const { server } = await openSample(SHOWING);
    const messages = await eventually('the end', () => {
      const all = (server.received.get('$/progress') ?? []) as readonly ProgressMessage[];
      return all.some(({ value }) => value.kind === 'end') ? all : undefined;
    });
    assert.deepEqual([messages[0]?.value.kind, messages[0]?.value.cancellable], ['begin', true]);
    const percentages = messages.flatMap(({ value }) => value.percentage ?? []);
    assert.deepEqual(
      percentages,
      [...percentages].sort((a, b) => a - b),
    );
    assert.equal(percentages.at(-1), 100);
  });

  it('can be cancelled: what was read stays, and reading goes on when asked', async () => {
    const folder = multiply(copySample());
    const server = startServer();
    await server.initialize({ folders: [folder.path], capabilities: SHOWING });
    const { token } = await eventually(
      'it begins',
      () => server.received.get('$/progress')?.[0] as ProgressMessage | undefined,
    );
    await server.connection.sendNotification('window/workDoneProgress/cancel', { token });
    const stopped = await eventually('it stops', async () => {
      const [corpus] = await server.connection.sendRequest<readonly CorpusRow[]>(METHODS.listCorpora);
      return corpus?.state === 'idle' ? corpus : undefined;
    });
    await server.connection.sendRequest(METHODS.reindex, {});
    const [corpus] = await server.waitForCorpora();
    assert.ok(stopped.articles < (corpus?.articles ?? 0), `${String(stopped.articles)} of ${String(corpus?.articles)}`);
  });

  it('answers while it reads, and says that it is not done', async () => {
    const folder = multiply(copySample());
    const server = startServer();
    await server.initialize({ folders: [folder.path] });
    const states: string[] = [];
    await eventually('all is read', async () => {
      const [corpus] = await server.connection.sendRequest<readonly CorpusRow[]>(METHODS.listCorpora);
      states.push(corpus?.state ?? 'none');
      return corpus?.state === 'idle' && corpus.articles > 0 ? true : undefined;
    });
    assert.ok(states.includes('indexing'), states.join(' '));
  });

  it('a request that is cancelled while others are answered is answered as cancelled', async () => {
    const { server, ask } = await openSample();
    const uri = 'untitled:long';
    await server.open(uri, 'Lawrow traf Blinken. '.repeat(50_000));
    const long = server.connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    const source = new CancellationTokenSource();
    const cancelled = server.connection.sendRequest('workspace/symbol', { query: '' }, source.token);
    source.cancel();
    await assert.rejects(cancelled, { code: -32800 });
    await long;
    assert.notEqual(await ask('textDocument/hover', 'traf Law|row in Genf Blinken'), null);
  });
});

/** Enough articles that reading them takes a while. */
function multiply(folder: TestFolder): TestFolder {
  const text = folder.read('articles/donauwarte/2022-01-22-blinken-lawrow-genf.md');
  for (let i = 0; i < 500; i++) folder.write(`articles/mehr/${String(i)}.md`, text);
  return folder;
}
