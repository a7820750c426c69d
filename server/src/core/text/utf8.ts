/** How many bytes a character has in UTF-8 that starts with the byte `lead`; 1 also for bytes that start none. */
export function utf8Length(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2;
  if (lead >= 0xe0 && lead <= 0xef) return 3;
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 1;
}

/** Whether a byte goes on with a character of several bytes in UTF-8. */
export function isUtf8Continuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/**
 * Whether bytes that are no valid UTF-8 still are UTF-8 with single broken bytes: characters of several bytes that are whole are much
 * more frequent than broken ones. In other encodings next to none is whole. Linear in their number.
 */
export function isMostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) continue;
    const length = utf8Length(byte);
    let at = i + 1;
    while (at < i + length && isUtf8Continuation(bytes[at] ?? 0)) at++;
    const isWhole = length > 1 && at === i + length;
    if (isWhole) {
      whole++;
      i = at - 1;
    } else broken++;
  }
  return whole > 4 * broken;
}
