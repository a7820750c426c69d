import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { CorpusView } from '../../../client/src/corpusView/corpusViews.js';
import { eventually } from './support/eventually.js';
import { getFundstelle, waitForCorpus } from './support/fundstelle.js';

describe('the trees', () => {
  before(waitForCorpus);

  it('Articles lists all articles, and a click opens one', async () => {
    const { articles } = (await getFundstelle()).views;
    const items = await listItems(articles, []);
    assert.ok(items.length >= 24, `${String(items.length)} articles`);
    await click(items[0]);
    assert.match(vscode.window.activeTextEditor?.document.uri.path ?? '', /\/articles\//);
  });

  it('Actors leads from a kind to an actor to a passage, and a click goes to the name', async () => {
    const { actors } = (await getFundstelle()).views;
    const passages = await listItems(actors, ['Persons', 'Sergej Lawrow']);
    assert.ok(passages.length >= 10, `${String(passages.length)} passages`);
    await click(passages[0]);
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.getText(editor.selection) ?? '', /Lawrow|Lavrov|Außenminister|minister/i);
  });

  it('Events lists the Geneva talks under January 2022', async () => {
    const { events } = (await getFundstelle()).views;
    const labels = (await listItems(events, ['2022', 'January'])).map(getLabel);
    assert.ok(
      labels.some((label) => /Genf/.test(label)),
      labels.join(' | '),
    );
  });
});

/** The lines below a path of labels, once they are there. */
async function listItems({ tree }: CorpusView, path: readonly string[]): Promise<readonly vscode.TreeItem[]> {
  return eventually(`lines below ${path.join(' › ') || 'the root'}`, async () => {
    let nodes = await tree.getChildren();
    for (const label of path) {
      const node = nodes.find((each) => each.label === label);
      if (node === undefined) return undefined;
      nodes = await tree.getChildren(node);
    }
    return nodes.length === 0 ? undefined : nodes.map((node) => tree.getTreeItem(node));
  });
}

async function click(item: vscode.TreeItem | undefined): Promise<void> {
  assert.ok(item?.command, 'a click does something');
  const args = (item.command.arguments ?? []) as readonly unknown[];
  await vscode.commands.executeCommand(item.command.command, ...args);
}

function getLabel({ label }: vscode.TreeItem): string {
  return typeof label === 'string' ? label : (label?.label ?? '');
}
