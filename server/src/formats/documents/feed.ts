import { createExtracted, type DocumentBlock, type Extracted, type Unreadable } from './extracted.js';
import { createBlockCollector } from './markup/blockCollector.js';
import { HTML_RULES, readPlainText, readTextOrHtml } from './markup/htmlBlocks.js';
import {
  findElement,
  findText,
  listDescendants,
  listElements,
  replay,
  textOf,
  type XmlElement,
} from './markup/xmlTree.js';
import { createMetadata } from './metadata.js';

/** The roots of RSS 0.9x and 2.0, RSS 1.0 and Atom. */
export const FEED_ROOTS: ReadonlySet<string> = new Set(['rss', 'rdf:RDF', 'feed', 'atom:feed']);

/** Reads the items of a feed as articles: the whole content where the feed has it, else the summary. */
export async function readFeed(root: XmlElement): Promise<readonly Extracted[] | Unreadable> {
  const channel = findElement(root, 'channel') ?? root;
  const feed: Feed = {
    title: await readPlainText(findText(channel, 'title') ?? ''),
    language: findText(channel, 'language') ?? findText(channel, 'dc:language') ?? root.attributes['xml:lang'],
  };
  const items = [...listDescendants(root, 'item'), ...listDescendants(root, 'entry')];
  if (items.length === 0) return { reason: 'the feed has no items' };
  const articles: Extracted[] = [];
  for (const item of items) articles.push(await readItem(item, feed));
  return articles;
}

interface Feed {
  readonly title: string;
  readonly language: string | undefined;
}

async function readItem(item: XmlElement, feed: Feed): Promise<Extracted> {
  const url = findLink(item);
  const title = await readPlainText(findText(item, 'title') ?? '');
  const stated = findText(item, 'guid') ?? findText(item, 'id') ?? url ?? item.attributes['rdf:about'];
  // New items come first: their place in the feed names none of them.
  const key = stated ?? (title === '' ? undefined : title);
  const metadata = createMetadata({
    title,
    url,
    date: DATES.map((name) => findText(item, name)).find((date) => date !== undefined),
    // A feed that gathers others says of each item where it is from.
    source: findText(item, 'source', 'title') ?? findText(item, 'source') ?? feed.title,
    authors: listAuthors(item),
    language: item.attributes['xml:lang'] ?? findText(item, 'dc:language') ?? feed.language,
  });
  return createExtracted({ metadata, blocks: await readContent(item), ...(key !== undefined && { key }) });
}

const DATES = ['pubDate', 'published', 'dc:date', 'issued', 'updated', 'modified'];
const CONTENTS = ['content:encoded', 'content', 'description', 'summary'];

/** Atom has several links; the one to the page is `alternate`, which is also what a link without a relation is. */
function findLink(item: XmlElement): string | undefined {
  const links = listElements(item, 'link').filter(({ attributes }) => /^(?:alternate)?$/.test(attributes['rel'] ?? ''));
  const link = links[0];
  return link?.attributes['href'] ?? (link && textOf(link).trim());
}

/** „mail@example.org (Ada Muster)" is how RSS writes an author; others write the name alone. */
function listAuthors(item: XmlElement): readonly string[] {
  const atom = listElements(item, 'author').flatMap((author) => findText(author, 'name') ?? []);
  const stated = atom.length > 0 ? atom : listElements(item, 'dc:creator', 'author').map(textOf);
  return stated
    .map((name) => /^\S{1,200}@\S{1,200} \((.+)\)$/.exec(name.trim())?.[1] ?? name)
    .filter((name) => !/^\S+@\S+$/.test(name));
}

async function readContent(item: XmlElement): Promise<readonly DocumentBlock[]> {
  for (const name of CONTENTS) {
    const element = findElement(item, name);
    const blocks = element ? await readElement(element) : [];
    if (blocks.length > 0) return blocks;
  }
  return [];
}

/** Content is text with markup escaped, or elements (Atom's `xhtml`). */
async function readElement(element: XmlElement): Promise<readonly DocumentBlock[]> {
  if (listElements(element).length === 0) return readTextOrHtml(textOf(element));
  const collector = createBlockCollector(HTML_RULES);
  replay(element, collector);
  return collector.listBlocks();
}
