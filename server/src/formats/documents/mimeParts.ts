import { LIMITS } from './limits.js';

/** A part of a mail that is not divided further; offsets are bytes. */
export interface MimePart {
  readonly start: number;
  /** Behind the headers and the blank line. */
  readonly bodyStart: number;
  readonly end: number;
  /** `text/plain`, in lower case. */
  readonly type: string;
  /** Whether the headers say in which encoding the text is. */
  readonly hasCharset: boolean;
  readonly isAttachment: boolean;
  /** Of the decoded content, nearly. */
  readonly size: number;
}

/**
 * Lists the parts of a mail or web archive (MIME, RFC 2046) without decoding them. `text` has one character a byte. Parts beyond the limits of
 * number and depth are left out; whatever is broken is one part. Linear in the text's length for each level of nesting.
 */
export function listMimeParts(text: string): readonly MimePart[] {
  const parts: MimePart[] = [];
  addParts(parts, text, { start: 0, end: text.length }, 0);
  return parts;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const MAX_HEADERS = 65_536;

function addParts(parts: MimePart[], text: string, { start, end }: Stretch, depth: number): void {
  if (parts.length >= LIMITS.mailParts || depth > LIMITS.mailDepth) return;
  const head = text.slice(start, Math.min(end, start + MAX_HEADERS));
  const length = findHeadersEnd(head);
  const headers = head.slice(0, length).replace(/\r?\n[ \t]+/g, ' ');
  const type =
    /^content-type:\s{0,9}([\w.+-]{1,80}\/[\w.+-]{1,80})/im.exec(headers)?.[1]?.toLowerCase() ?? 'text/plain';
  const [, quoted, plain] =
    /^content-type:.*?;\s{0,9}boundary\s{0,9}=\s{0,9}(?:"([^"\n]{1,200})"|([^\s;"]{1,200}))/im.exec(headers) ?? [];
  const boundary = quoted ?? plain;
  const bodyStart = start + length;
  if (type.startsWith('multipart/') && boundary !== undefined) {
    for (const inner of listInner(text, { start: bodyStart, end }, boundary)) addParts(parts, text, inner, depth + 1);
    return;
  }
  const isPacked = /^content-transfer-encoding:\s{0,9}base64/im.test(headers);
  const size = Math.floor((end - bodyStart) * (isPacked ? 0.74 : 1));
  const isAttachment = /^content-disposition:\s{0,9}attachment/im.test(headers);
  const hasCharset = /^content-type:.*?;\s{0,9}charset\s{0,9}=\s{0,9}["']?[\w-]/im.test(headers);
  parts.push({ start, bodyStart, end, type, hasCharset, isAttachment, size });
}

/** Where the body starts: behind the first blank line, which may be the first line. */
function findHeadersEnd(head: string): number {
  const first = /^\r?\n/.exec(head)?.[0].length;
  if (first !== undefined) return first;
  const blank = /\n\r?\n/.exec(head);
  return blank ? blank.index + blank[0].length : head.length;
}

function* listInner(text: string, { start, end }: Stretch, boundary: string): Generator<Stretch> {
  // The body may start with the delimiter, so the line break before it is searched in.
  const body = text.slice(start - 1, end);
  const delimiter = `\n--${boundary}`;
  let open: number | undefined;
  let count = 0;
  for (let at = body.indexOf(delimiter); at !== -1; at = body.indexOf(delimiter, at + 1)) {
    const line = /^(--)?[ \t]{0,99}(?:\r?\n|\r?$)/.exec(body.slice(at + delimiter.length, at + delimiter.length + 110));
    if (!line) continue;
    if (open !== undefined) yield { start: start - 1 + open, end: start - 1 + at };
    open = line[1] === undefined ? at + delimiter.length + line[0].length : undefined;
    if (open === undefined || ++count > LIMITS.mailParts) return;
  }
  if (open !== undefined) yield { start: start - 1 + open, end };
}
