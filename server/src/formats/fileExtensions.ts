import { FORMATS } from './formats.js';
import { findFrontMatter } from './markdown.js';

/** Media types that a reader exists for, with the extension of their files. */
const EXTENSIONS: ReadonlyMap<string, string> = new Map([
  ['text/html', 'html'],
  ['application/xhtml+xml', 'xhtml'],
  ['text/plain', 'txt'],
  ['text/markdown', 'md'],
  ['application/pdf', 'pdf'],
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'docx'],
  ['application/vnd.oasis.opendocument.text', 'odt'],
  ['application/epub+zip', 'epub'],
  ['message/rfc822', 'eml'],
  ['multipart/related', 'mhtml'],
  ['application/x-mimearchive', 'mhtml'],
  ['application/rss+xml', 'rss'],
  ['application/atom+xml', 'atom'],
  ['application/xml', 'xml'],
  ['text/xml', 'xml'],
]);

/** What servers say of a file of which they know nothing. */
const ANY_TYPE = /^(?:application\/(?:octet-stream|force-download|x-download)|binary\/octet-stream|)$/;

/**
 * The extension for a media type (`text/html`, in lower case, without parameters); where the type says nothing, that of `path`, when it
 * is one that can be read. Undefined: no reader exists for it.
 */
export function findExtensionOfType(mediaType: string, path: string): string | undefined {
  return ANY_TYPE.test(mediaType) ? findExtensionOfName(path) : EXTENSIONS.get(mediaType);
}

/** The extension of a file's name in lower case, `html.gz` as one; undefined when such files cannot be read. */
export function findExtensionOfName(name: string): string | undefined {
  const [, extension = '', gz = ''] = /\.([^./\\]+?)(\.gz)?$/i.exec(name.toLowerCase()) ?? [];
  const isReadable = gz === '' ? FORMATS.has(extension) : extension === 'html' || extension === 'htm';
  return isReadable ? extension + gz : undefined;
}

/** As much as front matter may have. */
const SAMPLE = 16_384;

/** The extension of a format whose bytes are no text and say what they are; undefined for all others. */
export function findBinaryExtension(bytes: Uint8Array): string | undefined {
  const head = readAscii(bytes.subarray(0, 128));
  if (head.startsWith('%PDF-')) return 'pdf';
  if (head.startsWith('\x1f\x8b')) return 'html.gz';
  if (!head.startsWith('PK\x03\x04')) return undefined;
  // Both want their media type first in the archive, and not packed.
  if (head.includes('mimetypeapplication/epub+zip')) return 'epub';
  return head.includes('mimetypeapplication/vnd.oasis.opendocument.text') ? 'odt' : 'docx';
}

/** What a text without a name is, by its bytes: the source of a web page, Markdown (front matter, or a heading first), else plain text. */
export function guessTextExtension(bytes: Uint8Array): string {
  const head = readAscii(bytes.subarray(0, SAMPLE))
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart();
  if (
    /^(?:<\?xml[^>]{0,200}>\s{0,99})?(?:<!--(?:(?!-->)[\s\S]){0,2000}-->\s{0,99})?<(?:!doctype\s+html|html)[\s>]/i.test(
      head,
    )
  )
    return 'html';
  return findFrontMatter(head) !== undefined || /^#{1,6}[ \t]+\S/.test(head) ? 'md' : 'txt';
}

/** Every byte as a character: enough for syntax, which is ASCII in all encodings of texts. */
function readAscii(bytes: Uint8Array): string {
  return String.fromCharCode(...bytes);
}
