import { hashWord } from '../../../core/duplicates/hash.js';
import type { ArticleId } from '../../../core/article/article.js';
import type { Span } from '../../../core/text/span.js';
import type { Database } from '../database.js';
import { unpackText } from '../texts.js';

/** Texts of so many UTF-16 units are remembered: what is looked at once is looked at again. */
const MAX_KEPT = 4_000_000;

const READ = 'SELECT text FROM texts WHERE article = ?';

/** Where the text of articles is, and who wants to know that it has changed. */
export interface TextSource {
  readonly findText: (article: ArticleId) => Promise<string | undefined> | string | undefined;
  readonly onStale?: (article: ArticleId) => void;
}

/** A passage as the index knows it. */
export interface IndexedPassage extends Span {
  readonly article: number;
  readonly id: ArticleId;
  readonly hash: number;
}

/** Texts of passages: read from their articles, and given only when they are what was indexed. */
export class PassageTexts {
  readonly #database: Database;
  readonly #source: TextSource;
  readonly #kept = new Map<number, string>();
  #size = 0;

  constructor(database: Database, source: TextSource) {
    this.#database = database;
    this.#source = source;
  }

  /** The texts in the order of the passages; undefined for one that is not any more what was indexed. */
  async read(passages: readonly IndexedPassage[]): Promise<readonly (string | undefined)[]> {
    const wanted = new Map(passages.map(({ article, id }) => [article, id]));
    const texts = new Map<number, string>();
    const unread: Promise<void>[] = [];
    for (const [article, id] of wanted) {
      const text = this.#kept.get(article) ?? this.#find(article, id);
      if (typeof text === 'string') texts.set(article, text);
      else if (text !== undefined) unread.push(text.then((found) => void texts.set(article, found ?? '')));
    }
    await Promise.all(unread);
    const stale = new Map<number, ArticleId>();
    const read = passages.map(({ article, id, start, end, hash }) => {
      const text = texts.get(article)?.slice(start, end);
      if (text !== undefined && hashWord(text) === hash) return text;
      stale.set(article, id);
      return undefined;
    });
    for (const [article, text] of texts) if (!stale.has(article)) this.#keep(article, text);
    for (const id of stale.values()) this.#source.onStale?.(id);
    return read;
  }

  #find(article: number, id: ArticleId): Promise<string | undefined> | string | undefined {
    const stored = this.#database.get<{ text: Uint8Array }>(READ, article);
    return stored === undefined ? this.#source.findText(id) : unpackText(stored.text);
  }

  #keep(article: number, text: string): void {
    this.#drop(article);
    this.#kept.set(article, text);
    this.#size += text.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= MAX_KEPT) return;
      this.#drop(oldest);
    }
  }

  #drop(article: number): void {
    this.#size -= this.#kept.get(article)?.length ?? 0;
    this.#kept.delete(article);
  }
}
