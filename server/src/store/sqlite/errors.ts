/** The index file is damaged: the caller closes the store, calls `setAsideIndex`, opens anew and indexes again. */
export class IndexDamaged extends Error {
  override readonly name = 'IndexDamaged';
}

/** The disk (or the page limit) is full: nothing of the change was kept, and questions are answered as before. */
export class IndexFull extends Error {
  override readonly name = 'IndexFull';
}

/** Somebody else has held the file locked for longer than is waited; the same call may succeed later. */
export class IndexBusy extends Error {
  override readonly name = 'IndexBusy';
}

/** The file or its folder can only be read: nothing of the change was kept. */
export class IndexReadOnly extends Error {
  override readonly name = 'IndexReadOnly';
}

// Result codes of SQLite, https://www.sqlite.org/rescode.html; the low byte is the code, the rest tells more.
const BUSY = 5;
const LOCKED = 6;
const READONLY = 8;
const IOERR = 10;
const CORRUPT = 11;
const FULL = 13;
const CANTOPEN = 14;
const CONSTRAINT = 19;
const NOTADB = 26;

/** SQLite's error as one of ours where a caller can do something about it, else itself. */
export function toIndexError(error: unknown): unknown {
  const code = codeOf(error);
  if (code === undefined || !(error instanceof Error)) return error;
  const options = { cause: error };
  // Rows that contradict each other: no change that was made as a whole leaves such.
  if (code === CORRUPT || code === NOTADB || code === CONSTRAINT) return new IndexDamaged(error.message, options);
  if (code === FULL) return new IndexFull(error.message, options);
  if (code === BUSY || code === LOCKED) return new IndexBusy(error.message, options);
  if (code === READONLY || code === CANTOPEN) return new IndexReadOnly(error.message, options);
  // A read error of the disk says as much about the file as a wrong checksum would.
  return code === IOERR ? new IndexDamaged(error.message, options) : error;
}

/** The primary result code of an error of SQLite; undefined for other errors. */
function codeOf(error: unknown): number | undefined {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return undefined;
  return typeof error.errcode === 'number' ? error.errcode & 0xff : undefined;
}
