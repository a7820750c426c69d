import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ActorsAtAnswer, METHODS } from '../../server/src/protocol/protocol.js';
import { linkTexts } from './textLinks.js';

/** Commands that a hover may call, and nothing else in it may. */
const ENABLED = { enabledCommands: ['fundstelle.showPassages', 'fundstelle.explain', 'fundstelle.decideName'] };

/** So many names get a link: a hover is short. */
const MAX_LINKS = 3;

interface Place {
  readonly document: vscode.TextDocument;
  readonly position: vscode.Position;
  readonly token: vscode.CancellationToken;
}

/**
 * Makes the server's card fit for the editor, and adds links to all passages below it. These stand in a trusted part of their own, in
 * which nothing but ids and escaped names occurs.
 */
export async function completeHover(
  client: LanguageClient,
  { document, position, token }: Place,
  hover: vscode.Hover | null | undefined,
): Promise<vscode.Hover | null | undefined> {
  if (hover == null) return hover;
  const converter = client.code2ProtocolConverter;
  const params = converter.asTextDocumentPositionParams(document, position);
  const answer = await client.sendRequest<ActorsAtAnswer>(METHODS.actorsAt, params, token).catch(() => undefined);
  const links = answer === undefined ? undefined : makeLinks(answer, { document, position });
  const card = hover.contents.map(linkTexts);
  return new vscode.Hover(links === undefined ? card : [...card, links], hover.range);
}

function makeLinks(
  { corpus, actors }: ActorsAtAnswer,
  { document, position }: Pick<Place, 'document' | 'position'>,
): vscode.MarkdownString | undefined {
  const shown = actors.filter(({ passages }) => passages > 0).slice(0, MAX_LINKS);
  if (corpus === undefined || shown.length === 0) return undefined;
  const links = shown.map(({ id, name, passages }) => {
    const label = escape(vscode.l10n.t('All {0} passages on {1}', passages, name));
    return makeLink(label, 'fundstelle.showPassages', [corpus, id]);
  });
  const place = [document.uri.toString(), position.line, position.character];
  const about = [
    makeLink(escape(vscode.l10n.t('Why?')), 'fundstelle.explain', place),
    makeLink(escape(vscode.l10n.t('Decide…')), 'fundstelle.decideName', place),
  ];
  const markdown = new vscode.MarkdownString([...links, ...about].join(' · '));
  markdown.isTrusted = ENABLED;
  return markdown;
}

function makeLink(label: string, command: string, args: readonly unknown[]): string {
  return `[${label}](command:${command}?${encodeURIComponent(JSON.stringify(args))})`;
}

/** The editor's own escaping, less its hard spaces. */
function escape(text: string): string {
  return new vscode.MarkdownString().appendText(text).value.replaceAll('&nbsp;', ' ');
}
