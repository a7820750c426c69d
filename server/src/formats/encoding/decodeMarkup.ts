import { decodeText } from './decodeText.js';

/** A browser looks for the declaration in the first kilobyte; saved pages have comments and scripts before it. */
const HEAD = 8_192;
const DECLARATION =
  /<meta\s[^>]{0,500}?charset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{2,40})|^\s{0,99}<\?xml\s[^>]{0,200}?encoding\s{0,9}=\s{0,9}["']([\w.:-]{2,40})/i;

/** Decodes the bytes of an HTML page or XML document, by the encoding that it declares where they leave a choice. Undefined: they are no text. */
export async function decodeMarkup(bytes: Uint8Array): Promise<string | undefined> {
  const { text } = await decodeText(bytes, findDeclaredEncoding(bytes));
  return text;
}

function findDeclaredEncoding(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, HEAD));
  const match = DECLARATION.exec(head);
  return match?.[1] ?? match?.[2];
}
