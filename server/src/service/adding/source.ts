import { findBinaryExtension, findExtensionOfName, guessTextExtension } from '../../formats/fileExtensions.js';
import { toUtf8 } from '../../formats/toUtf8.js';
import type { AbortSignalLike } from '../answers.js';
import type { AddingMessages } from '../messages/adding.js';
import type { CorpusFolder } from '../ports.js';
import type { Refusal } from './adding.js';
import type { OutsideFiles, WebFetcher } from './ports.js';

/** What an article is made from. */
export interface Source {
  /** As they came: these are kept. */
  readonly bytes: Uint8Array;
  /** The same, in an encoding that the readers find out by themselves. */
  readonly readable: Uint8Array;
  /** Of a format that can be read. */
  readonly extension: string;
  /** Where it was fetched. */
  readonly url?: string;
  readonly notes: readonly string[];
}

/** More is not read from a corpus either. */
const MAX_BYTES = 50 * 1024 * 1024;

/** Bytes without a name are what they look like; what is no known format is taken for text. */
export function nameSource(bytes: Uint8Array): Source | Refusal {
  if (bytes.length > MAX_BYTES) return { refused: 'file-too-large', detail: '50 MB' };
  const extension = findBinaryExtension(bytes) ?? guessTextExtension(bytes);
  return { bytes, readable: bytes, extension, notes: [] };
}

/** A file is what its name says, or what its bytes say when the name is none that can be read. */
export async function readSource(
  { files, folder }: { readonly files: OutsideFiles; readonly folder: Pick<CorpusFolder, 'includes'> },
  where: string,
): Promise<Source | Refusal> {
  const file = await files.read(where);
  if ('message' in file) return { refused: 'unreadable', detail: `${file.path} ${file.message}` };
  const { name, bytes, corpusPath } = file;
  if (corpusPath !== undefined && folder.includes(corpusPath)) return { refused: 'in-corpus', detail: corpusPath };
  const extension = findExtensionOfName(name);
  return extension === undefined ? nameSource(bytes) : { bytes, readable: bytes, extension, notes: [] };
}

/** A page is what its server calls it, unless its bytes say that they are no text. */
export async function fetchSource(
  { web, messages }: { readonly web: WebFetcher; readonly messages: AddingMessages },
  address: string,
  signal?: AbortSignalLike,
): Promise<Source | Refusal> {
  const page = await web.fetch(address, signal);
  if ('refused' in page) return page;
  const { bytes, charset, hosts, url } = page;
  const binary = findBinaryExtension(bytes);
  const others = [...new Set(hosts)].filter((host) => host !== hosts[0]);
  return {
    bytes,
    readable: binary === undefined && charset !== undefined ? toUtf8(bytes, charset) : bytes,
    extension: binary ?? page.extension,
    url,
    notes: others.length > 0 ? [messages.otherHosts(others)] : [],
  };
}
