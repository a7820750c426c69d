import {
  type CancellationToken,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  type Definition,
  type DefinitionLink,
  type DefinitionParams,
  type DocumentDiagnosticParams,
  type DocumentDiagnosticReport,
  type DocumentSymbol,
  type DocumentSymbolParams,
  type Hover,
  type HoverParams,
  type Location,
  type MarkupContent,
  type MarkupKind,
  MessageType,
  type ReferenceParams,
  ShowMessageNotification,
  type SymbolInformation,
  type WorkspaceDiagnosticParams,
  type WorkspaceDiagnosticReport,
  type WorkspaceSymbolParams,
} from 'vscode-languageserver';
import type { Card, Completion } from '../../service/answers.js';
import type { CardOptions } from '../../service/cards/cardWriter.js';
import { printCard } from '../../service/cards/printCard.js';
import { toArticleUri } from '../articleUri.js';
import { toLocation, toLocationLink, toRange } from '../convert.js';
import { type Asked, findAsked, findAskedPlace, getUri } from '../documents.js';
import type { OpenCorpus } from '../host.js';
import { asObject } from '../settings.js';
import type { Shell } from '../shell.js';
import { COMPLETION_KINDS, SYMBOL_KINDS, toDocumentSymbol } from '../symbols.js';

export async function hover(shell: Shell, params: HoverParams): Promise<Hover | null> {
  const { enabled } = (await shell.settings.get()).hover;
  const asked = enabled ? await findAskedPlace(shell, params) : undefined;
  const card = asked && (await asked.corpus.service.findCard(asked.document, asked.offset));
  if (asked === undefined || card === undefined) return null;
  const contents = await print(shell, card, { corpus: asked.corpus, format: shell.client.hoverFormat });
  return { contents, range: toRange(asked.text, card.span) };
}

export async function definition(
  shell: Shell,
  params: DefinitionParams,
): Promise<Definition | DefinitionLink[] | null> {
  const asked = await findAskedPlace(shell, params);
  if (asked === undefined) return null;
  const { corpus, text, document, offset } = asked;
  const targets = await corpus.service.listDefinitions(document, offset);
  if (shell.client.takesDefinitionLinks) return targets.map((target) => toLocationLink(corpus.uri, target, text));
  return targets.map((target) => toLocation(corpus.uri, target));
}

export async function references(shell: Shell, params: ReferenceParams): Promise<Location[] | null> {
  const asked = await findAskedPlace(shell, params);
  if (asked === undefined) return null;
  const { referencesLimit } = await shell.settings.get();
  const { targets, total } = await asked.corpus.service.listReferences(asked.document, asked.offset, referencesLimit);
  if (total > targets.length) await tell(shell, shell.strings.cutReferences(targets.length, total));
  return targets.map((target) => toLocation(asked.corpus.uri, target));
}

/** Shown, not logged: whoever asked must know that the list is not whole. */
function tell({ connection }: Shell, message: string): Promise<void> {
  return connection.sendNotification(ShowMessageNotification.type, { type: MessageType.Info, message });
}

export async function complete(shell: Shell, params: CompletionParams): Promise<CompletionList | null> {
  const asked = await findAskedPlace(shell, params);
  const found = asked && (await asked.corpus.service.complete(asked.document, asked.offset));
  // Null, not an empty list: an empty list would silence the editor's own completion of words.
  if (asked === undefined || found === undefined || found.entries.length === 0) return null;
  return { isIncomplete: found.isIncomplete, items: found.entries.map((entry) => toCompletionItem(asked, entry)) };
}

export async function resolveCompletion(shell: Shell, item: CompletionItem): Promise<CompletionItem> {
  const { corpus: uri, id } = asObject(item.data);
  const corpus = typeof uri === 'string' ? shell.corpora.find(uri) : undefined;
  const card = corpus && (await corpus.service.resolveCompletion(asObject(id) as Completion['id']));
  if (corpus === undefined || card === undefined) return item;
  return { ...item, documentation: await print(shell, card, { corpus, format: shell.client.documentationFormat }) };
}

export async function documentSymbols(
  shell: Shell,
  params: DocumentSymbolParams,
): Promise<DocumentSymbol[] | SymbolInformation[] | null> {
  const asked = await findAsked(shell, params);
  if (asked === undefined) return null;
  const entries = await asked.corpus.service.listDocumentSymbols(asked.document);
  const symbols = entries.map((entry) => toDocumentSymbol(asked.text, entry));
  if (shell.client.takesNestedSymbols) return symbols;
  return symbols.map(({ name, kind, range }) => ({ name, kind, location: { uri: asked.text.uri, range } }));
}

export async function workspaceSymbols(shell: Shell, params: WorkspaceSymbolParams): Promise<SymbolInformation[]> {
  await shell.workspace.ready;
  const query = typeof params.query === 'string' ? params.query : '';
  const lists = shell.corpora.list().map(async ({ uri, service }) =>
    (await service.listWorkspaceSymbols(query)).map(({ name, kind, container, target }) => ({
      name,
      kind: SYMBOL_KINDS[kind],
      containerName: container,
      location: toLocation(uri, target),
    })),
  );
  return (await Promise.all(lists)).flat();
}

export function pullDiagnostics(shell: Shell, params: DocumentDiagnosticParams): Promise<DocumentDiagnosticReport> {
  return Promise.resolve(shell.diagnostics.pullDocument(getUri(params), params.previousResultId ?? undefined));
}

export async function pullWorkspaceDiagnostics(
  shell: Shell,
  params: WorkspaceDiagnosticParams,
  token: CancellationToken,
): Promise<WorkspaceDiagnosticReport> {
  return { items: await shell.diagnostics.pullWorkspace(params.previousResultIds, token) };
}

async function print(
  { settings, locale }: Shell,
  card: Card,
  { corpus, format }: { readonly corpus: OpenCorpus; readonly format: MarkupKind },
): Promise<MarkupContent> {
  const { passages } = (await settings.get()).hover;
  const linkTo: CardOptions['linkTo'] = (article, line) => `${toArticleUri(corpus.uri, article)}#L${String(line)}`;
  return { kind: format, value: printCard(card, { format, locale, passages, linkTo }) };
}

function toCompletionItem({ corpus, text }: Asked, entry: Completion): CompletionItem {
  const { id, label, detail, kind, insertText, filterText, sortText, replace } = entry;
  const textEdit = { range: toRange(text, replace), newText: insertText };
  return {
    label,
    detail,
    kind: COMPLETION_KINDS[kind],
    textEdit,
    filterText,
    sortText,
    data: { corpus: corpus.uri, id },
  };
}
