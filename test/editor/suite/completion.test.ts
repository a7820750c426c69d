import assert from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import * as vscode from 'vscode';
import { openFile } from './support/draft.js';
import { eventually } from './support/eventually.js';
import { waitForCorpus } from './support/fundstelle.js';

describe('completion', () => {
  before(waitForCorpus);
  afterEach(() => vscode.commands.executeCommand('workbench.action.files.revert'));

  it('offers actors after @, also by another spelling, with a card as documentation', async () => {
    for (const typed of ['@Scho', '@Shoi']) {
      const entries = await completeAfter(typed);
      assert.ok(
        entries.some((entry) => getLabel(entry) === 'Sergej Schoigu'),
        `${typed}: ${entries.map(getLabel).join(', ')}`,
      );
    }
  });

  it('offers events after #', async () => {
    const entries = await completeAfter('#Genf');
    assert.ok(
      entries.some((entry) => /Genf/.test(getLabel(entry))),
      entries.map(getLabel).join(', '),
    );
  });

  it('accepting leaves plain prose: the trigger character is gone', async () => {
    const document = await startLine();
    await vscode.commands.executeCommand('type', { text: 'Neben ihm saß @Schoig' });
    await vscode.commands.executeCommand('editor.action.triggerSuggest');
    await eventually('the name is accepted', async () => {
      await sleep(300);
      await vscode.commands.executeCommand('acceptSelectedSuggestion');
      return getLastLine(document) === 'Neben ihm saß @Schoig' ? undefined : true;
    });
    assert.match(getLastLine(document), /^Neben ihm saß Sergej Schoigu$/);
  });
});

async function completeAfter(typed: string): Promise<readonly vscode.CompletionItem[]> {
  const document = await startLine();
  await vscode.commands.executeCommand('type', { text: typed });
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.lineAt(document.lineCount - 1).range.end,
    typed.charAt(0),
    20,
  );
  await vscode.commands.executeCommand('workbench.action.files.revert');
  return list.items;
}

/** A new last line in the draft, with the caret on it. */
async function startLine(): Promise<vscode.TextDocument> {
  const document = await openFile('drafts/analyse-gipfel.md');
  await vscode.commands.executeCommand('cursorBottom');
  await vscode.commands.executeCommand('type', { text: '\n\n' });
  return document;
}

const getLastLine = (document: vscode.TextDocument): string => document.lineAt(document.lineCount - 1).text;

const getLabel = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);
