import { listTrigrams } from '../shared/nearWords.js';
import type { Database } from './database.js';

/** Words of so many neighbouring keys share a row, with two bytes each: a row for each word would take ten times the room and the time. */
const BUCKET = 4096;

export const GRAM_STATEMENTS = {
  read: 'SELECT words FROM grams WHERE gram = ? AND bucket = ?',
  write: 'INSERT INTO grams (gram, bucket, words) VALUES (?1, ?2, ?3) ON CONFLICT DO UPDATE SET words = ?3',
  delete: 'DELETE FROM grams WHERE gram = ? AND bucket = ?',
  list: 'SELECT bucket, words FROM grams WHERE gram = ?',
} as const;

/** Which words hold which trigrams. */
export class Grams {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  add(key: number, word: string): void {
    this.#change(key, word, (known) => [...known, key % BUCKET]);
  }

  delete(key: number, word: string): void {
    this.#change(key, word, (known) => [...known].filter((place) => place !== key % BUCKET));
  }

  /** How many trigrams each word shares with this one, by the keys of the words: none beyond the end. */
  count(word: string): Uint8Array {
    const rows = [...listTrigrams(word)].flatMap((gram) =>
      this.#database.all<{ bucket: number; words: Uint8Array }>(GRAM_STATEMENTS.list, gram),
    );
    const last = rows.reduce((max, { bucket }) => Math.max(max, bucket), -1);
    const counts = new Uint8Array((last + 1) * BUCKET);
    for (const { bucket, words } of rows)
      for (const place of toPlaces(words)) {
        const key = bucket * BUCKET + place;
        counts[key] = (counts[key] ?? 0) + 1;
      }
    return counts;
  }

  #change(key: number, word: string, change: (known: Uint16Array) => readonly number[]): void {
    const bucket = Math.floor(key / BUCKET);
    for (const gram of listTrigrams(word)) {
      const known = this.#database.get<{ words: Uint8Array }>(GRAM_STATEMENTS.read, gram, bucket)?.words;
      const changed = Uint16Array.from(change(toPlaces(known ?? new Uint8Array())));
      if (changed.length === 0) this.#database.run(GRAM_STATEMENTS.delete, gram, bucket);
      else this.#database.run(GRAM_STATEMENTS.write, gram, bucket, new Uint8Array(changed.buffer));
    }
  }
}

/** Copied, because SQLite's bytes may begin anywhere. */
function toPlaces(bytes: Uint8Array): Uint16Array {
  return new Uint16Array(bytes.slice().buffer, 0, bytes.length >> 1);
}
