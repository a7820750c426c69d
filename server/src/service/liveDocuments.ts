import type { ArticleId, ArticleInput } from '../core/article/article.js';
import type { Facts } from '../core/facts.js';
import { readMarkdownFile } from '../formats/markdown.js';
import { readTextFile } from '../formats/txt.js';
import type { LiveDocument } from './answers.js';

/** So many keystrokes back, a document is still much the same. */
const MAX_AGE = 50;

/** The facts of open documents: analysed once for each version. */
export class LiveDocuments {
  readonly #analyse: (input: ArticleInput) => Facts;
  readonly #known = new Map<string, { readonly version: number; readonly facts: Facts }>();

  constructor(analyse: (input: ArticleInput) => Facts) {
    this.#analyse = analyse;
  }

  /** The facts of the document as it now stands in the editor. */
  get(document: LiveDocument): Facts {
    const known = this.#known.get(document.key);
    if (known?.version === document.version) return known.facts;
    const facts = this.#analyse(toInput(document));
    this.#known.set(document.key, { version: document.version, facts });
    return facts;
  }

  /** The facts of a version a few keystrokes old, where there are any: to type must not wait for the analysis of the whole text. */
  getRecent(document: LiveDocument): Facts {
    const known = this.#known.get(document.key);
    const isRecent = known !== undefined && Math.abs(document.version - known.version) <= MAX_AGE;
    return isRecent ? known.facts : this.get(document);
  }

  forget(key: string): void {
    this.#known.delete(key);
  }
}

/** An open article is read as its file would be; a draft in plain text has no furniture to find. */
function toInput({ key, text, articlePath, markup }: LiveDocument): ArticleInput {
  const id = (articlePath ?? key) as ArticleId;
  if (markup === 'markdown') return readMarkdownFile(id, text).input;
  if (articlePath !== undefined) return readTextFile(id, text).input;
  return { id, text, metadata: {}, contentStart: 0, layout: 'raw' };
}
