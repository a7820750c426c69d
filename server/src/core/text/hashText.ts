/**
 * A hash of a text as eleven digits and small letters: 53 bits, the same on every machine, for names and comparisons, not against attackers.
 * The algorithm is cyrb53 (bryc, public domain).
 */
export function hashText(text: string): string {
  return hashNumber(text).toString(36).padStart(11, '0');
}

/** The same hash as a number below 2^53. */
export function hashNumber(text: string): number {
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  const mixed = mix(low, high);
  const other = mix(high, mixed);
  return 0x100000000 * (other & 0x1fffff) + (mixed >>> 0);
}

function mix(a: number, b: number): number {
  return Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
}
