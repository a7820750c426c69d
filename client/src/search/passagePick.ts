import * as vscode from 'vscode';
import type { FoundRow } from '../../../server/src/protocol/protocol.js';
import type { CorpusState } from '../corpusState.js';
import { type Concordances, searchAll } from './concordances.js';
import { type CorpusAnswer, describeAnswers, describePassage, findProblem } from './foundModel.js';
import type { PassageSearch } from './passageSearch.js';
import { PassagePreview, showPassage } from './passagePreview.js';

const TYPING_MS = 120;
const MOST = 50;

export interface PickParts {
  readonly search: PassageSearch;
  readonly state: CorpusState;
  readonly concordances: Concordances;
}

interface PassageItem extends vscode.QuickPickItem {
  readonly row?: FoundRow;
  readonly leadsTo?: 'concordance';
}

/** A search while somebody types: every key asks anew, late answers are dropped, and moving in the list shows the passages. */
export class PassagePick {
  readonly #parts: PickParts;
  readonly #pick = vscode.window.createQuickPick<PassageItem>();
  readonly #preview = new PassagePreview();
  readonly #beside = button('split-horizontal', vscode.l10n.t('Open to the Side'));
  readonly #cite = button('copy', vscode.l10n.t('Copy Citation'));
  readonly #concordance = button('list-flat', vscode.l10n.t('Show as Concordance'));
  #asking: vscode.CancellationTokenSource | undefined;
  #timer: NodeJS.Timeout | undefined;
  #hasMoved = false;

  constructor(parts: PickParts) {
    this.#parts = parts;
    this.#pick.title = vscode.l10n.t('Search Passages');
    this.#pick.placeholder = vscode.l10n.t(
      'Words, "a phrase", sank*, actor:Name, event:Word, source:Outlet, date:2022-01..2022-03',
    );
    this.#pick.buttons = [this.#concordance];
    this.#pick.onDidChangeValue((query) => {
      this.#askSoon(query);
    });
    this.#pick.onDidChangeActive(([item]) => {
      this.#move(item);
    });
    this.#pick.onDidAccept(() => this.#accept());
    this.#pick.onDidTriggerButton(() => this.#showConcordance());
    this.#pick.onDidTriggerItemButton(({ item, button: pressed }) => this.#press(item, pressed));
    this.#pick.onDidHide(() => this.#close());
  }

  open(query: string): void {
    this.#pick.value = query;
    this.#pick.show();
    if (query !== '') void this.#ask(query);
  }

  #askSoon(query: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(query), TYPING_MS);
  }

  async #ask(query: string): Promise<void> {
    this.#asking?.cancel();
    const asking = new vscode.CancellationTokenSource();
    this.#asking = asking;
    this.#pick.busy = true;
    const answers = query.trim() === '' ? [] : await this.#search(query, asking.token);
    if (answers === undefined || asking.token.isCancellationRequested) return;
    this.#pick.busy = false;
    this.#show(answers);
  }

  /** Undefined when it failed: who types on gets another answer, and the last one stays. */
  #search(query: string, token: vscode.CancellationToken): Promise<readonly CorpusAnswer[] | undefined> {
    return searchAll(this.#parts, { query, limit: MOST }, token).catch(() => {
      if (!token.isCancellationRequested) this.#pick.busy = false;
      return undefined;
    });
  }

  #show(answers: readonly CorpusAnswer[]): void {
    const { t } = vscode.l10n;
    const problem = answers.length === 0 ? undefined : findProblem(answers);
    const isEmpty = answers.length === 0;
    this.#pick.title =
      isEmpty || problem ? t('Search Passages') : `${t('Search Passages')} · ${describeAnswers(answers, t)}`;
    const passages = answers.flatMap((each) => this.#toItems(each, answers.length));
    this.#hasMoved = false;
    // What was found before stays below what is wrong with the query now: it is mostly still being typed.
    if (problem) this.#pick.items = [toMessage(`$(warning) ${problem.message}`), ...this.#listPassages()];
    else if (isEmpty) this.#pick.items = [];
    else if (passages.length === 0) this.#pick.items = [toMessage(t('Nothing found'))];
    else this.#pick.items = [...passages, { label: '', kind: vscode.QuickPickItemKind.Separator }, toConcordanceItem()];
  }

  #listPassages(): readonly PassageItem[] {
    return this.#pick.items.filter(({ row }) => row !== undefined);
  }

  #toItems({ name, answer }: CorpusAnswer, corpora: number): readonly PassageItem[] {
    const buttons = [this.#beside, this.#cite];
    const items = answer.rows.map((row) => ({
      ...describePassage(row, vscode.l10n.t),
      // What the server found folded or inflected would not pass the filter of the list.
      alwaysShow: true,
      buttons,
      row,
    }));
    return corpora > 1 && items.length > 0
      ? [{ label: name, kind: vscode.QuickPickItemKind.Separator }, ...items]
      : items;
  }

  /** The first item is active without anybody's doing: only who moves wants to see. */
  #move(item: PassageItem | undefined): void {
    if (item?.row === undefined || (!this.#hasMoved && item === this.#listPassages()[0])) return;
    this.#hasMoved = true;
    this.#preview.show(item.row);
  }

  async #accept(): Promise<void> {
    const [item] = this.#pick.selectedItems;
    if (item?.leadsTo === 'concordance') await this.#showConcordance();
    else if (item?.row) {
      this.#preview.keep();
      this.#pick.hide();
      await showPassage(item.row, { preview: true });
    }
  }

  async #showConcordance(): Promise<void> {
    const query = this.#pick.value.trim();
    if (query === '') return;
    this.#preview.keep();
    this.#pick.hide();
    await this.#parts.concordances.open(query);
  }

  async #press({ row }: PassageItem, pressed: vscode.QuickInputButton): Promise<void> {
    if (row === undefined) return;
    if (pressed === this.#cite) {
      await vscode.env.clipboard.writeText(`[@${row.citationKey}]`);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied: {0}', `[@${row.citationKey}]`), 3_000);
    } else {
      this.#preview.keep();
      this.#pick.hide();
      await showPassage(row, { viewColumn: vscode.ViewColumn.Beside, preview: false });
    }
  }

  async #close(): Promise<void> {
    clearTimeout(this.#timer);
    this.#asking?.cancel();
    this.#pick.dispose();
    await this.#preview.close();
  }
}

function button(icon: string, tooltip: string): vscode.QuickInputButton {
  return { iconPath: new vscode.ThemeIcon(icon), tooltip };
}

function toMessage(label: string): PassageItem {
  return { label, alwaysShow: true };
}

function toConcordanceItem(): PassageItem {
  return { label: `$(list-flat) ${vscode.l10n.t('Show as Concordance')}`, alwaysShow: true, leadsTo: 'concordance' };
}
