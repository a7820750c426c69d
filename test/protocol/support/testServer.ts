import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import {
  type ClientCapabilities,
  createMessageConnection,
  type InitializeResult,
  type MessageConnection,
  type PublishDiagnosticsParams,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { type CorpusRow, METHODS } from '../../../server/src/protocol/protocol.js';

/** The built server, as every editor starts it. */
const PROGRAM = process.env['FUNDSTELLE_TEST_SERVER'] ?? 'dist/bin/fundstelle-server.cjs';
const PATIENCE_MS = 15_000;

/** A running server with a client of its own: everything goes over stdio, as in an editor. */
export interface TestServer {
  readonly connection: MessageConnection;
  readonly process: ChildProcess;
  /** What the server sent without being asked, by method. */
  readonly received: ReadonlyMap<string, readonly unknown[]>;
  /** Answers to what the server asks of its client, by method; tests may put their own in. */
  readonly answers: Map<string, (params: never) => unknown>;
  initialize(params?: InitializeOptions): Promise<InitializeResult>;
  /** Resolves when the server is idle with so many corpora, and gives them. */
  waitForCorpora(count?: number): Promise<readonly CorpusRow[]>;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  diagnosticsOf(uri: string): PublishDiagnosticsParams['diagnostics'];
  /** Shutdown and exit; gives the exit code. */
  stop(): Promise<number | null>;
}

interface InitializeOptions {
  readonly folders?: readonly string[];
  readonly capabilities?: ClientCapabilities;
  /** Goes over everything else; `undefined` leaves a parameter out. */
  readonly raw?: Readonly<Record<string, unknown>>;
}

/** What a modern client can. */
export const MODERN: ClientCapabilities = {
  workspace: { workspaceFolders: true, symbol: {} },
  textDocument: {
    hover: { contentFormat: ['markdown', 'plaintext'] },
    definition: { linkSupport: true },
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    completion: { completionItem: { documentationFormat: ['markdown', 'plaintext'] } },
  },
};

const running = new Set<ChildProcess>();

/** Starts the server; it is ended after the test in any case. */
export function startServer(args: readonly string[] = ['--stdio']): TestServer {
  const child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  running.add(child);
  const connection = createMessageConnection(
    new StreamMessageReader(child.stdout),
    new StreamMessageWriter(child.stdin),
  );
  const received = new Map<string, unknown[]>();
  const answers = new Map<string, (params: never) => unknown>();
  connection.onNotification((method, params) => {
    received.set(method, [...(received.get(method) ?? []), params]);
  });
  // `$/progress` has a way of its own in the library.
  connection.onUnhandledProgress((params) => {
    received.set('$/progress', [...(received.get('$/progress') ?? []), params]);
  });
  connection.onRequest((method, params) => answers.get(method)?.(params as never) ?? null);
  connection.listen();
  return { connection, process: child, received, answers, ...makeVerbs(child, connection, received) };
}

/** Ends what a test has left running; for `afterEach`. */
export function endServers(): void {
  for (const child of running) child.kill('SIGKILL');
  running.clear();
}

type Verbs = Pick<TestServer, 'initialize' | 'waitForCorpora' | 'open' | 'diagnosticsOf' | 'stop'>;

function makeVerbs(
  child: ChildProcess,
  connection: MessageConnection,
  received: ReadonlyMap<string, unknown[]>,
): Verbs {
  return {
    initialize: async ({ folders = [], capabilities = MODERN, raw = {} } = {}) => {
      const params = {
        processId: process.pid,
        rootUri: null,
        workspaceFolders: toFolders(folders),
        capabilities,
        ...raw,
      };
      const result = await connection.sendRequest<InitializeResult>('initialize', params);
      await connection.sendNotification('initialized', {});
      return result;
    },
    waitForCorpora: (count = 1) =>
      eventually('the corpora are read', async () => {
        const corpora = await connection.sendRequest<readonly CorpusRow[]>(METHODS.listCorpora);
        const areReady =
          corpora.length === count && corpora.every(({ state, articles }) => state === 'idle' && articles > 0);
        return areReady ? corpora : undefined;
      }),
    open: (uri, text, languageId = 'markdown') =>
      connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } }),
    diagnosticsOf: (uri) => {
      const pushed = (received.get('textDocument/publishDiagnostics') ?? []) as readonly PublishDiagnosticsParams[];
      return pushed.filter((params) => params.uri === uri).at(-1)?.diagnostics ?? [];
    },
    stop: async () => {
      const ended = once(child, 'exit');
      await connection.sendRequest('shutdown');
      await connection.sendNotification('exit');
      const [code] = (await ended) as [number | null];
      return code;
    },
  };
}

/** Asks until the answer is there. */
export async function eventually<T>(what: string, find: () => Promise<T | undefined> | T | undefined): Promise<T> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    const found = await find();
    if (found !== undefined) return found;
    await sleep(30);
  }
  throw new Error(`not in time: ${what}`);
}

function toFolders(folders: readonly string[]): readonly { uri: string; name: string }[] | null {
  return folders.length === 0 ? null : folders.map((folder) => ({ uri: pathToFileURL(folder).href, name: folder }));
}
