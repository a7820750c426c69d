import { isUnreadable, printMegabytes, type Unreadable } from './extracted.js';
import { LIMITS } from './limits.js';

// Part of every JavaScript platform, but not of the language's own library.
declare class TextDecoder {
  decode(bytes: Uint8Array): string;
}

/** An open archive. Names of entries are keys here and never paths of files. */
export interface ZipArchive {
  has(name: string): boolean;
  /** The inflated bytes of an entry; what is missing, broken, encrypted or inflates without measure is unreadable. */
  read(name: string): Uint8Array | Unreadable;
}

interface ZipEntry {
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly packedSize: number;
  /** Offset of the local header. */
  readonly offset: number;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const MAX_COMMENT = 65_535;
/** What is inflated at once: 16 kB give 16 MB at most. */
const PIECE = 16_384;

/**
 * Opens a zip archive: reads its central directory (PKWARE APPNOTE 4.3), inflates entries when they are asked for (fflate), and
 * bounds their number, sizes and ratio, whatever the directory claims. No Zip64, no spanned archives: they are beyond the bounds.
 */
export async function openZip(bytes: Uint8Array): Promise<ZipArchive | Unreadable> {
  const entries = readDirectory(bytes);
  if ('reason' in entries) return entries;
  const { Inflate } = await import('fflate');
  let budget: number = LIMITS.zipTotalBytes;
  return {
    has: (name) => entries.has(name),
    read: (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return { reason: `its part ${name} is missing` };
      const packed = findPacked(bytes, entry);
      if (isUnreadable(packed) || entry.method === 0) return packed;
      const inflated = inflateBounded(
        packed,
        Math.min(LIMITS.zipEntryBytes, budget),
        (onPiece) => new Inflate(onPiece),
      );
      if (!isUnreadable(inflated)) budget -= inflated.length;
      return inflated;
    },
  };
}

interface InflateStream {
  push(piece: Uint8Array, isLast: boolean): void;
}

/** The ratio says nothing of small entries. */
const MIN_BOMB = 1_000_000;

function inflateBounded(
  packed: Uint8Array,
  limit: number,
  open: (onPiece: (piece: Uint8Array) => void) => InflateStream,
): Uint8Array | Unreadable {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = open((piece) => {
    pieces.push(piece);
    size += piece.length;
  });
  try {
    for (let at = 0; at < packed.length; at += PIECE) {
      stream.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length);
      if (size > limit) return { reason: `it unpacks to more than ${printMegabytes(limit)}` };
      if (size > MIN_BOMB && size > packed.length * LIMITS.zipRatio)
        return { reason: 'it is packed beyond all measure' };
    }
  } catch {
    return { reason: 'the archive is broken' };
  }
  return concatenate(pieces, size);
}

function readDirectory(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> | Unreadable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findEnd(view);
  if (end === undefined) return { reason: 'the archive is broken or cut off' };
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.zipEntries) return { reason: `the archive has more than ${String(LIMITS.zipEntries)} entries` };
  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== CENTRAL) return { reason: 'the archive is broken' };
    const nameLength = view.getUint16(at + 28, true);
    const name = decodeName(bytes.subarray(at + 46, at + 46 + nameLength));
    if (!entries.has(name)) entries.set(name, readCentralEntry(view, at));
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | undefined {
  const lowest = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= lowest; at--) if (view.getUint32(at, true) === END) return at;
  return undefined;
}

function readCentralEntry(view: DataView, at: number): ZipEntry {
  return {
    method: view.getUint16(at + 10, true),
    isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
    packedSize: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  };
}

function findPacked(bytes: Uint8Array, { method, isEncrypted, offset, packedSize }: ZipEntry): Uint8Array | Unreadable {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (offset + 30 > bytes.length || view.getUint32(offset, true) !== LOCAL) return { reason: 'the archive is broken' };
  if (isEncrypted) return { reason: 'it is encrypted' };
  if (method !== 0 && method !== 8) return { reason: 'it is packed by an unknown method' };
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  return start + packedSize > bytes.length
    ? { reason: 'the archive is cut off' }
    : bytes.subarray(start, start + packedSize);
}

function decodeName(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}

function concatenate(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
