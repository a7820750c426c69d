import assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** A place in a document, named by the text around it with `|` where the caret stands: `traf Law|row in Genf`. */
export function caretAt(document: vscode.TextDocument, marked: string): vscode.Position {
  const before = marked.indexOf('|');
  const offset = document.getText().indexOf(marked.replace('|', ''));
  assert.notEqual(offset, -1, `${marked} does not stand in ${document.fileName}`);
  return document.positionAt(offset + before);
}

/** Opens a file of the test's workspace in an editor. */
export async function openFile(path: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(getUri(path));
  await vscode.window.showTextDocument(document);
  return document;
}

/** The URI of a path in the test's workspace. */
export function getUri(path: string): vscode.Uri {
  const folder = vscode.workspace.workspaceFolders?.[0];
  assert.ok(folder, 'a workspace folder is open');
  return vscode.Uri.joinPath(folder.uri, path);
}

/** The cards that a hover at a caret shows, as Markdown. */
export async function hoverAt(document: vscode.TextDocument, marked: string): Promise<string> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    caretAt(document, marked),
  );
  const contents = hovers.flatMap((hover) => hover.contents);
  return contents.map((content) => (content instanceof vscode.MarkdownString ? content.value : '')).join('\n\n');
}
