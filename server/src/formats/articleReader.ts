import { createUnreadable, type FormatOptions, type FormatReader, type LoadFormat, type ReadFile } from './format.js';
import { FORMATS } from './formats.js';

/**
 * Reads one file: `path` (corpus-relative, with `/`) becomes the article's id. A file that cannot be read gives no articles and a
 * problem; nothing throws, and the bytes stay as they are.
 */
export type ArticleReader = (path: string, bytes: Uint8Array) => Promise<ReadFile>;

/** A reader of all formats; those that have been used are kept. */
export function createArticleReader(options: FormatOptions): ArticleReader {
  const loaded = new Map<LoadFormat, Promise<FormatReader>>();
  const getReader = (load: LoadFormat): Promise<FormatReader> => {
    const reader = loaded.get(load) ?? load(options);
    loaded.set(load, reader);
    return reader;
  };
  return async (path, bytes) => {
    const format = findSignature(bytes) ?? extensionOf(path);
    const load = FORMATS.get(format);
    if (load === undefined) return createUnreadable(path, `the format .${format} is not supported`);
    try {
      return await (await getReader(load))({ path, bytes });
    } catch (error) {
      // Libraries throw on what they have never seen.
      return createUnreadable(path, error instanceof Error ? error.message : String(error));
    }
  };
}

/** Whether a file of this name is in a format that can be read. */
export function isReadable(path: string): boolean {
  return FORMATS.has(extensionOf(path));
}

const SIGNATURES: readonly (readonly [extension: string, signature: readonly number[]])[] = [
  // „%PDF-"
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
];

/** The format that a file says itself wins over its name: downloads often have a wrong one. */
function findSignature(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([, signature]) => signature.every((byte, i) => bytes[i] === byte))?.[0];
}

/** In lower case; of a packed web page (`.html.gz`) that of the page. Other packed files are no articles. */
function extensionOf(path: string): string {
  const name = path.toLowerCase().replace(/\.(html?)\.gz$/, '.$1');
  return /\.([^./\\]+)$/.exec(name)?.[1] ?? '';
}
