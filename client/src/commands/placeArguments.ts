import * as vscode from 'vscode';

/** A place of a document that a command is about. */
export interface CommandPlace {
  readonly uri: vscode.Uri;
  readonly position: vscode.Position;
}

/** The place that a link hands over (URI, line, character), else the caret in the active editor. Anything may call a command. */
export function toPlace([uri, line, character]: readonly unknown[]): CommandPlace | undefined {
  if (typeof uri === 'string' && isCount(line) && isCount(character))
    return { uri: vscode.Uri.parse(uri), position: new vscode.Position(line, character) };
  const editor = vscode.window.activeTextEditor;
  return editor && { uri: editor.document.uri, position: editor.selection.active };
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
