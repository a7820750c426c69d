import type { ArticleId, BodySpan } from '../core/article/article.js';
import type { Decision } from '../core/authority/decision.js';
import type { Actor, ActorId, ActorKind, Evidence, MentionForm, Office } from '../core/facts.js';
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
  PassageHit,
} from '../store/ports.js';

/** A document as the editor holds it. Its facts are cached by `key` and `version`. */
export interface LiveDocument {
  /** Anything that names the document: its URI. */
  readonly key: string;
  readonly version: number;
  readonly text: string;
  /** Id of the article, mostly its path in the corpus, when the document is one; a draft has none. */
  readonly articlePath?: string;
  /** Of a draft: its path relative to the corpus folder, by which the authority file knows it. */
  readonly path?: string;
  /** Markdown syntax is no prose; `extracted` is the text of an article whose file is no text, as `findArticleText` gives it. */
  readonly markup: 'markdown' | 'plain' | 'extracted';
}

/** An article as lists show it. */
export interface ListedArticle extends ArticleSummary {
  /** Other outlets that print the same text, oldest first; a path where an outlet does not tell it from this article. */
  readonly alsoIn: readonly string[];
}

/** A passage as cards quote it; `alsoIn` as for articles. */
export interface CardPassage extends PassageEvidence {
  readonly alsoIn: readonly string[];
}

/** A passage that a search found. */
export interface FoundPassage extends PassageHit {
  readonly alsoIn: readonly string[];
  /** What was found, in short: „Genf ×2, Gespräche". */
  readonly reason: string;
}

/** One page of what a search found; the same passage of one story is in it once. */
export interface FoundPassages extends Page<FoundPassage> {
  /** Passages of this page's stretch of the list that were left out as copies; `total` counts them. */
  readonly copies: number;
  /** How the query was understood, with the actors and events that its names mean. */
  readonly reading: string;
  /** Why nothing could be looked for; its span lies in the query. */
  readonly problem?: Problem;
  readonly indexing?: Progress;
}

/** Why one candidate comes before another: shown beside it. */
export interface Candidate {
  readonly actor: ActorDetail;
  /** A short reason in words: "named in full in this draft", "with Blinken in 3 passages". */
  readonly reason: string;
  /** Best first for the sentence that was asked about. */
  readonly passages: readonly CardPassage[];
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
      readonly passages: readonly CardPassage[];
      readonly indexing?: Progress;
    }
  | {
      readonly kind: 'date';
      readonly span: Span;
      readonly surface: string;
      readonly value?: TimeInterval;
      readonly rule: string;
    };

/** Something that a writer may decide about a name. */
export interface NameDecision {
  /** For people: „This is Sergej Lawrow (Außenminister, RU)". */
  readonly title: string;
  /** Whether it is about what words mean, or about what an actor is. */
  readonly change: 'mention' | 'actor';
  readonly decision: Decision;
}

/** What a decision makes of the authority file: a stretch of it to replace, or in words why nothing. */
export type DecisionEdit = { readonly span: Span; readonly text: string } | { readonly refused: string };

/** How many of the files to read have been read. */
export interface Progress {
  readonly done: number;
  readonly total: number;
  /** Files a second, and the seconds that the rest will take at that rate; missing until there is something to go by. */
  readonly rate?: number;
  readonly secondsLeft?: number;
}

/** What the analysis has found in a stretch of a document, in order. */
export interface Explanation {
  readonly facts: readonly ExplainedFact[];
}

/** A fact with what made it; names with all who may be meant. */
export interface ExplainedFact extends Evidence {
  readonly kind: 'name' | 'event' | 'date' | 'quotation';
  /** What it is taken for: a name of an actor, a label, a date; missing where that is open. */
  readonly meaning?: string;
  readonly actor?: Pick<Actor, 'id' | 'kind' | 'name' | 'state' | 'origin'>;
  readonly form?: MentionForm;
  /** Offices that the text states of the actor. */
  readonly offices?: readonly Office[];
  /** Likeliest first. */
  readonly candidates?: readonly ExplainedCandidate[];
}

/** Who may be meant, and why at this place of the list. */
export interface ExplainedCandidate {
  readonly id: ActorId;
  readonly name: string;
  readonly kind: ActorKind;
  readonly passages: number;
  readonly reason: string;
  readonly isRecognised: boolean;
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
  /** The files of open documents: they are read before all others. */
  prefer(paths: readonly string[]): void;
  /** Ends what is under way and lets go of the index; nothing may be asked afterwards. */
  close(): Promise<void>;
  /** An open document was closed: its cached facts are forgotten. */
  forget(documentKey: string): void;

  findCard(document: LiveDocument, offset: number): Promise<Card | undefined>;
  listDefinitions(document: LiveDocument, offset: number): Promise<readonly Target[]>;
  listReferences(document: LiveDocument, offset: number, limit: number): Promise<References>;
  /** The actors that the name at `offset` may mean, likeliest first; for commands of the client. */
  listActorsAt(document: LiveDocument, offset: number): Promise<readonly CorpusActor[]>;
  /** What may be decided about the name at the start of `selection`, or about the words in it. */
  listNameDecisions(document: LiveDocument, selection: Span): Promise<readonly NameDecision[]>;
  /** What a decision makes of the authority file with this text; an empty one stands for a file that is not there. */
  decide(decision: Decision, authorityText: string): DecisionEdit;
  /** What the analysis has found in a stretch of a document, and why. */
  explain(document: LiveDocument, span: Span): Promise<Explanation>;
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
  listArticles(request: PageRequest): Promise<Page<ListedArticle>>;
  listActors(query: ActorQuery): Promise<Page<CorpusActor>>;
  listEvents(query: EventQuery): Promise<Page<CorpusEvent>>;
  listEventMonths(): Promise<readonly { readonly month: string; readonly count: number }[]>;
  listActorPassages(id: ActorId, request: PageRequest): Promise<Page<PassageEvidence>>;
  listEventPassages(id: EventId, request: PageRequest): Promise<Page<PassageEvidence>>;
  /** Passages by words, actors, events, outlets and dates (docs/search.md), best first. */
  searchPassages(query: string, request: PageRequest & { readonly signal?: AbortSignalLike }): Promise<FoundPassages>;
}

/** The part of the platform's AbortSignal that the service uses; it has no platform types. */
export interface AbortSignalLike {
  readonly aborted: boolean;
  readonly reason?: unknown;
}
