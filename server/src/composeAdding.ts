import { readArticle } from './core/article/readArticle.js';
import { createArticleReader } from './formats/articleReader.js';
import { findExtensionOfType } from './formats/fileExtensions.js';
import type { BuiltIn } from './loadBuiltIn.js';
import { createCorpusWriter } from './node/corpusWriter.js';
import { createOutsideFiles } from './node/outsideFiles.js';
import { getToday } from './node/today.js';
import { createWebFetcher } from './node/web/webFetcher.js';
import { type AddingParts, createArticleAdder } from './service/adding/addArticle.js';
import type { AddArticle } from './service/adding/adding.js';
import { getAddingMessages } from './service/messages/adding.js';
import type { Locale } from './service/messages/messages.js';
import { VERSION } from './version.js';

export interface FolderAddingOptions extends Pick<AddingParts, 'folder'> {
  /** Absolute path of the corpus folder. */
  readonly root: string;
  readonly builtIn: BuiltIn;
  readonly locale: Locale;
}

/** Adding to a corpus folder: from this machine's files, and from the web as far as it is public. */
export function createFolderAdding({ root, folder, builtIn, locale }: FolderAddingOptions): AddArticle {
  const userAgent = `Fundstelle/${VERSION} (adds one article at a writer's request)`;
  return createArticleAdder({
    folder,
    writer: createCorpusWriter(root),
    files: createOutsideFiles(root),
    web: createWebFetcher({ userAgent, findExtension: findExtensionOfType }),
    readArticles: createArticleReader({ data: builtIn.data }),
    readArticle: (input) => readArticle(input, builtIn.knowledge.furniture).article,
    messages: getAddingMessages(locale),
    today: getToday,
  });
}
