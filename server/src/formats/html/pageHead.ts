import type { DomDocument } from './dom.js';
import { findStatedArticle, type StatedArticle } from './jsonLd.js';
import type { TextReader } from './plainText.js';

/**
 * What a page says about itself in its head: meta elements, JSON-LD, title and canonical address. All texts are plain.
 */
export interface PageHead {
  readonly title?: string;
  readonly language?: string;
  readonly canonical?: string;
  readonly stated?: StatedArticle;
  /** The first non-empty content of the meta elements with one of the names, tried in this order. */
  findMeta(...names: readonly string[]): string | undefined;
}

/** Reads a page's head. Of meta elements with the same name the first counts. */
export function readPageHead(document: DomDocument, dataScripts: readonly string[], readText: TextReader): PageHead {
  const metas = collectMetas(document, readText);
  const title = readText(document.querySelector('title')?.textContent);
  const language = document.documentElement.getAttribute('lang') ?? undefined;
  const canonical = document.querySelector('link[rel~="canonical"]')?.getAttribute('href') ?? undefined;
  const stated = findStatedArticle(dataScripts, readText);
  return {
    ...(title !== undefined && { title }),
    ...(language !== undefined && { language }),
    ...(canonical !== undefined && { canonical }),
    ...(stated !== undefined && { stated }),
    findMeta: (...names) => names.map((name) => metas.get(toKey(name))).find((content) => content !== undefined),
  };
}

function collectMetas(document: DomDocument, readText: TextReader): ReadonlyMap<string, string> {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const content = readText(meta.getAttribute('content'));
    if (content === undefined) continue;
    for (const attribute of ['property', 'name', 'itemprop']) {
      const name = toKey(meta.getAttribute(attribute) ?? '');
      if (name !== '' && !metas.has(name)) metas.set(name, content);
    }
  }
  return metas;
}

/** `article:published_time`, `article.published.time` and `Article:Published:Time` are the same name. */
function toKey(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '');
}
