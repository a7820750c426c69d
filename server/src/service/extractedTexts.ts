import type { ArticleId, ArticleInput, ExtractedInput } from '../core/article/article.js';
import { pathOf } from '../core/article/articleId.js';
import type { IndexerParts } from './indexer.js';

/** Going to source leads back and forth between few files; reading one again may take a second. */
const MAX_KEPT = 8;

interface KeptFile {
  readonly stamp: string;
  readonly articles: readonly ArticleInput[];
}

/** The texts of extracted articles. They are in no store: their files are read again when somebody looks at them. */
export class ExtractedTexts {
  readonly #parts: Pick<IndexerParts, 'store' | 'folder' | 'readArticles'>;
  readonly #kept = new Map<string, KeptFile>();

  constructor(parts: Pick<IndexerParts, 'store' | 'folder' | 'readArticles'>) {
    this.#parts = parts;
  }

  /** The article as its file now gives it; undefined when it is not in the store, not extracted, or its file is gone. */
  async find(id: ArticleId): Promise<ExtractedInput | undefined> {
    const { store, folder } = this.#parts;
    const path = pathOf(id);
    const known = await store.findArticle(id);
    if (known?.extracted !== true || !folder.includes(path)) return undefined;
    const found = (await this.#read(path)).find((article) => article.id === id);
    return found?.layout === 'extracted' ? found : undefined;
  }

  async #read(path: string): Promise<readonly ArticleInput[]> {
    const { folder, readArticles } = this.#parts;
    const file = await folder.read(path);
    if ('code' in file) return [];
    const kept = this.#kept.get(path);
    const articles = kept?.stamp === file.stamp ? kept.articles : (await readArticles(path, file.bytes)).articles;
    // Asked for last, forgotten last.
    this.#kept.delete(path);
    this.#kept.set(path, { stamp: file.stamp, articles });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
    return articles;
  }
}
