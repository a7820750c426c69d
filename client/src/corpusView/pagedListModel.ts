import type { ListAnswer } from '../../../server/src/protocol/protocol.js';
import type { Translate, ViewNode } from './viewNodeModel.js';

export interface PagedListOptions<Row> {
  /** Id of the node that the list stands under. */
  readonly id: string;
  readonly t: Translate;
  /** Asks for the page that follows `cursor`; the first one without. */
  readonly load: (cursor: string | undefined) => Promise<ListAnswer<Row>>;
  readonly toNode: (row: Row) => ViewNode;
}

/** A list that is loaded page by page; its last line is „more…" while there is more. */
export class PagedList<Row> {
  readonly #options: PagedListOptions<Row>;
  #rows: readonly Row[] = [];
  #total = 0;
  #next: string | undefined;
  #first: Promise<void> | undefined;
  #isLoading = false;

  constructor(options: PagedListOptions<Row>) {
    this.#options = options;
  }

  async listNodes(): Promise<readonly ViewNode[]> {
    this.#first ??= this.#loadPage(undefined);
    await this.#first;
    const nodes = this.#rows.map(this.#options.toNode);
    return this.#next === undefined ? nodes : [...nodes, this.#makeMoreNode()];
  }

  async #loadPage(cursor: string | undefined): Promise<void> {
    const { rows, total, next } = await this.#options.load(cursor);
    this.#rows = [...this.#rows, ...rows];
    this.#total = total;
    this.#next = next;
  }

  /** A second click while a page is on its way asks for nothing. */
  async #loadMore(): Promise<void> {
    if (this.#isLoading || this.#next === undefined) return;
    this.#isLoading = true;
    try {
      await this.#loadPage(this.#next);
    } finally {
      this.#isLoading = false;
    }
  }

  #makeMoreNode(): ViewNode {
    const { id, t } = this.#options;
    const label = t('more… ({0} of {1})', this.#rows.length, this.#total);
    return { id: `${id}/more`, label, icon: 'ellipsis', spoken: label, loadMore: () => this.#loadMore() };
  }
}
