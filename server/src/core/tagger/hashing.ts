/**
 * 32-bit FNV-1a (Fowler, Noll, Vo) over the UTF-16 units of `text[from, to)`, started from `seed`: features of different templates get
 * different numbers for the same text.
 */
export function hashText(seed: number, text: string, from = 0, to = text.length): number {
  let hash = mix(0x811c9dc5, seed);
  for (let i = from; i < to; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return finish(hash);
}

/** Hash of two numbers under a template. */
export function hashPair(seed: number, a: number, b: number): number {
  return finish(mix(mix(mix(0x811c9dc5, seed), a), b));
}

function mix(hash: number, value: number): number {
  return Math.imul(hash ^ value, 0x01000193) ^ (value >>> 15);
}

/** The last steps of MurmurHash3 (A. Appleby, public domain): all bits depend on all. */
function finish(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
