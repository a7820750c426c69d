// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  constructor(label: string, options?: { readonly fatal: boolean });
  decode(bytes: Uint8Array): string;
}
declare class TextEncoder {
  encode(text: string): Uint8Array;
}

/**
 * The text of bytes in the encoding that a server named, as UTF-8. Bytes that are UTF-8 stay as they are, because servers often name an
 * encoding that somebody once set for all files; so do those in an encoding that nobody knows.
 */
export function toUtf8(bytes: Uint8Array, charset: string): Uint8Array {
  const text = decodeAs('utf-8', bytes) === undefined ? decodeAs(charset, bytes) : undefined;
  return text === undefined ? bytes : new TextEncoder().encode(text);
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
