import * as vscode from 'vscode';

/** The only command that a card may call. */
const SHOW_TEXT = 'fundstelle.showText';

/** A link of the server's to a text of ours: it is encoded, so that no parenthesis ends it. */
const LINK = /\]\((fundstelle:[^\s()]+)\)/g;

/**
 * Makes links to extracted texts work in a card: the editor follows only those to files and the web, so these become a command that
 * can do nothing but show such a text. The rest of the card stays as untrusted as it is.
 */
export function linkTexts<Content>(content: Content): Content | vscode.MarkdownString {
  if (!(content instanceof vscode.MarkdownString)) return content;
  const value = content.value.replace(LINK, (_, uri: string) => {
    return `](command:${SHOW_TEXT}?${encodeURIComponent(JSON.stringify([uri]))})`;
  });
  if (value === content.value) return content;
  const linked = new vscode.MarkdownString(value);
  linked.isTrusted = { enabledCommands: [SHOW_TEXT] };
  return linked;
}

/** Shows an extracted text by its URI, at the line that the fragment names (`#L12`). Anything may call a command: other URIs are none. */
export async function showText(uri: unknown): Promise<void> {
  const parsed = typeof uri === 'string' ? vscode.Uri.parse(uri) : undefined;
  if (parsed?.scheme !== 'fundstelle') return;
  const line = Number(/^L(\d+)$/.exec(parsed.fragment)?.[1] ?? 1) - 1;
  const selection = new vscode.Range(line, 0, line, 0);
  await vscode.window.showTextDocument(parsed.with({ fragment: '' }), { selection, preview: true });
}
