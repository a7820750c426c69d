import { createExtracted, type DocumentBlock, type Extracted, type Unreadable } from './extracted.js';
import { type BlockRules, createBlockCollector, type Meaning } from './markup/blockCollector.js';
import { HTML_RULES, readTextOrHtml } from './markup/htmlBlocks.js';
import {
  findElement,
  findText,
  listDescendants,
  listElements,
  replay,
  textOf,
  withoutPrefixes,
  type XmlElement,
} from './markup/xmlTree.js';
import { createMetadata } from './metadata.js';

/** The roots of NITF and NewsML-G2, without prefixes. */
export const NEWS_ROOTS: ReadonlySet<string> = new Set(['nitf', 'newsMessage', 'newsItem', 'packageItem']);

/** Reads articles in NITF (IPTC, 3.x), or in NewsML-G2 with NITF, XHTML or plain text inside. */
export async function readNewsXml(prefixed: XmlElement): Promise<readonly Extracted[] | Unreadable> {
  const root = withoutPrefixes(prefixed);
  if (root.name === 'nitf') return [readNitf(root)];
  const items = root.name === 'newsItem' ? [root] : listDescendants(root, 'newsItem');
  const articles: Extracted[] = [];
  for (const item of items) articles.push(await readNewsItem(item));
  return articles.length === 0 ? { reason: 'it has no news items' } : articles;
}

function readNitf(nitf: XmlElement): Extracted {
  const head = findElement(nitf, 'head') ?? nitf;
  const bodyHead = findElement(nitf, 'body', 'body.head') ?? nitf;
  const publication = findElement(head, 'pubdata');
  const headline = findElement(bodyHead, 'hedline') ?? bodyHead;
  const subhead = findText(headline, 'hl2');
  const metadata = createMetadata({
    title: findText(headline, 'hl1') ?? findText(head, 'title'),
    date:
      findElement(head, 'docdata', 'date.issue')?.attributes['norm'] ??
      publication?.attributes['date.publication'] ??
      findElement(bodyHead, 'dateline', 'story.date')?.attributes['norm'],
    source:
      publication?.attributes['name'] ??
      findText(bodyHead, 'distributor') ??
      findElement(head, 'docdata', 'doc.copyright')?.attributes['holder'],
    url: publication?.attributes['ex-ref'],
    authors: listDescendants(bodyHead, 'byline').map((byline) =>
      textOf(listDescendants(byline, 'person')[0] ?? byline),
    ),
    language: nitf.attributes['lang'],
  });
  const key = findElement(head, 'docdata', 'doc-id')?.attributes['id-string'];
  const content = findElement(nitf, 'body', 'body.content');
  const blocks = content ? collect(content, NITF_RULES) : [];
  return createExtracted({
    metadata,
    blocks: [...(subhead === undefined ? [] : [{ text: subhead, role: 'subhead' } as const]), ...blocks],
    ...(key !== undefined && { key }),
  });
}

/** NITF's text elements are those of HTML; pictures, notes and forms of it are not the article. */
const NITF_RULES: BlockRules = {
  meaningOf: (name, attributes) => {
    if (name === 'hl2') return { kind: 'block', role: 'subhead' };
    return NITF_SKIPPED.has(name) ? SKIP : HTML_RULES.meaningOf(name, attributes);
  },
};
const NITF_SKIPPED = new Set(['media', 'note', 'fn', 'custom-table', 'datasource']);
const SKIP: Meaning = { kind: 'skip' };

function collect(element: XmlElement, rules: BlockRules): readonly DocumentBlock[] {
  const collector = createBlockCollector(rules);
  replay(element, collector);
  return collector.listBlocks();
}

async function readNewsItem(item: XmlElement): Promise<Extracted> {
  const meta = findElement(item, 'contentMeta') ?? item;
  const itemMeta = findElement(item, 'itemMeta') ?? item;
  const inner = await readContentSet(findElement(item, 'contentSet') ?? item);
  const provider = findElement(itemMeta, 'provider');
  const metadata = createMetadata({
    title: findText(meta, 'headline') ?? findText(itemMeta, 'title'),
    date:
      findText(meta, 'contentCreated') ?? findText(itemMeta, 'firstCreated') ?? findText(itemMeta, 'versionCreated'),
    source: (provider && findText(provider, 'name')) ?? findText(meta, 'creditline') ?? provider?.attributes['literal'],
    authors: listAuthors(meta),
    language: findElement(meta, 'language')?.attributes['tag'] ?? item.attributes['lang'],
  });
  const key = item.attributes['guid'];
  return createExtracted({
    metadata: { ...inner.metadata, ...metadata },
    blocks: inner.blocks,
    ...(key !== undefined && { key }),
  });
}

function listAuthors(meta: XmlElement): readonly string[] {
  const creators = listElements(meta, 'creator').flatMap((creator) => findText(creator, 'name') ?? []);
  return creators.length > 0 ? creators : listElements(meta, 'by').map(textOf);
}

async function readContentSet(set: XmlElement): Promise<Pick<Extracted, 'metadata' | 'blocks'>> {
  const inline = findElement(set, 'inlineXML');
  const nitf = inline && findElement(inline, 'nitf');
  if (nitf) return readNitf(nitf);
  if (inline) return { metadata: {}, blocks: collect(inline, HTML_RULES) };
  return { metadata: {}, blocks: await readTextOrHtml(textOf(findElement(set, 'inlineData'))) };
}
