import { setImmediate } from 'node:timers/promises';
import { createFolderAdding } from './composeAdding.js';
import { analyse, analyseInSlices } from './core/analyse.js';
import type { BuiltIn } from './loadBuiltIn.js';
import { createFolderReader, type FolderOptions, type OpenFolder, openFolder } from './openFolder.js';
import type { AddArticle } from './service/adding/adding.js';
import type { CorpusService } from './service/answers.js';
import { createCorpusService } from './service/createCorpusService.js';
import { createLocalIndex } from './service/localCorpus.js';
import type { Locale } from './service/messages/messages.js';
import { type IndexPlace, openSharedIndex } from './sharedIndex.js';
import { createMemoryStore } from './store/memory.js';

export interface FolderCorpusOptions extends FolderOptions {
  /** What is built in; the folder's authority file is added to it. */
  readonly builtIn: BuiltIn;
  /** Language of what is said to people. */
  readonly locale?: Locale;
  /** Where its index is kept; missing: in memory, for as long as the corpus is open. */
  readonly index?: IndexPlace;
}

/** A corpus folder, opened, and the service that answers for it. Nothing is indexed yet; the service lists the folder's problems once it has. */
export interface FolderCorpus extends OpenFolder {
  readonly service: CorpusService;
  readonly addArticle: AddArticle;
}

/** Opens a corpus folder: the one place where folder, formats, analysis, store and service are put together. */
export async function createFolderCorpus(options: FolderCorpusOptions): Promise<FolderCorpus> {
  const { root, builtIn, locale = 'en', drafts, draftsBase, index } = options;
  const corpus: FolderOptions = { root, ...(drafts && { drafts }), ...(draftsBase && { draftsBase }) };
  const opened = await openFolder(corpus);
  const { folder, authority, settings, basis } = opened;
  const knowledge = { ...builtIn.knowledge, authority };
  const parts = {
    folder,
    basis,
    readArticles: createFolderReader(opened, builtIn.data),
    analyse: (input: Parameters<typeof analyse>[0]) => analyse(input, knowledge),
    pause: () => setImmediate(),
  };
  const createLocal = () => createLocalIndex({ ...parts, store: createMemoryStore() });
  const kept = index === undefined ? createLocal() : openSharedIndex({ place: index, corpus, createLocal });
  const service = createCorpusService({
    name: settings.name,
    locale,
    analyse: (input, memory) => analyseInSlices(input, knowledge, memory),
    authority,
    pause: parts.pause,
    ...kept,
  });
  const addArticle = createFolderAdding({ root, folder, builtIn, locale });
  return { ...opened, service, addArticle };
}
