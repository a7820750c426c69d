/** Offset of an ASCII text in bytes; -1 when it is not there. */
export function findAscii(bytes: Uint8Array, text: string): number {
  const codes = Array.from(text, (letter) => letter.charCodeAt(0));
  const first = codes[0] ?? 0;
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, i) => bytes[at + i] === code)) return at;
  }
  return -1;
}
