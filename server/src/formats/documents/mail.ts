import type { Email } from 'postal-mime';
import { findWesternByte } from '../../core/text/western.js';
import { concatenate } from '../concatenate.js';
import { decodeMarkup } from '../encoding/decodeMarkup.js';
import { decodeText } from '../encoding/decodeText.js';
import { LIMITS } from './limits.js';
import { listMimeParts, type MimePart } from './mimeParts.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string);
  decode(bytes: Uint8Array): string;
}

/** A mail whose parts are decoded when they are asked for. */
export interface Mail {
  /** Its headers, decoded. */
  readonly head: Email;
  readonly parts: readonly MimePart[];
  /** Decodes a part: its headers, and of its body as much as is allowed. */
  read(part: MimePart, extent: 'headers' | 'all'): Promise<Email>;
  /** Whether a part is longer than is read of it. */
  isCut(part: MimePart): boolean;
}

/**
 * Opens a mail. The parts are found here, and decoded by postal-mime one by one: it has all encodings, but takes quadratic time for some
 * mails of text and HTML, and decodes attachments that nobody reads. Throws where headers are larger than allowed.
 */
export async function openMail(bytes: Uint8Array): Promise<Mail> {
  const { default: PostalMime } = await import('postal-mime');
  const parse = (part: Uint8Array): Promise<Email> =>
    PostalMime.parse(part, { maxNestingDepth: 1, maxHeadersSize: LIMITS.mailHeaderBytes, maxRfc822NestingDepth: 0 });
  // One character a byte, so that offsets are the same.
  const text = new TextDecoder('windows-1252').decode(bytes);
  const headers = /^[^]*?(?=\n\r?\n|$)/.exec(text.slice(0, LIMITS.mailHeaderBytes))?.[0] ?? '';
  return {
    head: await parse(bytes.subarray(0, headers.length)),
    parts: listMimeParts(text),
    read: (part, extent) => {
      if (extent === 'headers') return parse(bytes.subarray(part.start, part.bodyStart));
      const end = limitBody(text, part);
      if (part.hasCharset) return parse(bytes.subarray(part.start, end));
      const headers = text.slice(part.start, part.bodyStart);
      return readUndeclared(parse, headers, bytes.subarray(part.bodyStart, end));
    },
    isCut: (part) => limitBody(text, part) < part.end,
  };
}

/** Where a part ends, or is cut: the library takes a body line by line, which is slow for bodies of short lines. */
function limitBody(text: string, { bodyStart, end }: MimePart): number {
  const limit = Math.min(end, bodyStart + LIMITS.mailTextBytes);
  let at = bodyStart;
  for (let lines = 0; lines < LIMITS.mailTextLines; lines++) {
    at = text.indexOf('\n', at) + 1;
    if (at === 0 || at >= limit) return limit;
  }
  return at;
}

type Parse = (part: Uint8Array) => Promise<Email>;

/**
 * Decodes a part that does not say its encoding: old mails, and pages that say it themselves. It is read as if every byte were a character,
 * which undoes the transfer encoding; the bytes are then decoded as those of a file are.
 */
async function readUndeclared(parse: Parse, headers: string, body: Uint8Array): Promise<Email> {
  const head = toBytes(declareBytes(headers));
  if (head === undefined) return parse(body);
  const mail = await parse(concatenate([head, body], head.length + body.length));
  const text = toBytes(mail.text ?? '');
  const html = toBytes(mail.html ?? '');
  return {
    ...mail,
    ...(text && mail.text !== undefined && { text: (await decodeText(text)).text ?? '' }),
    ...(html && mail.html !== undefined && { html: (await decodeMarkup(html)) ?? '' }),
  };
}

function declareBytes(headers: string): string {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ');
  const charset = '; charset=iso-8859-1';
  if (!/^content-type:/im.test(unfolded)) return `Content-Type: text/plain${charset}\r\n${unfolded}`;
  return unfolded.replace(/^(content-type:[^;\r\n]*)[^\r\n]*/im, `$1${charset}`);
}

/** Undefined when the text has characters that no byte stands for. */
function toBytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const byte = findWesternByte(text.charAt(i));
    if (byte === undefined) return undefined;
    bytes[i] = byte;
  }
  return bytes;
}
