import { createReader, isUnreadable } from './extracted.js';
import { FEED_ROOTS, readFeed } from './feed.js';
import { parseXml } from './markup/xmlTree.js';
import { NEWS_ROOTS, readNewsXml } from './newsXml.js';

/** Reads an XML file of news by its root element: RSS, Atom, NITF or NewsML-G2. */
export const readNewsFile = createReader(async (bytes) => {
  const root = await parseXml(bytes);
  if (isUnreadable(root)) return root;
  if (FEED_ROOTS.has(root.name)) return readFeed(root);
  if (NEWS_ROOTS.has(root.name.replace(/^.*:/, ''))) return readNewsXml(root);
  return { reason: `its XML is no feed, NITF or NewsML, but <${root.name.slice(0, 40)}>` };
});
