import { toReadFile } from './extractedInput.js';
import { createUnreadable, type LoadFormat } from './format.js';
import { isGzip, unpackGzip } from './gzip.js';
import { readWebPage } from './html/readWebPage.js';
import { createWebKnowledge } from './html/webKnowledge.js';

/** Saved web pages, as they are or packed with gzip: one article each. */
export const loadHtml: LoadFormat = ({ data }) => {
  const { knowledge } = createWebKnowledge(data);
  return Promise.resolve(async ({ path, bytes }) => {
    const page = isGzip(bytes) ? unpackGzip(bytes) : bytes;
    if (typeof page === 'string') return createUnreadable(path, page);
    const { blocks, problems, ...metadata } = await readWebPage(page, knowledge);
    return toReadFile(path, [{ metadata, blocks, problems: problems.map((problem) => ({ path, ...problem })) }]);
  });
};
