import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type AddArticleAnswer, type AddArticleRequest, METHODS } from '../../../server/src/protocol/protocol.js';
import type { CorpusState } from '../corpusState.js';

interface AddingTools {
  readonly client: LanguageClient;
  readonly state: CorpusState;
}

/** What the article is made from; the server does the work. */
type Offer = Pick<AddArticleRequest, 'text' | 'file' | 'url'>;

/** Makes an article of the text in the clipboard; an address in it is that of a page to fetch, which is asked about first. */
export async function addFromClipboard(tools: AddingTools): Promise<void> {
  const text = await vscode.env.clipboard.readText();
  if (text.trim() === '') void vscode.window.showInformationMessage(vscode.l10n.t('The clipboard holds no text.'));
  else if (isWebAddress(text)) await addFromUrl(tools);
  else await add(tools, { text });
}

/** Makes an article of a file: the one that a caller names by its URI, else one that is picked. */
export async function addFromFile(tools: AddingTools, named?: unknown): Promise<void> {
  const file = named instanceof vscode.Uri ? named : await pickFile();
  if (file !== undefined) await add(tools, { file: tools.client.code2ProtocolConverter.asUri(file) });
}

/** Makes an article of a page of the web. Before anything is fetched the writer sees the address and says yes. */
export async function addFromUrl(tools: AddingTools): Promise<void> {
  if (!isTrusted()) return;
  const copied = await vscode.env.clipboard.readText();
  const url = await vscode.window.showInputBox({
    title: vscode.l10n.t('Add Article'),
    prompt: vscode.l10n.t('Address of the page'),
    placeHolder: 'https://',
    value: isWebAddress(copied) ? copied.trim() : '',
    validateInput: (value) =>
      isWebAddress(value) ? undefined : vscode.l10n.t('An address that begins with http:// or https://'),
  });
  if (url === undefined || !(await confirm(url.trim()))) return;
  await add(tools, { url: url.trim() });
}

async function pickFile(): Promise<vscode.Uri | undefined> {
  const picked = await vscode.window.showOpenDialog({
    title: vscode.l10n.t('Add Article'),
    openLabel: vscode.l10n.t('Add'),
  });
  return picked?.[0];
}

async function confirm(url: string): Promise<boolean> {
  const fetch = vscode.l10n.t('Fetch Page');
  const question = vscode.l10n.t('Fetch this page from the web?');
  return (await vscode.window.showInformationMessage(question, { modal: true, detail: url }, fetch)) === fetch;
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\/\S+$/i.test(text.trim());
}

async function add(tools: AddingTools, offer: Offer): Promise<void> {
  const corpus = isTrusted() ? await pickCorpus(tools.state) : undefined;
  if (corpus === undefined) return;
  const request: AddArticleRequest = { corpus, ...offer, isTrusted: vscode.workspace.isTrusted };
  const progress = {
    location: vscode.ProgressLocation.Notification,
    title: vscode.l10n.t('Fundstelle: adding the article'),
    cancellable: true,
  };
  const answer = await vscode.window.withProgress(progress, (_, token) =>
    tools.client.sendRequest<AddArticleAnswer>(METHODS.addArticle, request, token).catch((error: unknown) => {
      // Who cancels wants no message.
      if (token.isCancellationRequested) return undefined;
      throw error;
    }),
  );
  if (answer !== undefined) await show(answer);
}

/** Opens the new article with its title selected, where the writer looks first. */
async function show({ title, notes }: AddArticleAnswer): Promise<void> {
  const { start, end } = title.range;
  const selection = new vscode.Range(start.line, start.character, end.line, end.character);
  await vscode.window.showTextDocument(vscode.Uri.parse(title.uri), { selection, preview: false });
  if (notes.length > 0) void vscode.window.showInformationMessage(vscode.l10n.t('Fundstelle: {0}', notes.join(' ')));
}

/** Commands can be called whatever their enablement says. */
function isTrusted(): boolean {
  if (vscode.workspace.isTrusted) return true;
  void vscode.window.showInformationMessage(vscode.l10n.t('Articles are added only in a trusted workspace.'));
  return false;
}

/** The only corpus there is, else the one that the writer picks. */
async function pickCorpus(state: CorpusState): Promise<string | undefined> {
  const corpora = state.list();
  const [only] = corpora;
  if (only === undefined) void vscode.window.showInformationMessage(vscode.l10n.t('There is no corpus to add to.'));
  if (corpora.length < 2) return only?.corpus;
  const items = corpora.map(({ corpus, name }) => ({ label: name, detail: vscode.Uri.parse(corpus).fsPath, corpus }));
  const title = vscode.l10n.t('Corpus that the article is added to');
  return (await vscode.window.showQuickPick(items, { title }))?.corpus;
}
