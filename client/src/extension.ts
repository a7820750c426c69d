import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { registerCommands } from './commands/registerCommands.js';
import { createCorpusSource } from './corpusSource.js';
import { CorpusState } from './corpusState.js';
import { type CorpusViews, createCorpusViews } from './corpusView/corpusViews.js';
import { createLanguageClient } from './languageClient.js';
import { Concordances } from './search/concordances.js';
import { createPassageSearch } from './search/passageSearch.js';
import { CorpusStatusItem } from './status.js';

/** What other extensions and our tests get. */
export interface Fundstelle {
  readonly languageClient: LanguageClient;
  readonly views: CorpusViews;
}

let languageClient: LanguageClient | undefined;

/** Called by the editor when a draft or a folder with a corpus is opened. */
export function activate(context: vscode.ExtensionContext): Fundstelle {
  const { subscriptions } = context;
  const log = vscode.window.createOutputChannel('Fundstelle', { log: true });
  const client = createLanguageClient(context, log);
  languageClient = client;
  const source = createCorpusSource(client);
  const state = new CorpusState(client, source);
  const status = new CorpusStatusItem();
  state.onDidChange((corpora) => {
    status.show(corpora);
  });
  subscriptions.push(log, state, status);
  const views = createCorpusViews(source, state, subscriptions);
  const search = createPassageSearch(client);
  const concordances = new Concordances({ search, state });
  subscriptions.push(concordances, ...registerCommands({ client, source, state, log, search, concordances }));
  client.start().catch((error: unknown) => {
    log.error(`The language server did not start: ${String(error)}`);
  });
  return { languageClient: client, views };
}

/** Called by the editor before it ends. */
export async function deactivate(): Promise<void> {
  if (languageClient?.needsStop() === true) await languageClient.stop();
}
