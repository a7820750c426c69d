import { findAscii } from './findAscii.js';

/** Start of a compound file: Word up to 2003, and the wrapping of newer office documents that have a password (MS-CFB 2.2). */
const COMPOUND = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Names in it are UTF-16. */
const ENCRYPTED = Array.from('EncryptedPackage').join('\0');

/** Whether the bytes are a file of Office 2003 or older, or an encrypted one. */
export function isOldOffice(bytes: Uint8Array): boolean {
  return COMPOUND.every((byte, i) => bytes[i] === byte);
}

/** Whether the bytes are an office document that needs a password (MS-OFFCRYPTO 2.3.4). */
export function isEncryptedOffice(bytes: Uint8Array): boolean {
  return isOldOffice(bytes) && findAscii(bytes, ENCRYPTED) !== -1;
}
