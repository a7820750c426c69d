import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import * as vscode from 'vscode';
import { waitForCorpus } from '../suite/support/fundstelle.js';

/** Runs in the extension host for `npm start -- --check`: hovers a name of the draft and leaves the card in a file. */
export async function run(): Promise<void> {
  const document = await vscode.workspace.openTextDocument(getVariable('FUNDSTELLE_CHECK_DRAFT'));
  await vscode.window.showTextDocument(document);
  const name = getVariable('FUNDSTELLE_CHECK_NAME');
  const offset = document.getText().indexOf(name);
  assert.notEqual(offset, -1, `${name} does not stand in ${document.fileName}`);
  // A card that is asked for earlier is right, but not yet complete.
  await waitForCorpus();
  writeFileSync(getVariable('FUNDSTELLE_CHECK_CARD'), await getCard(document.uri, document.positionAt(offset)));
}

/** The card on a place; the other hovers there are of other extensions. */
async function getCard(uri: vscode.Uri, position: vscode.Position): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uri, position);
  const cards = hovers.flatMap((hover) => hover.contents.map(toMarkdown));
  const card = cards.find((text) => /^>/m.test(text));
  assert.ok(card, `no card with passages, but: ${cards.join('\n') || 'nothing'}`);
  return card;
}

function toMarkdown(content: vscode.Hover['contents'][number]): string {
  return content instanceof vscode.MarkdownString ? content.value : '';
}

function getVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set.`);
  return value;
}
