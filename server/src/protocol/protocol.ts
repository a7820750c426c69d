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
  /** Files read, and files to read, of the run under way. */
  readonly done: number;
  readonly total: number;
  /** How long the rest will take; missing until there is something to go by. */
  readonly secondsLeft?: number;
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
  /** Path in the corpus; with `#` and its name in the file behind it where a file holds many. */
  readonly path: string;
  /** URI of the file itself when `uri` is a virtual document. */
  readonly original?: string;
  readonly title: string;
  readonly date?: string;
  readonly source?: string;
  readonly actors: number;
  readonly events: number;
  /** Names the article in citations; no two articles of a corpus share one. */
  readonly citationKey: string;
  /** How many other articles print the same text. */
  readonly copies: number;
  /** The outlets that do, oldest first; paths of articles where an outlet does not tell them apart. */
  readonly alsoIn: readonly string[];
}

export interface ActorRow {
  readonly id: string;
  readonly name: string;
  readonly kind: ActorKindName;
  readonly confirmed: boolean;
  /** ISO 3166-1 code. */
  readonly state?: string;
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
  /** Independent ones: outlets that print the same text count once. */
  readonly sources: number;
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
  /** Of the article, as in `ArticleRow`. */
  readonly citationKey: string;
  readonly copies: number;
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

export interface SearchRequest extends ListRequest {
  /** Words, fields and operators, as docs/search.md tells. */
  readonly query: string;
}

/** A passage that a search found. */
export interface FoundRow {
  /** The first stretch that was found; the whole passage where no words were asked for. */
  readonly location: ProtocolLocation;
  readonly passage: ProtocolRange;
  /** The passage's text on one line. */
  readonly text: string;
  /** What was found in `text`, ascending, half-open UTF-16. */
  readonly marks: readonly (readonly [number, number])[];
  /** Corpus-relative path of the article; with `#2` behind it for the second article of a file. */
  readonly path: string;
  readonly title: string;
  readonly date?: string;
  readonly source?: string;
  readonly citationKey: string;
  /** Outlets that print the same, as in `ArticleRow`. */
  readonly alsoIn: readonly string[];
  /** Why it was found, for people: „Genf ×2, Gespräche". */
  readonly reason: string;
}

/** Answer to `fundstelle/searchPassages`. */
export interface SearchAnswer extends ListAnswer<FoundRow> {
  /** Passages left out of this page because another article of the same story has shown them; `total` counts them. */
  readonly copies: number;
  /** How the query was understood, for people. */
  readonly reading: string;
  /** Why nothing could be looked for; `span` lies in the query, half-open UTF-16. */
  readonly problem?: {
    readonly message: string;
    readonly code: string;
    readonly span: readonly [number, number];
  };
  /** The corpus is still being read: so many files of so many. */
  readonly indexing?: { readonly done: number; readonly total: number };
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

/** Adds an article to a corpus. Exactly one of `text`, `file` and `url`; only a person's own wish should lead to this request. */
export interface AddArticleRequest {
  readonly corpus: string;
  /** The article itself: plain text, Markdown, or the source of a web page. */
  readonly text?: string;
  /** `file:` URI of the file to make it from. */
  readonly file?: string;
  /** Address of a page to fetch, http or https. */
  readonly url?: string;
  /** False when the client knows that the workspace is not trusted: nothing is added then. */
  readonly isTrusted?: boolean;
}

export interface AddArticleAnswer {
  /** The new Markdown file, and its title in the front matter. */
  readonly title: ProtocolLocation;
  /** URI of the untouched original beside it. */
  readonly original: string;
  /** For people: other hosts that the address led to, text that may be missing. */
  readonly notes: readonly string[];
}

/** An actor as a decision names it; `state` is an ISO 3166-1 code. */
export interface DecidedActorRow {
  readonly name: string;
  readonly kind: ActorKindName;
  readonly state?: string;
}

/** What a writer decides: `merge` keeps the first actor's name, `rename` keeps the name before as an alias. */
export type DecisionRow =
  | { readonly kind: 'merge' | 'split'; readonly actors: readonly DecidedActorRow[] }
  | { readonly kind: 'reject'; readonly name: string }
  | { readonly kind: 'alias'; readonly actor: DecidedActorRow; readonly alias: string }
  | { readonly kind: 'kind'; readonly actor: DecidedActorRow; readonly to: ActorKindName }
  | { readonly kind: 'rename'; readonly actor: DecidedActorRow; readonly to: string }
  | { readonly kind: 'note'; readonly actor: DecidedActorRow; readonly note: string }
  | { readonly kind: 'spelling'; readonly actor?: DecidedActorRow; readonly to: 'de' | 'en' | 'original' };

export interface DecideRequest {
  readonly corpus: string;
  readonly decision: DecisionRow;
}

/** The edit of the authority file that writes a decision down: applied and saved by the client, undone like any other. */
export interface DecideAnswer {
  readonly uri: string;
  /** The file has to be made first. */
  readonly isNew: boolean;
  /** Missing: nothing is to be changed. */
  readonly edit?: { readonly range: ProtocolRange; readonly newText: string };
  /** Why there is no edit, for people. */
  readonly refused?: string;
}

export interface ExplainRequest {
  readonly textDocument: { readonly uri: string };
  readonly position: ProtocolPosition;
}

/** Answer to `fundstelle/explain`: what was recognised at a place, and why, as plain text; null where no corpus answers. */
export interface ExplainAnswer {
  readonly text: string;
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
  /** `SearchRequest` → `SearchAnswer` */
  searchPassages: 'fundstelle/searchPassages',
  /** `ActorsAtRequest` → `ActorsAtAnswer` */
  actorsAt: 'fundstelle/actorsAt',
  /** `ArticleTextRequest` → `ArticleTextAnswer`; InvalidParams when no article has this URI */
  articleText: 'fundstelle/articleText',
  /** `ReindexRequest` → null, when done */
  reindex: 'fundstelle/reindex',
  /** `AddArticleRequest` → `AddArticleAnswer`; RequestFailed with a sentence for people when nothing was added */
  addArticle: 'fundstelle/addArticle',
  /** `DecideRequest` → `DecideAnswer` */
  decide: 'fundstelle/decide',
  /** `ExplainRequest` → `ExplainAnswer` or null */
  explain: 'fundstelle/explain',
  /** notification to the client: `CorpusRow` whenever state, progress or counts change (at most ten a second) */
  status: 'fundstelle/status',
  /** notification to the client, no parameters: corpora were opened or closed, ask `listCorpora` again */
  corporaChanged: 'fundstelle/corporaChanged',
} as const;
