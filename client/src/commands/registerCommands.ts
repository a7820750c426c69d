import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { METHODS, type ReindexRequest } from '../../../server/src/protocol/protocol.js';
import type { CorpusSource } from '../corpusView/corpusModel.js';
import { CorpusTree } from '../corpusView/corpusTree.js';
import type { ViewNode } from '../corpusView/viewNodeModel.js';
import { addFromClipboard, addFromFile, addFromUrl } from './addArticle.js';
import {
  addAlias,
  decideName,
  mergeActors,
  rejectActors,
  renameActor,
  saveDecision,
  setActorKind,
  setNote,
  undoDecision,
} from './decide.js';
import { Explanations } from './explain.js';
import { createCorpus, openCorpus } from './corpusFolder.js';
import type { PickParts } from '../search/passagePick.js';
import { showText } from '../textLinks.js';
import { openOriginal } from './openOriginal.js';
import { refreshConcordance, searchPassages, searchSelection, showConcordance, showMore } from './searchPassages.js';
import { searchActor } from './searchActor.js';
import { showPassages } from './showPassages.js';

export interface CommandTools extends PickParts {
  readonly client: LanguageClient;
  readonly source: CorpusSource;
  readonly log: vscode.LogOutputChannel;
}

/** All commands of the extension; a failure is logged and told, never thrown at the editor. */
export function registerCommands(tools: CommandTools): readonly vscode.Disposable[] {
  const { client, log } = tools;
  const explanations = new Explanations(client);
  const commands: Readonly<Record<string, (...args: unknown[]) => Promise<void>>> = {
    'fundstelle.reindex': () => client.sendRequest(METHODS.reindex, {} satisfies ReindexRequest),
    'fundstelle.openCorpus': openCorpus,
    'fundstelle.createCorpus': createCorpus,
    'fundstelle.addFromClipboard': () => addFromClipboard(tools),
    'fundstelle.addFromFile': (file) => addFromFile(tools, file),
    'fundstelle.addFromUrl': () => addFromUrl(tools),
    'fundstelle.searchPassages': (query) => searchPassages(tools, query),
    'fundstelle.searchSelection': () => searchSelection(tools),
    'fundstelle.showConcordance': (query) => showConcordance(tools.concordances, query),
    'fundstelle.concordanceMore': (target) => showMore(tools.concordances, target),
    'fundstelle.concordanceRefresh': (target) => refreshConcordance(tools.concordances, target),
    'fundstelle.searchActor': () => searchActor(tools),
    'fundstelle.showPassages': (corpus, actor) => showPassages(tools, corpus, actor),
    'fundstelle.loadMore': loadMore,
    'fundstelle.showText': showText,
    'fundstelle.openOriginal': (target) => openOriginal(client, target),
    'fundstelle.showOutput': () => showLog(log),
    'fundstelle.mergeActors': (node, selected) => mergeActors(tools, node, selected),
    'fundstelle.rejectActor': (node, selected) => rejectActors(tools, node, selected),
    'fundstelle.renameActor': (node) => renameActor(tools, node),
    'fundstelle.addAlias': (node) => addAlias(tools, node),
    'fundstelle.setActorKind': (node) => setActorKind(tools, node),
    'fundstelle.setNote': (node) => setNote(tools, node),
    'fundstelle.decideName': decideName,
    'fundstelle.saveDecision': saveDecision,
    'fundstelle.undoDecision': undoDecision,
    'fundstelle.explain': (...place) => explanations.show(...place),
  };
  const registered = Object.entries(commands).map(([name, run]) =>
    vscode.commands.registerCommand(name, (...args: unknown[]) =>
      run(...args).catch((error: unknown) => {
        tell(name, error, log);
      }),
    ),
  );
  return [...registered, explanations.registration];
}

async function loadMore(tree: unknown, node: unknown): Promise<void> {
  if (tree instanceof CorpusTree) await tree.loadMore(node as ViewNode);
}

function showLog(log: vscode.LogOutputChannel): Promise<void> {
  log.show(true);
  return Promise.resolve();
}

function tell(name: string, error: unknown, log: vscode.LogOutputChannel): void {
  log.error(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  void vscode.window.showErrorMessage(
    vscode.l10n.t('Fundstelle: {0}', error instanceof Error ? error.message : String(error)),
  );
}
