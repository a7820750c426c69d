import {
  type Connection,
  DidChangeConfigurationNotification,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from 'vscode-languageserver';
import { TEXT_SCHEME } from './articleUri.js';
import type { ClientAbilities } from './clientAbilities.js';
import { guardQuietly } from './guard.js';
import { registerHandlers } from './handlers/register.js';
import type { CorpusHost } from './host.js';
import { createShell, type Shell } from './shell.js';

/** Runs the language server on a connection: from initialize to exit. The connection ends the process as the protocol says. */
export function startServer(connection: Connection, host: CorpusHost): void {
  let isInitialized = false;
  connection.onInitialize((params) => {
    if (isInitialized) throw new ResponseError(ErrorCodes.InvalidRequest, 'the server is initialized already');
    isInitialized = true;
    return initialize(connection, host, params);
  });
  connection.listen();
}

function initialize(connection: Connection, host: CorpusHost, params: InitializeParams): InitializeResult {
  const shell = createShell(connection, host, params);
  registerHandlers(shell);
  connection.onInitialized(guardQuietly('initialized', shell.log, () => begin(shell)));
  connection.onShutdown(async () => {
    shell.indexer.stopAll();
    shell.diagnostics.close();
    shell.watchedFiles.close();
    await shell.workspace.close();
  });
  return { capabilities: listCapabilities(shell.client), serverInfo: { name: 'Fundstelle', version: host.version } };
}

async function begin({ connection, client, workspace }: Shell): Promise<void> {
  const opened = workspace.update();
  if (client.registersConfiguration)
    await connection.client.register(DidChangeConfigurationNotification.type, { section: 'fundstelle' });
  await opened;
}

function listCapabilities(client: ClientAbilities): ServerCapabilities {
  return {
    positionEncoding: 'utf-16',
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    completionProvider: { triggerCharacters: ['@', '#'], resolveProvider: true },
    codeActionProvider: { codeActionKinds: ['quickfix', 'refactor.rewrite'], resolveProvider: true },
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    ...(client.pullsDiagnostics && {
      diagnosticProvider: { identifier: 'fundstelle', interFileDependencies: false, workspaceDiagnostics: true },
    }),
    workspace: {
      workspaceFolders: { supported: true, changeNotifications: true },
      textDocumentContent: { schemes: [TEXT_SCHEME] },
    },
  };
}
