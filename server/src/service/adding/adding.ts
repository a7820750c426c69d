import type { Span } from '../../core/text/span.js';
import type { AbortSignalLike } from '../answers.js';
import type { WebRefusal } from './ports.js';

/** What a writer wants to add: bytes without a name (clipboard, standard input), a file of this machine, or a page of the web. */
export type Offer =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly where: string }
  | { readonly kind: 'page'; readonly address: string };

/** An article that was added. */
export interface AddedArticle {
  /** Corpus-relative path of the new article, and of the untouched original beside it. */
  readonly path: string;
  readonly original: string;
  /** The text of the new file, and where its title stands in it. */
  readonly text: string;
  readonly title: Span;
  /** What the writer should know: other hosts that were asked, text that may be missing. */
  readonly notes: readonly string[];
}

/** Why nothing was added; `detail` is the file, host, number or reason that the sentence speaks of. */
export type Refusal = WebRefusal | FileRefusal;

interface FileRefusal {
  readonly refused:
    | 'unreadable'
    | 'empty'
    | 'many-articles'
    | 'in-corpus'
    | 'not-included'
    | 'unwritable'
    | 'file-too-large';
  readonly detail: string;
}

/** Adds an article to the corpus, and gives where it is, or in words why not. Rejects only when the signal is aborted. */
export type AddArticle = (
  offer: Offer,
  signal?: AbortSignalLike,
) => Promise<AddedArticle | { readonly refused: string }>;
