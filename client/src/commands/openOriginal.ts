import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ArticleTextAnswer, type ArticleTextRequest, METHODS } from '../../../server/src/protocol/protocol.js';
import type { ViewNode } from '../corpusView/viewNodeModel.js';

/**
 * Opens the file that a text was extracted from, with whatever the editor has for such files. `target` is the URI of the text (the
 * title button gives it), a node of the tree, or nothing: then the text in the active editor is meant.
 */
export async function openOriginal(client: LanguageClient, target: unknown): Promise<void> {
  const original = isArticleNode(target) ? target.original : await findOriginal(client, target);
  if (original !== undefined) await vscode.commands.executeCommand('vscode.open', vscode.Uri.parse(original));
}

function isArticleNode(target: unknown): target is ViewNode {
  return typeof target === 'object' && target !== null && 'original' in target;
}

async function findOriginal(client: LanguageClient, target: unknown): Promise<string | undefined> {
  const uri = target instanceof vscode.Uri ? target : vscode.window.activeTextEditor?.document.uri;
  if (uri?.scheme !== 'fundstelle') return undefined;
  const params: ArticleTextRequest = { uri: client.code2ProtocolConverter.asUri(uri) };
  const answer = await client.sendRequest<ArticleTextAnswer>(METHODS.articleText, params);
  const line = vscode.window.activeTextEditor?.selection.active.line ?? 0;
  const page = answer.pages.findLast((start) => start.line <= line)?.page;
  // The fragment that PDF viewers know.
  return page === undefined ? answer.original : `${answer.original}#page=${String(page)}`;
}
