import type { ArticleId } from '../core/article/article.js';
import { pathOf } from '../core/article/articleId.js';
import type { Card, CorpusService, LiveDocument } from './answers.js';
import type { Asking, AskingAt } from './features/asking.js';
import { findLikelyActors } from './features/candidates.js';
import { complete } from './features/completion.js';
import { listDefinitions } from './features/definition.js';
import { listDocumentSymbols } from './features/documentSymbols.js';
import { findCard } from './features/hover.js';
import { listReferences } from './features/references.js';
import { resolveCompletion } from './features/resolveCompletion.js';
import { listWorkspaceSymbols } from './features/workspaceSymbols.js';
import { ExtractedTexts } from './extractedTexts.js';
import { Indexer, type IndexerParts } from './indexer.js';
import { LiveDocuments } from './liveDocuments.js';
import { getMessages } from './messages/getMessages.js';
import type { Locale } from './messages/messages.js';
import { createPassageWords } from './passageWords.js';

/** What a corpus service is made of. */
export interface CorpusServiceParts extends IndexerParts {
  /** The corpus's name, for people. */
  readonly name: string;
  /** The language that the service's own words are in; English when not said. */
  readonly locale?: Locale;
}

/** The front door to one corpus. Nothing is indexed until `index` is called; until then answers are empty. */
export function createCorpusService(parts: CorpusServiceParts): CorpusService {
  const { name, store, analyse, locale = 'en' } = parts;
  const indexer = new Indexer(parts);
  const extracted = new ExtractedTexts(parts);
  const live = new LiveDocuments({
    analyse,
    findExtracted: ({ articlePath }) => extracted.find(articlePath as ArticleId),
  });
  const asking: Asking = { store, messages: getMessages(locale), wordsOf: createPassageWords() };
  const at = async (document: LiveDocument, offset: number): Promise<AskingAt> => ({
    ...asking,
    facts: await live.get(document),
    offset,
  });

  return {
    index: (options = {}) => indexer.index(options),
    refresh: (paths) => indexer.refresh(paths),
    forget: (key) => {
      live.forget(key);
    },

    findCard: async (document, offset) => withProgress(await findCard(await at(document, offset)), indexer),
    listDefinitions: async (document, offset) => listDefinitions(await at(document, offset)),
    listReferences: async (document, offset, limit) => listReferences(await at(document, offset), limit),
    listActorsAt: async (document, offset) =>
      (await findLikelyActors(await at(document, offset)))?.candidates.map(({ actor }) => actor) ?? [],
    complete: async (document, offset) =>
      complete({ ...asking, facts: await live.getRecent(document), offset, text: document.text }),
    resolveCompletion: async (id) => withProgress(await resolveCompletion(id, asking), indexer),
    listDocumentSymbols: async (document) => listDocumentSymbols(await live.get(document), asking.messages),
    listWorkspaceSymbols: (query) => listWorkspaceSymbols(query, asking),

    getStatus: async () => ({
      name,
      state: indexer.progress ? 'indexing' : 'idle',
      ...(indexer.progress && { progress: indexer.progress }),
      counts: await store.getCounts(),
      problemCount: indexer.listProblems().length,
    }),
    listProblems: () => indexer.listProblems(),
    findArticleText: async (id) => {
      const input = await extracted.find(id);
      return input && { path: pathOf(id), text: input.text, body: input.body };
    },
    listArticles: (request) => store.listArticles(request),
    listActors: (query) => store.listActors(query),
    listEvents: (query) => store.listEvents(query),
    listEventMonths: () => store.listEventMonths(),
    listActorPassages: (id, request) => store.listActorEvidence(id, request),
    listEventPassages: (id, request) => store.listEventEvidence(id, request),
  };
}

/** An answer that is given before the index is complete says so. */
function withProgress(card: Card | undefined, { progress }: Indexer): Card | undefined {
  return card === undefined || card.kind === 'date' || progress === undefined ? card : { ...card, indexing: progress };
}
