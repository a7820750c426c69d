import { findVirtualArticle, type VirtualArticle } from './articleUri.js';
import { findPathBelow, toComparable } from './uris.js';
import type { OpenCorpus } from './host.js';

/** The corpus that answers for a document; `articlePath` when the document is one of its articles. */
export interface Responsible {
  readonly corpus: OpenCorpus;
  readonly articlePath?: string;
  /** Whether the document is the text that was extracted from the article's file. */
  readonly isVirtual?: true;
}

/** Which corpora are open, and which of them answers for which document. */
export class Corpora {
  #open: ReadonlyMap<string, OpenCorpus> = new Map();
  /** Corpus URI by workspace folder URI. */
  #ofFolder: ReadonlyMap<string, string> = new Map();
  #fallback: string | undefined;

  /** Takes over what is open now. `fallback` answers for documents outside all folders that have a corpus. */
  set(open: readonly OpenCorpus[], ofFolder: ReadonlyMap<string, string>, fallback: string | undefined): void {
    this.#open = new Map(open.map((corpus) => [corpus.uri, corpus]));
    this.#ofFolder = ofFolder;
    this.#fallback = fallback;
  }

  list(): readonly OpenCorpus[] {
    return [...this.#open.values()];
  }

  find(uri: string): OpenCorpus | undefined {
    return this.#open.get(uri);
  }

  /**
   * The corpus of which the document is an article, else the one of its workspace folder, else the one whose folder it lies in.
   * Untitled documents belong to the first corpus; other documents outside of everything to the user's own one, if any.
   */
  findFor(uri: string): Responsible | undefined {
    const virtual = findVirtualArticle(uri);
    if (virtual !== undefined) return this.#findForVirtual(virtual);
    const home = this.#findHome(uri);
    const articlePath = home && findPathBelow(home.uri, uri);
    if (home && articlePath !== undefined && home.includes(articlePath)) return { corpus: home, articlePath };
    const corpus = this.#findOfFolder(uri) ?? home ?? this.#findDefault(uri);
    return corpus && { corpus };
  }

  /** A corpus by its URI, however the client encodes that. */
  findAlike(uri: string): OpenCorpus | undefined {
    return this.list().find((corpus) => toComparable(corpus.uri) === toComparable(uri));
  }

  #findForVirtual({ corpus: uri, id }: VirtualArticle): Responsible | undefined {
    const corpus = this.findAlike(uri);
    return corpus && { corpus, articlePath: id, isVirtual: true };
  }

  /** The open corpus whose folder holds the file: the innermost. */
  #findHome(uri: string): OpenCorpus | undefined {
    return innermost(this.list(), (corpus) => corpus.uri, uri);
  }

  #findOfFolder(uri: string): OpenCorpus | undefined {
    const entry = innermost([...this.#ofFolder], ([folder]) => folder, uri);
    return entry && this.#open.get(entry[1]);
  }

  #findDefault(uri: string): OpenCorpus | undefined {
    const fallback = this.#fallback === undefined ? undefined : this.#open.get(this.#fallback);
    return fallback ?? (uri.startsWith('untitled:') ? this.list()[0] : undefined);
  }
}

function innermost<T>(places: readonly T[], toUri: (place: T) => string, uri: string): T | undefined {
  const around = places.filter((place) => findPathBelow(toUri(place), uri) !== undefined);
  return around.sort((a, b) => toUri(b).length - toUri(a).length)[0];
}
