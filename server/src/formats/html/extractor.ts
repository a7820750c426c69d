import type { DomDocument } from './dom.js';

/** A second opinion on where a page's article is: gives its content as HTML. May be slow on odd pages, and does change the document. */
export type Extractor = (document: DomDocument) => string;

interface DefuddleModule {
  readonly default: DefuddleClass | { readonly default: DefuddleClass };
}
type DefuddleClass = new (
  document: DomDocument,
  options: { readonly url: string; readonly useAsync: boolean; readonly fetch: () => Promise<never> },
) => { parse(): { readonly content: string } };

/** No address of the page's own: the library's readers of single sites must not come into play. */
const NOWHERE = 'https://page.invalid/';

/** Loads the extractor when the first page needs it. It has no way to reach the network: only its synchronous part is called. */
export async function loadExtractor(): Promise<Extractor> {
  const loaded = (await import('defuddle')) as unknown as DefuddleModule;
  const Defuddle = 'default' in loaded.default ? loaded.default.default : loaded.default;
  const fetch = (): Promise<never> => Promise.reject(new Error('a saved page is read without the network'));
  return (document) => new Defuddle(document, { url: NOWHERE, useAsync: false, fetch }).parse().content;
}
