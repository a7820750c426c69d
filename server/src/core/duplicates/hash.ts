/** FNV-1a over UTF-16 code units: the same unsigned 32 bits for the same text on every machine; no secret. */
export function hashWord(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash >>> 0;
}

/** The finisher of MurmurHash3 (A. Appleby, public domain): every bit of the number changes half of the bits of the result. */
export function mixBits(number: number): number {
  let hash = number;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
