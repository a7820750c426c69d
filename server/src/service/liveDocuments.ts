import type { ArticleId, ArticleInput, ExtractedInput } from '../core/article/article.js';
import type { Facts } from '../core/facts.js';
import { readMarkdownFile } from '../formats/markdown.js';
import { readTextFile } from '../formats/txt.js';
import type { LiveDocument } from './answers.js';

/** So many keystrokes back, a document is still much the same. */
const MAX_AGE = 50;

interface LiveDocumentsParts {
  readonly analyse: (input: ArticleInput) => Facts;
  /** What the file of an extracted article gives now. */
  readonly findExtracted: (document: LiveDocument) => Promise<ExtractedInput | undefined>;
}

/** The facts of open documents: analysed once for each version. */
export class LiveDocuments {
  readonly #analyse: LiveDocumentsParts['analyse'];
  readonly #findExtracted: LiveDocumentsParts['findExtracted'];
  readonly #known = new Map<string, { readonly version: number; readonly facts: Facts }>();

  constructor({ analyse, findExtracted }: LiveDocumentsParts) {
    this.#analyse = analyse;
    this.#findExtracted = findExtracted;
  }

  /** The facts of the document as it now stands in the editor. */
  async get(document: LiveDocument): Promise<Facts> {
    const known = this.#find(document);
    if (known !== undefined) return known;
    const extracted = document.markup === 'extracted' ? await this.#findExtracted(document) : undefined;
    const facts = this.#find(document) ?? this.#analyse(toInput(document, extracted));
    this.#known.set(document.key, { version: document.version, facts });
    return facts;
  }

  /** The facts of a version a few keystrokes old, where there are any: to type must not wait for the analysis of the whole text. */
  async getRecent(document: LiveDocument): Promise<Facts> {
    const known = this.#known.get(document.key);
    const isRecent = known !== undefined && Math.abs(document.version - known.version) <= MAX_AGE;
    return isRecent ? known.facts : this.get(document);
  }

  #find({ key, version }: LiveDocument): Facts | undefined {
    const known = this.#known.get(key);
    return known?.version === version ? known.facts : undefined;
  }

  forget(key: string): void {
    this.#known.delete(key);
  }
}

/** An open article is read as its file would be; a draft in plain text has no furniture to find. */
function toInput(
  { key, text, articlePath, markup }: LiveDocument,
  extracted: ExtractedInput | undefined,
): ArticleInput {
  const id = (articlePath ?? key) as ArticleId;
  // The file may have changed while the editor still shows what it gave before.
  if (extracted !== undefined && extracted.text === text) return extracted;
  if (markup === 'extracted') return { id, text, metadata: extracted?.metadata ?? {}, contentStart: 0, layout: 'raw' };
  if (markup === 'markdown') return readMarkdownFile(id, text).input;
  if (articlePath !== undefined) return readTextFile(id, text).input;
  return { id, text, metadata: {}, contentStart: 0, layout: 'raw' };
}
