/** Start of a compound file: Word up to 2003, and the wrapping of newer office documents that have a password (MS-CFB 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const ENCRYPTED_STREAM = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);

/** Whether the bytes are a file of Office 2003 or older, or an encrypted one. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return startsWith(bytes, 0, COMPOUND);
}

/** Whether the bytes are an office document that needs a password (MS-OFFCRYPTO 2.3.4). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  if (!isOldOffice(bytes)) return false;
  for (let at = bytes.indexOf(0x45); at !== -1; at = bytes.indexOf(0x45, at + 1)) {
    if (startsWith(bytes, at, ENCRYPTED_STREAM)) return true;
  }
  return false;
}

function startsWith(bytes: Uint8Array, at: number, start: readonly number[]): boolean {
  return start.every((byte, i) => bytes[at + i] === byte);
}
