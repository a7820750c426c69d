/**
 * Fundstelle's own LSP requests and notifications: names and types. Other editors may use them too (docs/protocol.md).
 * Positions and ranges are LSP's; this file imports nothing, so that client and server can share it.
 */

export interface ProtocolPosition {
  readonly line: number;
  readonly character: number;
}

export interface ProtocolRange {
  readonly start: ProtocolPosition;
  readonly end: ProtocolPosition;
}

export interface ProtocolLocation {
  readonly uri: string;
  readonly range: ProtocolRange;
}

export type ActorKindName = 'person' | 'organization' | 'country' | 'place' | 'group';

/** A corpus is named by the URI of its folder. */
export interface CorpusRow {
  readonly corpus: string;
  readonly name: string;
  readonly state: 'idle' | 'indexing';
  readonly done: number;
  readonly total: number;
  readonly articles: number;
  readonly actors: number;
  readonly events: number;
  readonly problems: number;
}

export interface ListRequest {
  readonly corpus: string;
  readonly limit: number;
  readonly cursor?: string;
}

export interface ListAnswer<T> {
  readonly rows: readonly T[];
  readonly total: number;
  readonly next?: string;
}

export interface ArticleRow {
  /** Of the document that shows the text: the file, or a virtual one (`fundstelle:`) where the text had to be extracted. */
  readonly uri: string;
  /** Path in the corpus; with `#2` behind it for the second article of a file. */
  readonly path: string;
  /** URI of the file itself when `uri` is a virtual document. */
  readonly original?: string;
  readonly title: string;
  readonly date?: string;
  readonly source?: string;
  readonly actors: number;
  readonly events: number;
}

export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKindName;
  readonly confirmed: boolean;
  readonly passages: number;
  readonly articles: number;
}

export interface EventRow {
  readonly id: string;
  readonly label: string;
  readonly type: string;
  readonly status: 'happened' | 'planned' | 'hypothetical';
  /** ISO date or interval `from/to`. */
  readonly date?: string;
  readonly place?: string;
  readonly participants: readonly string[];
  readonly passages: number;
  readonly articles: number;
  readonly outlets: number;
}

export interface MonthRow {
  /** `YYYY-MM`, or `undated`. */
  readonly month: string;
  readonly events: number;
}

export interface PassageRow {
  readonly location: ProtocolLocation;
  /** The passage's text, white space collapsed. */
  readonly text: string;
  /** The mention inside `text`, half-open UTF-16. */
  readonly highlight: readonly [number, number];
  readonly title: string;
  readonly date?: string;
  readonly source?: string;
}

export interface ActorsRequest extends ListRequest {
  readonly kind?: ActorKindName;
}

export interface EventsRequest extends ListRequest {
  readonly actor?: string;
  readonly month?: string;
}

export interface PassagesRequest extends ListRequest {
  /** Exactly one of the two. */
  readonly actor?: string;
  readonly event?: string;
}

export interface ActorsAtRequest {
  readonly textDocument: { readonly uri: string };
  readonly position: ProtocolPosition;
}

/** Answer to `fundstelle/actorsAt`: who the name at a position may be, likeliest first, and in which corpus. */
export interface ActorsAtAnswer {
  readonly corpus?: string;
  readonly actors: readonly ActorRow[];
}

export interface ArticleTextRequest {
  /** A virtual document, as other answers name it. */
  readonly uri: string;
}

export interface ArticleTextAnswer {
  readonly text: string;
  /** URI of the file that the text was extracted from. */
  readonly original: string;
  /** Where pages start, ascending, in formats that have pages. */
  readonly pages: readonly { readonly page: number; readonly line: number }[];
}

export interface ReindexRequest {
  /** Missing: all corpora. */
  readonly corpus?: string;
}

/** Method names; each request's parameters and answer are the types named beside it. */
export const METHODS = {
  /** no parameters → `readonly CorpusRow[]` */
  listCorpora: 'fundstelle/listCorpora',
  /** `ListRequest` → `ListAnswer<ArticleRow>` */
  listArticles: 'fundstelle/listArticles',
  /** `ActorsRequest` → `ListAnswer<ActorRow>` */
  listActors: 'fundstelle/listActors',
  /** `EventsRequest` → `ListAnswer<EventRow>` */
  listEvents: 'fundstelle/listEvents',
  /** `{ corpus }` → `readonly MonthRow[]` */
  listEventMonths: 'fundstelle/listEventMonths',
  /** `PassagesRequest` → `ListAnswer<PassageRow>` */
  listPassages: 'fundstelle/listPassages',
  /** `ActorsAtRequest` → `ActorsAtAnswer` */
  actorsAt: 'fundstelle/actorsAt',
  /** `ArticleTextRequest` → `ArticleTextAnswer`; InvalidParams when no article has this URI */
  articleText: 'fundstelle/articleText',
  /** `ReindexRequest` → null, when done */
  reindex: 'fundstelle/reindex',
  /** notification to the client: `CorpusRow` whenever state, progress or counts change (at most ten a second) */
  status: 'fundstelle/status',
  /** notification to the client, no parameters: corpora were opened or closed, ask `listCorpora` again */
  corporaChanged: 'fundstelle/corporaChanged',
} as const;
