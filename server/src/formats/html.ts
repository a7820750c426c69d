import { toReadFile } from './extractedInput.js';
import { type ArticleFile, createUnreadable, type FormatOptions, type LoadFormat, type ReadFile } from './format.js';
import { findArchivedPage } from './documents/mhtml.js';
import { isGzip, unpackGzip } from './gzip.js';
import { readWebPage } from './html/readWebPage.js';
import { createWebKnowledge } from './html/webKnowledge.js';

/** Saved web pages, as they are or packed with gzip: one article each. */
export const loadHtml: LoadFormat = (options) => {
  const readPage = createPageReader(options);
  return Promise.resolve(({ path, bytes }) => {
    const page = isGzip(bytes) ? unpackGzip(bytes) : bytes;
    return typeof page === 'string' ? Promise.resolve(createUnreadable(path, page)) : readPage({ path, bytes: page });
  });
};

/** Web pages that a browser saved with their pictures in one file (MHTML). */
export const loadWebArchive: LoadFormat = (options) => {
  const readPage = createPageReader(options);
  return Promise.resolve(async ({ path, bytes }) => {
    const page = await findArchivedPage(bytes, { path });
    if ('code' in page) return { articles: [], problems: [page] };
    return readPage({ path, bytes: page.html, ...(page.url !== undefined && { url: page.url }) });
  });
};

interface Page extends ArticleFile {
  /** Where it came from, by what holds it: the page itself may not say. */
  readonly url?: string;
}

function createPageReader({ data }: FormatOptions): (page: Page) => Promise<ReadFile> {
  const { knowledge } = createWebKnowledge(data);
  return async ({ path, bytes, url }) => {
    const { blocks, problems, ...stated } = await readWebPage(bytes, knowledge);
    const metadata = { ...(url !== undefined && { url }), ...stated };
    return toReadFile(path, [{ metadata, blocks, problems: problems.map((problem) => ({ path, ...problem })) }]);
  };
}
