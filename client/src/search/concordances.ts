import * as vscode from 'vscode';
import type { ProtocolLocation } from '../../../server/src/protocol/protocol.js';
import type { CorpusState } from '../corpusState.js';
import { type ConcordanceText, printConcordance } from './concordanceModel.js';
import type { CorpusAnswer } from './foundModel.js';
import type { PassageSearch } from './passageSearch.js';

/** Scheme of the read-only documents; their query is in the URI, so that they come back when a window is loaded again. */
export const CONCORDANCE_SCHEME = 'fundstelle-concordance';
const PAGE = 100;

interface Parts {
  readonly search: PassageSearch;
  readonly state: CorpusState;
}

/** The open concordances: their texts, the links in them, and what is behind the last line. */
export class Concordances
  implements
    vscode.TextDocumentContentProvider,
    vscode.DocumentLinkProvider,
    vscode.DefinitionProvider,
    vscode.Disposable
{
  readonly #parts: Parts;
  readonly #answers = new Map<string, readonly CorpusAnswer[]>();
  readonly #texts = new Map<string, ConcordanceText>();
  readonly #changed = new vscode.EventEmitter<vscode.Uri>();
  readonly #subscriptions: readonly vscode.Disposable[];
  readonly onDidChange = this.#changed.event;

  constructor(parts: Parts) {
    this.#parts = parts;
    const selector = { scheme: CONCORDANCE_SCHEME };
    this.#subscriptions = [
      vscode.workspace.registerTextDocumentContentProvider(CONCORDANCE_SCHEME, this),
      vscode.languages.registerDocumentLinkProvider(selector, this),
      vscode.languages.registerDefinitionProvider(selector, this),
      vscode.workspace.onDidCloseTextDocument(({ uri }) => {
        this.#forget(uri);
      }),
      // A window that is loaded again shows its documents before the corpora are open.
      parts.state.onDidChangeContent(() => {
        for (const [uri, answers] of this.#answers) if (answers.length === 0) this.refresh(vscode.Uri.parse(uri));
      }),
    ];
  }

  /** Opens the concordance of a query, made anew. */
  async open(query: string): Promise<void> {
    const uri = toUri(query);
    this.refresh(uri);
    await vscode.window.showTextDocument(uri, { preview: false });
  }

  /** Asks the corpora anew; of a concordance that is not open, too. */
  refresh(uri: vscode.Uri): void {
    this.#forget(uri);
    this.#changed.fire(uri);
  }

  /** Adds the next page of the first corpus that has one. */
  async showMore(uri: vscode.Uri): Promise<void> {
    const answers = await this.#load(uri);
    const index = answers.findIndex(({ answer }) => answer.next !== undefined);
    const asked = answers[index];
    const cursor = asked?.answer.next;
    if (asked === undefined || cursor === undefined) return;
    const page = await this.#parts.search({ corpus: asked.corpus, query: uri.query, limit: PAGE, cursor });
    // Another key may have brought it meanwhile.
    if (this.#answers.get(uri.toString()) !== answers) return;
    const { answer } = asked;
    const rows = [...answer.rows, ...page.rows];
    const joined = { ...asked, answer: { ...page, rows, copies: answer.copies + page.copies } };
    this.#answers.set(
      uri.toString(),
      answers.map((each, i) => (i === index ? joined : each)),
    );
    this.#changed.fire(uri);
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    const printed = printConcordance(uri.query, await this.#load(uri), vscode.l10n.t);
    this.#texts.set(uri.toString(), printed);
    return printed.text;
  }

  provideDocumentLinks({ uri }: vscode.TextDocument): vscode.DocumentLink[] {
    const { links = [] } = this.#texts.get(uri.toString()) ?? {};
    return links.map(({ line, start, end, place }) => {
      const link = new vscode.DocumentLink(new vscode.Range(line, start, line, end), place ? toTarget(place) : MORE);
      link.tooltip = place ? vscode.l10n.t('Open Passage') : vscode.l10n.t('Show More Passages');
      return link;
    });
  }

  /** F12 anywhere in a line goes to its passage. */
  provideDefinition({ uri }: vscode.TextDocument, { line }: vscode.Position): vscode.Location | undefined {
    const place = this.#texts.get(uri.toString())?.links.find((link) => link.line === line)?.place;
    if (place === undefined) return undefined;
    const { start, end } = place.range;
    const range = new vscode.Range(start.line, start.character, end.line, end.character);
    return new vscode.Location(vscode.Uri.parse(place.uri), range);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.#changed.dispose();
  }

  async #load(uri: vscode.Uri): Promise<readonly CorpusAnswer[]> {
    const known = this.#answers.get(uri.toString());
    if (known) return known;
    const answers = await searchAll(this.#parts, { query: uri.query, limit: PAGE });
    this.#answers.set(uri.toString(), answers);
    return answers;
  }

  #forget(uri: vscode.Uri): void {
    this.#answers.delete(uri.toString());
    this.#texts.delete(uri.toString());
  }
}

/** Asks every open corpus for the first page. */
export function searchAll(
  { search, state }: Parts,
  request: { readonly query: string; readonly limit: number },
  token?: vscode.CancellationToken,
): Promise<readonly CorpusAnswer[]> {
  const asked = state.list().map(async ({ corpus, name }) => {
    return { corpus, name, answer: await search({ corpus, ...request }, token) };
  });
  return Promise.all(asked);
}

/** The tab is called after the query; a slash in it would end the name. */
function toUri(query: string): vscode.Uri {
  const name = query.replace(/[/\\]/g, ' ').slice(0, 80);
  return vscode.Uri.from({ scheme: CONCORDANCE_SCHEME, path: `/${name}.kwic`, query });
}

/** The editor goes to the place that a fragment names, in files and virtual documents alike. */
function toTarget({ uri, range: { start } }: ProtocolLocation): vscode.Uri {
  return vscode.Uri.parse(uri).with({ fragment: `L${String(start.line + 1)},${String(start.character + 1)}` });
}

/** The link is followed in the editor that shows it. */
const MORE = vscode.Uri.parse('command:fundstelle.concordanceMore');
