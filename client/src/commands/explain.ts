import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { type ExplainAnswer, type ExplainRequest, METHODS } from '../../../server/src/protocol/protocol.js';
import { toPlace } from './placeArguments.js';

/** Scheme of the read-only documents that hold explanations. */
const SCHEME = 'fundstelle-why';

/** Shows beside the text what was recognised at a place, and why. */
export class Explanations implements vscode.TextDocumentContentProvider {
  readonly #client: LanguageClient;
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#changed.event;
  readonly registration = vscode.workspace.registerTextDocumentContentProvider(SCHEME, this);
  #text = '';

  constructor(client: LanguageClient) {
    this.#client = client;
  }

  provideTextDocumentContent(): string {
    return this.#text;
  }

  async show(...place: unknown[]): Promise<void> {
    const found = toPlace(place);
    if (found === undefined) return;
    const { code2ProtocolConverter: converter } = this.#client;
    const request: ExplainRequest = {
      textDocument: { uri: converter.asUri(found.uri) },
      position: converter.asPosition(found.position),
    };
    const answer = await this.#client.sendRequest<ExplainAnswer | null>(METHODS.explain, request);
    this.#text = answer?.text ?? vscode.l10n.t('No corpus answers for this document.');
    const uri = vscode.Uri.from({ scheme: SCHEME, path: `/${vscode.l10n.t('Why')}.txt` });
    this.#changed.fire(uri);
    const { ViewColumn } = vscode;
    await vscode.window.showTextDocument(uri, { viewColumn: ViewColumn.Beside, preserveFocus: true, preview: true });
  }
}
