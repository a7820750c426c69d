import type { DomDocument } from './dom.js';

/**
 * A second opinion on where a page's article is: gives its content as HTML, empty when it fails. May be slow on odd
 * pages, and changes the document.
 */
type Extractor = (document: DomDocument) => string;

interface DefuddleModule {
  readonly default: DefuddleClass | { readonly default: DefuddleClass };
}
type DefuddleClass = new (
  document: DomDocument,
  options: { readonly url: string; readonly useAsync: boolean; readonly fetch: () => Promise<never> },
) => { parse(): { readonly content: string } };

/** No address of the page's own: the library's readers of single sites must not come into play. */
const NOWHERE = 'https://page.invalid/';

/**
 * Loads the extractor when the first page needs it. It has no way to reach the network: only its synchronous part is
 * called.
 */
export async function loadExtractor(): Promise<Extractor> {
  const loaded = (await import('defuddle')) as unknown as DefuddleModule;
  const Defuddle = 'default' in loaded.default ? loaded.default.default : loaded.default;
  const fetch = (): Promise<never> => Promise.reject(new Error('a saved page is read without the network'));
  return (document) => {
    try {
      return new Defuddle(document, { url: NOWHERE, useAsync: false, fetch }).parse().content;
    } catch {
      // Its own recursion and regular expressions are not ours to vouch for; the page is then read without it.
      return '';
    }
  };
}
