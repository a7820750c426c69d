import type { Email } from 'postal-mime';
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
    read: (part, extent) =>
      parse(bytes.subarray(part.start, extent === 'all' ? limitBody(text, part) : part.bodyStart)),
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
