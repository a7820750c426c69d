import type {
  CancellationToken,
  DidChangeConfigurationParams,
  DidChangeWatchedFilesParams,
  TextDocumentChangeEvent,
  WorkspaceFoldersChangeEvent,
} from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { METHODS } from '../../protocol/protocol.js';
import { guard, guardQuietly } from '../guard.js';
import type { Shell } from '../shell.js';
import { addArticle } from './addArticle.js';
import { codeActions, decide, resolveCodeAction } from './codeActions.js';
import * as corpus from './corpusHandlers.js';
import * as document from './documentHandlers.js';
import { explain } from './explain.js';
import { searchPassages } from './searchPassages.js';

/** Puts every handler on the wire, each behind the guard. */
export function registerHandlers(shell: Shell): void {
  registerDocumentHandlers(shell);
  registerCorpusHandlers(shell);
  registerDiagnostics(shell);
  registerChanges(shell);
}

function registerDocumentHandlers(shell: Shell): void {
  const { connection } = shell;
  connection.onHover(wrap(shell, 'hover', document.hover));
  connection.onDefinition(wrap(shell, 'definition', document.definition));
  connection.onReferences(wrap(shell, 'references', document.references));
  connection.onCompletion(wrap(shell, 'completion', document.complete));
  connection.onCompletionResolve(wrap(shell, 'completion resolve', document.resolveCompletion));
  connection.onCodeAction(wrap(shell, 'code actions', codeActions));
  connection.onCodeActionResolve(wrap(shell, 'code action resolve', resolveCodeAction));
  connection.onDocumentSymbol(wrap(shell, 'document symbols', document.documentSymbols));
  connection.onWorkspaceSymbol(wrap(shell, 'workspace symbols', document.workspaceSymbols));
}

function registerCorpusHandlers(shell: Shell): void {
  const { connection } = shell;
  const put = <Params, Answer>(method: string, handler: Handler<Params, Answer>): void => {
    const guarded = wrap(shell, method, handler);
    // A request without parameters comes as a call with the token alone.
    connection.onRequest(method, (first: Params | CancellationToken, token?: CancellationToken) =>
      token === undefined ? guarded(undefined as Params, first as CancellationToken) : guarded(first as Params, token),
    );
  };
  put(METHODS.listCorpora, corpus.listCorpora);
  put(METHODS.listArticles, corpus.listArticles);
  put(METHODS.listActors, corpus.listActors);
  put(METHODS.listEvents, corpus.listEvents);
  put(METHODS.listEventMonths, corpus.listEventMonths);
  put(METHODS.listPassages, corpus.listPassages);
  put(METHODS.searchPassages, searchPassages);
  put(METHODS.actorsAt, corpus.actorsAt);
  put(METHODS.articleText, corpus.articleText);
  connection.workspace.textDocumentContent.on(wrap(shell, 'text document content', corpus.textDocumentContent));
  put(METHODS.reindex, corpus.reindex);
  put(METHODS.addArticle, addArticle);
  put(METHODS.decide, decide);
  put(METHODS.explain, explain);
}

function registerDiagnostics(shell: Shell): void {
  if (!shell.client.pullsDiagnostics) return;
  const { diagnostics } = shell.connection.languages;
  diagnostics.on(wrap(shell, 'document diagnostics', document.pullDiagnostics));
  diagnostics.onWorkspace(wrap(shell, 'workspace diagnostics', document.pullWorkspaceDiagnostics));
}

function registerChanges({
  connection,
  client,
  documents,
  corpora,
  workspace,
  settings,
  watchedFiles,
  log,
}: Shell): void {
  const on = <Params>(name: string, work: (params: Params) => Promise<void> | void) => guardQuietly(name, log, work);
  const close = (event: TextDocumentChangeEvent<TextDocument>): void => {
    corpora.findFor(event.document.uri)?.corpus.service.forget(event.document.uri);
  };
  // Clients that cannot watch files at least tell what they save.
  const save = (event: TextDocumentChangeEvent<TextDocument>): void => {
    watchedFiles.note([event.document.uri]);
  };
  const watch = ({ changes }: DidChangeWatchedFilesParams): void => {
    watchedFiles.note(changes.map(({ uri }) => uri));
  };
  const configure = (params: DidChangeConfigurationParams): Promise<void> => {
    settings.change(params.settings);
    return workspace.update();
  };
  const changeFolders = (event: WorkspaceFoldersChangeEvent): Promise<void> =>
    workspace.changeFolders(event.added, event.removed);

  documents.listen(connection);
  documents.onDidClose(on('close', close));
  documents.onDidSave(on('save', save));
  connection.onDidChangeWatchedFiles(on('watched files', watch));
  connection.onDidChangeConfiguration(on('configuration', configure));
  if (client.tellsFolderChanges) connection.workspace.onDidChangeWorkspaceFolders(on('folders', changeFolders));
}

type Handler<Params, Answer> = (shell: Shell, params: Params, token: CancellationToken) => Promise<Answer>;

function wrap<Params, Answer>(shell: Shell, name: string, handler: Handler<Params, Answer>) {
  return guard(name, shell.log, (params: Params, token) => handler(shell, params, token));
}
