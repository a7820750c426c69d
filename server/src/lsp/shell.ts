import { type Connection, type InitializeParams, TextDocuments } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type ClientAbilities, readClientAbilities } from './clientAbilities.js';
import { toFileUri } from './uris.js';
import { Corpora } from './corpora.js';
import { Diagnostics } from './diagnostics.js';
import type { Log } from './guard.js';
import type { Locale } from '../service/messages/messages.js';
import type { CorpusHost } from './host.js';
import { Indexer } from './indexing.js';
import { asObject, parseIndexSettings } from './settings.js';
import { SettingsSource } from './settingsSource.js';
import { Status } from './status.js';
import { getStrings, type Strings } from './strings.js';
import { WatchedFiles } from './watchedFiles.js';
import { Workspace } from './workspace.js';

/** The long-lived things of one session, made when the client has said what it can. */
export interface Shell {
  readonly connection: Connection;
  readonly log: Log;
  readonly client: ClientAbilities;
  readonly locale: Locale;
  readonly strings: Strings;
  readonly settings: SettingsSource;
  readonly documents: TextDocuments<TextDocument>;
  readonly corpora: Corpora;
  readonly workspace: Workspace;
  readonly indexer: Indexer;
  readonly diagnostics: Diagnostics;
  readonly watchedFiles: WatchedFiles;
}

export function createShell(connection: Connection, host: CorpusHost, params: InitializeParams): Shell {
  const log: Log = (message) => {
    connection.console.error(message);
  };
  const client = readClientAbilities(params);
  const locale = findLocale(params.locale);
  const strings = getStrings(locale);
  const settings = new SettingsSource(connection, client, params.initializationOptions);
  const corpora = new Corpora();
  const status = new Status(connection, log);
  const diagnostics = new Diagnostics({ connection, client, corpora, locale, log });
  const documents = new TextDocuments(TextDocument);
  const indexer = new Indexer({ connection, status, strings, documents, log, onDone: diagnostics.note });
  const onChange = (): void => {
    watchedFiles.watch();
    diagnostics.note();
  };
  const parts = {
    connection,
    host,
    client,
    settings,
    corpora,
    documents,
    indexer,
    status,
    diagnostics,
    log,
    locale,
    index: parseIndexSettings(params.initializationOptions),
    onChange,
  };
  const workspace = new Workspace(parts, listFolders(params));
  const watchedFiles = new WatchedFiles({ ...parts, workspace });
  return { ...parts, strings, workspace, watchedFiles };
}

/** German for German readers, English for all others. */
function findLocale(locale: string | null | undefined): Locale {
  return locale?.toLowerCase().startsWith('de') === true ? 'de' : 'en';
}

/** The workspace folders by any of the ways a client can name them; none is fine. */
function listFolders(params: InitializeParams): readonly string[] {
  const { workspaceFolders } = params;
  if (Array.isArray(workspaceFolders) && workspaceFolders.length > 0) return workspaceFolders.map(({ uri }) => uri);
  // Deprecated, but all that some clients send.
  const { rootUri, rootPath } = asObject(params);
  if (typeof rootUri === 'string' && rootUri !== '') return [rootUri];
  return typeof rootPath === 'string' && rootPath !== '' ? [toFileUri(rootPath)] : [];
}
