import * as vscode from 'vscode';
import type { CorpusRow } from '../../server/src/protocol/protocol.js';
import { printCounts } from './corpusView/countsModel.js';
import { DOCUMENTS } from './languageClient.js';

/** What the language status of a document says: which corpus, how much is in it, and whether it is being read. */
export class CorpusStatusItem implements vscode.Disposable {
  readonly #item = vscode.languages.createLanguageStatusItem('fundstelle.status', DOCUMENTS);

  constructor() {
    this.#item.name = 'Fundstelle';
    this.#item.text = vscode.l10n.t('Fundstelle: starting');
    this.#item.busy = true;
    this.#item.command = { command: 'fundstelle.showOutput', title: vscode.l10n.t('Show Log') };
  }

  show(corpora: readonly CorpusRow[]): void {
    const running = corpora.filter(({ state }) => state === 'indexing');
    this.#item.busy = running.length > 0;
    this.#item.text =
      corpora.length === 0 ? vscode.l10n.t('Fundstelle: no corpus') : corpora.map(printCorpus).join(', ');
    this.#item.detail = running.map(printProgress).join(', ') || corpora.map(printContent).join(', ');
    const hasProblems = corpora.some(({ problems }) => problems > 0);
    this.#item.severity = vscode.LanguageStatusSeverity[hasProblems ? 'Warning' : 'Information'];
  }

  dispose(): void {
    this.#item.dispose();
  }
}

function printCorpus({ name, articles }: CorpusRow): string {
  return `${name}: ${printCounts({ articles }, vscode.l10n.t)}`;
}

function printProgress({ done, total }: CorpusRow): string {
  return vscode.l10n.t('reading {0} of {1}', done, total);
}

function printContent({ actors, events, problems }: CorpusRow): string {
  return printCounts({ actors, events, ...(problems > 0 && { problems }) }, vscode.l10n.t);
}
