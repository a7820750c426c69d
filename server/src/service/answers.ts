import type { ArticleId, BodySpan } from '../core/article/article.js';
import type { ActorId, ActorKind } from '../core/facts.js';
import type { Problem } from '../core/problem.js';
import type { TimeInterval } from '../core/events/timeInterval.js';
import type { Span } from '../core/text/span.js';
import type {
  ActorDetail,
  ActorQuery,
  ArticleSummary,
  CorpusActor,
  CorpusEvent,
  Counts,
  EventId,
  EventQuery,
  Page,
  PageRequest,
  PassageEvidence,
} from '../store/ports.js';

/** A document as the editor holds it. Its facts are cached by `key` and `version`. */
export interface LiveDocument {
  /** Anything that names the document: its URI. */
  readonly key: string;
  readonly version: number;
  readonly text: string;
  /** Id of the article, mostly its path in the corpus, when the document is one; a draft has none. */
  readonly articlePath?: string;
  /** Markdown syntax is no prose; `extracted` is the text of an article whose file is no text, as `findArticleText` gives it. */
  readonly markup: 'markdown' | 'plain' | 'extracted';
}

/** Why one candidate comes before another: shown beside it. */
export interface Candidate {
  readonly actor: ActorDetail;
  /** A short reason in words: "named in full in this draft", "with Blinken in 3 passages". */
  readonly reason: string;
  /** Best first for the sentence that was asked about. */
  readonly passages: readonly PassageEvidence[];
  readonly events: readonly CorpusEvent[];
}

/** What a hover shows; `span` is the stretch of the document that it is about. */
export type Card =
  | {
      readonly kind: 'actor';
      readonly span: Span;
      readonly surface: string;
      readonly candidates: readonly Candidate[];
      readonly indexing?: Progress;
    }
  | {
      readonly kind: 'event';
      readonly span: Span;
      readonly surface: string;
      readonly event: CorpusEvent;
      readonly passages: readonly PassageEvidence[];
      readonly indexing?: Progress;
    }
  | {
      readonly kind: 'date';
      readonly span: Span;
      readonly surface: string;
      readonly value?: TimeInterval;
      readonly rule: string;
    };

export interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A place to go to: the span to select, inside the passage to show. */
export interface Target {
  readonly origin: Span;
  readonly article: ArticleSummary;
  readonly span: Span;
  readonly passage: Span;
}

export interface Completion {
  /** Names the entry for `resolveCompletion`. */
  readonly id: { readonly actor: ActorId } | { readonly event: EventId };
  readonly label: string;
  readonly detail: string;
  readonly kind: ActorKind | 'event';
  readonly insertText: string;
  /** What the editor matches the typed text against: the trigger character and the matching alias. */
  readonly filterText: string;
  readonly sortText: string;
  /** Replaced on accept: it includes the trigger character, so that nothing of ours stays in the text. */
  readonly replace: Span;
}

export interface Completions {
  readonly entries: readonly Completion[];
  readonly isIncomplete: boolean;
}

export interface DocumentSymbolEntry {
  readonly name: string;
  readonly detail: string;
  readonly kind: ActorKind | 'event' | 'heading' | 'quotation';
  readonly span: Span;
}

export interface WorkspaceSymbolEntry {
  readonly name: string;
  readonly kind: ActorKind | 'event';
  readonly container: string;
  readonly target: Target;
}

export interface References {
  readonly targets: readonly Target[];
  /** All there are; more than `targets` when the limit cut. */
  readonly total: number;
}

/** What an article says whose file no editor can show as text. */
export interface ArticleText {
  /** Corpus-relative path of the file. */
  readonly path: string;
  /** The text that all spans of the article refer to. */
  readonly text: string;
  /** Title, subheads and paragraphs, with the number of the page where the format has pages. */
  readonly body: readonly BodySpan[];
}

export interface CorpusStatus {
  readonly name: string;
  readonly state: 'idle' | 'indexing';
  readonly progress?: Progress;
  readonly counts: Counts;
  readonly problemCount: number;
}

/**
 * The front door: all that editors and the command line may ask of one corpus. Offsets are UTF-16; nothing here knows LSP.
 * Every question may be aborted; an aborted one rejects with the signal's reason.
 */
export interface CorpusService {
  /** Reads the folder, analyses what is new or changed, forgets what is gone. A second call while one runs joins it. */
  index(options?: {
    readonly onProgress?: (progress: Progress) => void;
    readonly signal?: AbortSignalLike;
  }): Promise<void>;
  /** A file was created, changed or deleted on disk. */
  refresh(paths: readonly string[]): Promise<void>;
  /** An open document was closed: its cached facts are forgotten. */
  forget(documentKey: string): void;

  findCard(document: LiveDocument, offset: number): Promise<Card | undefined>;
  listDefinitions(document: LiveDocument, offset: number): Promise<readonly Target[]>;
  listReferences(document: LiveDocument, offset: number, limit: number): Promise<References>;
  /** The actors that the name at `offset` may mean, likeliest first; for commands of the client. */
  listActorsAt(document: LiveDocument, offset: number): Promise<readonly CorpusActor[]>;
  complete(document: LiveDocument, offset: number): Promise<Completions>;
  /** The card of a completion entry; undefined when it is gone. */
  resolveCompletion(id: Completion['id']): Promise<Card | undefined>;
  listDocumentSymbols(document: LiveDocument): Promise<readonly DocumentSymbolEntry[]>;
  listWorkspaceSymbols(query: string): Promise<readonly WorkspaceSymbolEntry[]>;

  getStatus(): Promise<CorpusStatus>;
  /** Problems of the corpus files, by path. */
  listProblems(): readonly Problem[];
  /** The text that was extracted for an article; undefined when there is no such article, or its file is its text. */
  findArticleText(id: ArticleId): Promise<ArticleText | undefined>;
  listArticles(request: PageRequest): Promise<Page<ArticleSummary>>;
  listActors(query: ActorQuery): Promise<Page<CorpusActor>>;
  listEvents(query: EventQuery): Promise<Page<CorpusEvent>>;
  listEventMonths(): Promise<readonly { readonly month: string; readonly count: number }[]>;
  listActorPassages(id: ActorId, request: PageRequest): Promise<Page<PassageEvidence>>;
  listEventPassages(id: EventId, request: PageRequest): Promise<Page<PassageEvidence>>;
}

/** The part of the platform's AbortSignal that the service uses; it has no platform types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
}
