import * as vscode from 'vscode';
import type { CorpusState } from '../corpusState.js';
import { openActors } from './actorsModel.js';
import { openArticles } from './articlesModel.js';
import { CorpusModel, type CorpusSource, type OpenCorpus } from './corpusModel.js';
import { CorpusTree } from './corpusTree.js';
import { openEvents } from './eventsModel.js';
import type { ViewNode } from './viewNodeModel.js';

/** A view of the container with what it shows. */
export interface CorpusView {
  readonly tree: CorpusTree;
  readonly view: vscode.TreeView<ViewNode>;
}

export interface CorpusViews {
  readonly articles: CorpusView;
  readonly actors: CorpusView;
  readonly events: CorpusView;
}

/** The three views of the corpus; they follow what the server tells. */
export function createCorpusViews(
  source: CorpusSource,
  state: CorpusState,
  subscriptions: vscode.ExtensionContext['subscriptions'],
): CorpusViews {
  const create = (id: string, open: OpenCorpus, selects?: 'several'): CorpusView => {
    const tree = new CorpusTree(new CorpusModel(open, { source, t: vscode.l10n.t }));
    const view = vscode.window.createTreeView(id, {
      treeDataProvider: tree,
      showCollapseAll: true,
      canSelectMany: selects === 'several',
    });
    const refresh = state.onDidChangeContent(() => {
      tree.refresh();
    });
    subscriptions.push(view, refresh);
    return { tree, view };
  };
  return {
    articles: create('fundstelle.articles', openArticles),
    actors: create('fundstelle.actors', openActors, 'several'),
    events: create('fundstelle.events', openEvents),
  };
}
