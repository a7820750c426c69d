import type { ArticleId, ExtractedInput } from '../core/article/article.js';
import { pathOf } from '../core/article/articleId.js';
import type { Authority } from '../core/authority/authority.js';
import { editAuthority } from '../formats/authority/editAuthority.js';
import type { CorpusStore } from '../store/ports.js';
import type { Card, CorpusService, CorpusStatus, LiveDocument } from './answers.js';
import type { Asking, AskingAt } from './features/asking.js';
import { findLikelyActors } from './features/candidates.js';
import { complete } from './features/completion.js';
import { toListedArticle } from './features/copies.js';
import { listDefinitions } from './features/definition.js';
import { listDocumentSymbols } from './features/documentSymbols.js';
import { explain } from './features/explain.js';
import { findCard } from './features/hover.js';
import { listNameDecisions } from './features/nameDecisions.js';
import { listReferences } from './features/references.js';
import { resolveCompletion } from './features/resolveCompletion.js';
import { searchPassages } from './features/searchPassages.js';
import { listWorkspaceSymbols } from './features/workspaceSymbols.js';
import type { CorpusIndexer } from './indexer.js';
import { type LiveAnalysis, LiveDocuments } from './liveDocuments.js';
import { getDecidingMessages } from './messages/deciding.js';
import { getMessages } from './messages/getMessages.js';
import type { Locale } from './messages/messages.js';
import { getSearchMessages } from './messages/searching.js';
import { createPassageWords } from './passageWords.js';

/** What a corpus service is made of. */
export interface CorpusServiceParts {
  /** The corpus's name, for people. */
  readonly name: string;
  readonly store: CorpusStore;
  readonly indexer: CorpusIndexer;
  /** What the file of an extracted article gives now; it is in no store. */
  readonly findExtracted: (id: ArticleId) => Promise<ExtractedInput | undefined>;
  /** What recognises names in open documents: the same as in articles. */
  readonly analyse: LiveAnalysis;
  /** The writers' decisions that `analyse` goes by. */
  readonly authority?: Authority;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
  /** The language that the service's own words are in; English when not said. */
  readonly locale?: Locale;
}

/** The front door to one corpus. Nothing is indexed until `index` is called; until then answers are empty. */
export function createCorpusService(parts: CorpusServiceParts): CorpusService {
  const { store, indexer, analyse, pause, locale = 'en' } = parts;
  // Only what is indexed is shown: an id alone opens no file.
  const findExtracted = async (id: ArticleId): Promise<ExtractedInput | undefined> =>
    (await store.findArticle(id))?.extracted === true ? parts.findExtracted(id) : undefined;
  const live = new LiveDocuments({
    analyse,
    pause,
    findExtracted: ({ articlePath }) => findExtracted(articlePath as ArticleId),
  });
  const asking = createAsking(parts, locale);
  const at = async (document: LiveDocument, offset: number): Promise<AskingAt> => ({
    ...asking,
    facts: await live.get(document),
    offset,
  });

  return {
    index: (options = {}) => indexer.index(options),
    refresh: (paths) => indexer.refresh(paths),
    prefer: (paths) => {
      indexer.prefer(paths);
    },
    close: () => indexer.close(),
    forget: (key) => {
      live.forget(key);
    },

    findCard: (document, offset) => withProgress(indexer, async () => findCard(await at(document, offset))),
    listDefinitions: async (document, offset) => listDefinitions(await at(document, offset)),
    listReferences: async (document, offset, limit) => listReferences(await at(document, offset), limit),
    listActorsAt: async (document, offset) =>
      (await findLikelyActors(await at(document, offset)))?.candidates.map(({ actor }) => actor) ?? [],
    ...answerAboutNames({ asking, at, locale }),
    complete: async (document, offset) =>
      complete({ ...asking, facts: await live.getRecent(document), offset, text: document.text }),
    resolveCompletion: (id) => withProgress(indexer, () => resolveCompletion(id, asking)),
    listDocumentSymbols: async (document) => listDocumentSymbols(await live.get(document), asking.messages),
    listWorkspaceSymbols: (query) => listWorkspaceSymbols(query, asking),

    getStatus: () => getStatus(parts),
    listProblems: () => indexer.listProblems(),
    findArticleText: async (id) => {
      const input = await findExtracted(id);
      return input && { path: pathOf(id), text: input.text, body: input.body };
    },
    listArticles: async (request) => {
      const page = await store.listArticles(request);
      return { ...page, rows: await Promise.all(page.rows.map((article) => toListedArticle(store, article))) };
    },
    listActors: (query) => store.listActors(query),
    listEvents: (query) => store.listEvents(query),
    listEventMonths: () => store.listEventMonths(),
    listActorPassages: (id, request) => store.listActorEvidence(id, request),
    listEventPassages: (id, request) => store.listEventEvidence(id, request),
    searchPassages: async (query, request) => {
      const found = await searchPassages(query, request, { store, pause, messages: getSearchMessages(locale) });
      return indexer.progress ? { ...found, indexing: indexer.progress } : found;
    },
  };
}

interface NameAnswering {
  readonly asking: Asking;
  readonly at: (document: LiveDocument, offset: number) => Promise<AskingAt>;
  readonly locale: Locale;
}

/** What may be decided about names, and why they are what they are. */
function answerAboutNames({
  asking,
  at,
  locale,
}: NameAnswering): Pick<CorpusService, 'listNameDecisions' | 'decide' | 'explain'> {
  const words = getDecidingMessages(locale);
  return {
    listNameDecisions: async (document, selection) => {
      const path = document.articlePath ?? document.path;
      return listNameDecisions(await at(document, selection.start), { path, selection, words });
    },
    decide: (decision, authorityText) => {
      const edit = editAuthority(authorityText, decision);
      return 'refused' in edit ? { refused: words.refused[edit.refused] } : edit;
    },
    explain: async (document, span) => explain(asking, (await at(document, span.start)).facts, span),
  };
}

function createAsking({ store, authority }: CorpusServiceParts, locale: Locale): Asking {
  return { store, messages: getMessages(locale), wordsOf: createPassageWords(), ...(authority && { authority }) };
}

async function getStatus({ name, store, indexer }: CorpusServiceParts): Promise<CorpusStatus> {
  const { progress } = indexer;
  return {
    name,
    state: progress ? 'indexing' : 'idle',
    ...(progress && { progress }),
    counts: await store.getCounts(),
    problemCount: indexer.listProblems().length,
  };
}

/** An answer that is asked for before the index is complete says so. */
async function withProgress(
  { progress }: CorpusIndexer,
  find: () => Promise<Card | undefined>,
): Promise<Card | undefined> {
  const card = await find();
  return card === undefined || card.kind === 'date' || progress === undefined ? card : { ...card, indexing: progress };
}
