import { listBands } from '../../../core/duplicates/sameText.js';
import { ByteReader, ByteWriter } from '../bytes.js';
import type { Database } from '../database.js';

/** Bands of all prints share so many buckets: a row for each band would take three times the room. */
const BUCKETS = 2 ** 18;

const READ = 'SELECT prints FROM bands WHERE bucket = ?';
const WRITE = 'INSERT INTO bands (bucket, prints) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET prints = ?2';
const DELETE = 'DELETE FROM bands WHERE bucket = ?';

/** Finds prints by their bands. Of two bands that differ, one in 2^25 is taken for the other: whoever asks compares the prints. */
export class Bands {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Files a print whose key is larger than all that were filed; gives those that are likely to have a band in common with it. */
  add(print: number, fingerprint: readonly number[]): ReadonlySet<number> {
    const found = new Set<number>();
    for (const band of new Set(listBands(fingerprint))) {
      const entries = this.#read(band);
      for (const entry of entries) if (entry.tag === tagOf(band)) found.add(entry.print);
      this.#database.run(WRITE, band % BUCKETS, packEntries([...entries, { tag: tagOf(band), print }]));
    }
    found.delete(print);
    return found;
  }

  delete(print: number, fingerprint: readonly number[]): void {
    for (const band of new Set(listBands(fingerprint))) {
      const kept = this.#read(band).filter((entry) => entry.print !== print || entry.tag !== tagOf(band));
      if (kept.length === 0) this.#database.run(DELETE, band % BUCKETS);
      else this.#database.run(WRITE, band % BUCKETS, packEntries(kept));
    }
  }

  #read(band: number): readonly Entry[] {
    const row = this.#database.get<{ prints: Uint8Array }>(READ, band % BUCKETS);
    return row === undefined ? [] : unpackEntries(row.prints);
  }
}

interface Entry {
  readonly tag: number;
  readonly print: number;
}

/** By ascending keys: their distances, with a byte of the band each. */
function packEntries(entries: readonly Entry[]): Uint8Array {
  const writer = new ByteWriter(16 + entries.length * 4);
  let last = 0;
  for (const { tag, print } of entries) {
    writer.number(tag).number(print - last);
    last = print;
  }
  return writer.finish();
}

function unpackEntries(bytes: Uint8Array): readonly Entry[] {
  const reader = new ByteReader(bytes);
  const entries: Entry[] = [];
  let print = 0;
  while (!reader.isAtEnd()) {
    const tag = reader.number();
    print += reader.number();
    entries.push({ tag, print });
  }
  return entries;
}

/** Bits that the bucket does not tell. */
function tagOf(band: number): number {
  return Math.floor(band / BUCKETS) % 128;
}
