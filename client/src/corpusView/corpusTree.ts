import * as vscode from 'vscode';
import type { CorpusModel } from './corpusModel.js';
import type { ViewNode } from './viewNodeModel.js';

/** Shows a model as a tree of the editor. */
export class CorpusTree implements vscode.TreeDataProvider<ViewNode> {
  readonly #model: CorpusModel;
  readonly #changed = new vscode.EventEmitter<ViewNode | undefined>();
  readonly #parents = new WeakMap<ViewNode, ViewNode>();
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(model: CorpusModel) {
    this.#model = model;
  }

  /** Everything is asked for anew. */
  refresh(): void {
    this.#model.refresh();
    this.#changed.fire(undefined);
  }

  /** Loads the page behind a „more…" line. */
  async loadMore(node: ViewNode): Promise<void> {
    await node.loadMore?.();
    this.#changed.fire(this.#parents.get(node));
  }

  async getChildren(parent?: ViewNode): Promise<ViewNode[]> {
    const nodes = parent === undefined ? await this.#model.listRoots() : await (parent.listChildren?.() ?? []);
    if (parent !== undefined) for (const node of nodes) this.#parents.set(node, parent);
    return [...nodes];
  }

  getParent(node: ViewNode): ViewNode | undefined {
    return this.#parents.get(node);
  }

  getTreeItem(node: ViewNode): vscode.TreeItem {
    const { Collapsed, None } = vscode.TreeItemCollapsibleState;
    const item = new vscode.TreeItem(toLabel(node), node.listChildren === undefined ? None : Collapsed);
    item.id = node.id;
    item.iconPath = new vscode.ThemeIcon(node.icon);
    item.accessibilityInformation = { label: node.spoken };
    if (node.description !== undefined) item.description = node.description;
    if (node.tooltip !== undefined) item.tooltip = node.tooltip;
    if (node.context !== undefined) item.contextValue = node.context;
    const command = this.#findCommand(node);
    if (command !== undefined) item.command = command;
    return item;
  }

  #findCommand(node: ViewNode): vscode.Command | undefined {
    if (node.loadMore !== undefined)
      return { command: 'fundstelle.loadMore', title: vscode.l10n.t('Load More'), arguments: [this, node] };
    if (node.place === undefined) return undefined;
    const { start, end } = node.place.range;
    const selection = new vscode.Range(start.line, start.character, end.line, end.character);
    return {
      command: 'vscode.open',
      title: vscode.l10n.t('Open'),
      arguments: [
        vscode.Uri.parse(node.place.uri),
        { selection, preview: true } satisfies vscode.TextDocumentShowOptions,
      ],
    };
  }
}

function toLabel({ label, highlights }: ViewNode): vscode.TreeItemLabel {
  return highlights === undefined ? { label } : { label, highlights: highlights.map(([start, end]) => [start, end]) };
}
