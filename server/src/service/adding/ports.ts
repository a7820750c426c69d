import type { Problem } from '../../core/problem.js';
import type { AbortSignalLike } from '../answers.js';

/** A file to be written; `path` is relative to the corpus folder, with `/`. A text becomes UTF-8. */
export interface NewFile {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Where new files of a corpus go. An implementation never leaves the corpus folder, and never overwrites. */
export interface CorpusWriter {
  /** Writes all files or none; `taken` when there is one of that name, a problem when they cannot be written. */
  create(files: readonly NewFile[]): Promise<'created' | 'taken' | Problem>;
}

/** A file that a writer chose, wherever it lies. */
export interface OutsideFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Its path in the corpus when it lies there. */
  readonly corpusPath?: string;
}

/** Files of this machine, named by path or `file:` URI; only a writer's own choice leads to one. */
export interface OutsideFiles {
  read(where: string): Promise<OutsideFile | Problem>;
}

/** Why a page was not fetched; `detail` is the host, number or type that the reason speaks of. */
export interface WebRefusal {
  readonly refused:
    | 'no-web-address'
    | 'credentials'
    | 'port'
    | 'closed-address'
    | 'too-many-redirects'
    | 'status'
    | 'content-type'
    | 'too-large'
    | 'too-slow'
    | 'unreachable';
  readonly detail: string;
}

/** What an address of the web gave. */
export interface WebPage {
  /** The address after all redirects. */
  readonly url: string;
  /** As the server has it, unpacked. */
  readonly bytes: Uint8Array;
  /** Of the format that the server calls it. */
  readonly extension: string;
  /** The encoding that the server names. */
  readonly charset?: string;
  /** The hosts that were asked, in this order: the first one is that of the address asked for. */
  readonly hosts: readonly string[];
}

/** The web, in the narrow way in which a writer may ask for one page. Rejects only with the reason of an aborted signal. */
export interface WebFetcher {
  fetch(address: string, signal?: AbortSignalLike): Promise<WebPage | WebRefusal>;
}
