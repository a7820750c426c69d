import assert from 'node:assert/strict';
import {
  CancellationToken,
  CancellationTokenSource,
  type ClientCapabilities,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  type WorkspaceDiagnosticReport,
} from 'vscode-languageserver/node';
import { cleanUp, type Opened, openSample } from './support/opened.js';
import { eventually, MODERN } from './support/testServer.js';

const BROKEN = 'articles/radio-sundwelle/unlesbar.txt';
const PULLING: ClientCapabilities = {
  ...MODERN,
  workspace: { ...MODERN.workspace, diagnostics: { refreshSupport: true } },
  textDocument: { ...MODERN.textDocument, diagnostic: {} },
};

describe('problems over the wire', () => {
  afterEach(cleanUp);

  it('are pushed to a client that does not pull', async () => {
    const { server, folder } = await openSample();
    const [problem] = await eventually('a problem', () => ifAny(server.diagnosticsOf(folder.uriOf(BROKEN))));
    assert.deepEqual([problem?.source, problem?.severity], ['fundstelle', DiagnosticSeverity.Error]);
    assert.match(JSON.stringify(problem), /binary data/);
  });

  it('go away with their cause, and come with a new one', async () => {
    const { server, folder } = await openSample();
    await eventually('a problem', () => ifAny(server.diagnosticsOf(folder.uriOf(BROKEN))));
    folder.remove(BROKEN);
    folder.write('corpus.yaml', 'name: x\nlanguage: fr\n');
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [
        { uri: folder.uriOf(BROKEN), type: 3 },
        { uri: folder.uriOf('corpus.yaml'), type: 2 },
      ],
    });
    const [problem] = await eventually('the new one', () => ifAny(server.diagnosticsOf(folder.uriOf('corpus.yaml'))));
    assert.deepEqual(problem?.range, { start: { line: 1, character: 10 }, end: { line: 1, character: 12 } });
    await eventually('the old one is gone', () => server.diagnosticsOf(folder.uriOf(BROKEN)).length === 0 || undefined);
  });

  it('can be pulled for a document', async () => {
    const opened = await openSample(PULLING);
    const params = { textDocument: { uri: opened.folder.uriOf(BROKEN) } };
    const pull = (more: object = {}): Promise<DocumentDiagnosticReport> =>
      opened.server.connection.sendRequest('textDocument/diagnostic', { ...params, ...more });
    const first = await eventually('a problem', async () => {
      const report = await pull();
      return report.kind === 'full' && report.items.length > 0 ? report : undefined;
    });
    assert.equal((await pull({ previousResultId: first.resultId })).kind, 'unchanged');
    assert.equal(opened.server.diagnosticsOf(opened.folder.uriOf(BROKEN)).length, 0, 'nothing is pushed');
    const draft = { textDocument: { uri: opened.folder.uriOf('drafts/analyse-gipfel.md') } };
    const none = await opened.server.connection.sendRequest<DocumentDiagnosticReport>('textDocument/diagnostic', draft);
    assert.deepEqual(none.kind === 'full' && none.items, []);
  });

  it('can be pulled for the workspace: the next pull waits for news, and a refresh is asked for', async () => {
    const opened = await openSample(PULLING);
    const first = await pullWorkspace(opened, []);
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    assert.deepEqual(
      first.items.map(({ uri }) => uri),
      [opened.folder.uriOf(BROKEN)],
    );
    const next = pullWorkspace(opened, known);
    let refreshes = 0;
    opened.server.answers.set('workspace/diagnostic/refresh', () => {
      refreshes++;
      return null;
    });
    opened.folder.remove(BROKEN);
    await opened.server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: opened.folder.uriOf(BROKEN), type: 3 }],
    });
    const { items } = await next;
    assert.deepEqual(
      items.map((item) => [item.uri, item.kind === 'full' && item.items]),
      [[opened.folder.uriOf(BROKEN), []]],
    );
    await eventually('a refresh', () => (refreshes > 0 ? refreshes : undefined));
  });

  it('a waiting pull ends when it is cancelled, and with the server', async () => {
    const opened = await openSample(PULLING);
    const first = await pullWorkspace(opened, []);
    const known = first.items.map(({ uri, resultId }) => ({ uri, value: resultId ?? '' }));
    const source = new CancellationTokenSource();
    const waiting = pullWorkspace(opened, known, source.token);
    source.cancel();
    await assert.rejects(waiting, { code: -32800 });
    const last = pullWorkspace(opened, known);
    assert.equal(await opened.server.stop(), 0);
    assert.deepEqual((await last).items, []);
  });
});

function ifAny<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined;
}

function pullWorkspace(
  { server }: Opened,
  previousResultIds: readonly { uri: string; value: string }[],
  token = CancellationToken.None,
): Promise<WorkspaceDiagnosticReport> {
  return server.connection.sendRequest('workspace/diagnostic', { previousResultIds }, token);
}
