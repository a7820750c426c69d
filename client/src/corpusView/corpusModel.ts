import type {
  ActorRow,
  ActorsRequest,
  ArticleRow,
  CorpusRow,
  EventRow,
  EventsRequest,
  ListAnswer,
  ListRequest,
  MonthRow,
  PassageRow,
  PassagesRequest,
} from '../../../server/src/protocol/protocol.js';
import { PagedList } from './pagedListModel.js';
import { joinParts, type Translate, type ViewNode } from './viewNodeModel.js';

/** The requests that the views ask; the language client answers them. */
export interface CorpusSource {
  listCorpora(): Promise<readonly CorpusRow[]>;
  listArticles(request: ListRequest): Promise<ListAnswer<ArticleRow>>;
  listActors(request: ActorsRequest): Promise<ListAnswer<ActorRow>>;
  listEvents(request: EventsRequest): Promise<ListAnswer<EventRow>>;
  listEventMonths(request: { readonly corpus: string }): Promise<readonly MonthRow[]>;
  listPassages(request: PassagesRequest): Promise<ListAnswer<PassageRow>>;
}

/** What a view shows of one corpus: gives the maker of its top lines, which may be called again for a longer list. */
export type OpenCorpus = (corpus: CorpusRow, tools: ViewTools) => ListNodes;

export type ListNodes = () => Promise<readonly ViewNode[]>;

/** What the makers of nodes need besides the rows. */
export interface ViewTools {
  readonly source: CorpusSource;
  readonly t: Translate;
}

const PAGE = 100;

/**
 * One view over all corpora: with several, each is a node of its own. `refresh` forgets what was loaded; an answer that was
 * asked for before then is dropped and asked for again.
 */
export class CorpusModel {
  readonly #tools: ViewTools;
  readonly #open: OpenCorpus;
  #top: Promise<ListNodes> | undefined;

  constructor(open: OpenCorpus, tools: ViewTools) {
    this.#open = open;
    this.#tools = tools;
  }

  refresh(): void {
    this.#top = undefined;
  }

  async listRoots(): Promise<readonly ViewNode[]> {
    const top = (this.#top ??= this.#openTop());
    const nodes = await (await top)();
    return top === this.#top ? nodes : this.listRoots();
  }

  async #openTop(): Promise<ListNodes> {
    const corpora = await this.#tools.source.listCorpora();
    const [only] = corpora;
    if (only !== undefined && corpora.length === 1) return this.#open(only, this.#tools);
    const nodes = corpora.map((corpus) => this.#toCorpusNode(corpus));
    return () => Promise.resolve(nodes);
  }

  #toCorpusNode(corpus: CorpusRow): ViewNode {
    const { t } = this.#tools;
    const label = corpus.name;
    const listChildren = this.#open(corpus, this.#tools);
    return { id: corpus.corpus, label, icon: 'library', spoken: t('Corpus {0}', label), listChildren };
  }
}

/** A page-by-page list as the children of a node. */
export function listPaged<Row>(
  tools: ViewTools,
  list: {
    readonly id: string;
    readonly load: (page: Omit<ListRequest, 'corpus'>) => Promise<ListAnswer<Row>>;
    readonly toNode: (row: Row) => ViewNode;
  },
): ListNodes {
  const load = (cursor: string | undefined): Promise<ListAnswer<Row>> =>
    list.load({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
  const paged = new PagedList({ id: list.id, t: tools.t, load, toNode: list.toNode });
  return () => paged.listNodes();
}

/** A passage as a line of a tree, cut so that the mention is seen. */
export function toPassageNode(parent: string, row: PassageRow): ViewNode {
  const { uri, range } = row.location;
  return {
    id: `${parent}/${uri}#${String(range.start.line)}:${String(range.start.character)}`,
    ...cutAround(row),
    description: joinParts(row.date, row.source ?? row.title),
    tooltip: `${row.text}\n\n${joinParts(row.title, row.source, row.date)}`,
    icon: 'quote',
    spoken: joinParts(row.text, row.title, row.date),
    place: row.location,
    context: 'passage',
  };
}

/** So many characters are shown before the mention, and behind it. */
const [BEFORE, BEHIND] = [40, 120];

function cutAround({ text, highlight: [start, end] }: PassageRow): Pick<ViewNode, 'label' | 'highlights'> {
  const from = start > BEFORE ? text.indexOf(' ', start - BEFORE) + 1 : 0;
  const space = text.lastIndexOf(' ', end + BEHIND);
  const to = text.length <= end + BEHIND ? text.length : Math.max(end, space);
  const [lead, rest] = [from > 0 ? '… ' : '', to < text.length ? ' …' : ''];
  const shift = lead.length - from;
  return { label: lead + text.slice(from, to) + rest, highlights: [[start + shift, end + shift]] };
}
