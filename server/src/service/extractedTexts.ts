import type { ArticleId, ExtractedInput } from '../core/article/article.js';
import { pathOf } from '../core/article/articleId.js';
import type { ArticleReader } from '../formats/articleReader.js';
import { isProblem } from '../formats/format.js';
import type { CorpusFolder } from './ports.js';

/** Going to source leads back and forth between few articles; reading a file again may take a second. */
const MAX_KEPT = 32;

interface KeptText {
  readonly hash: string;
  readonly input: ExtractedInput | undefined;
}

export interface ExtractedTextsParts {
  readonly folder: CorpusFolder;
  readonly readArticles: ArticleReader;
}

/** The texts of extracted articles. They are in no store: their files are read again when somebody looks at them. */
export class ExtractedTexts {
  readonly #parts: ExtractedTextsParts;
  readonly #kept = new Map<ArticleId, KeptText>();

  constructor(parts: ExtractedTextsParts) {
    this.#parts = parts;
  }

  /** The article as its file now gives it; undefined when it is not extracted, or its file is gone. */
  async find(id: ArticleId): Promise<ExtractedInput | undefined> {
    const { folder } = this.#parts;
    const path = pathOf(id);
    if (!folder.includes(path)) return undefined;
    const content = await folder.read(path);
    if ('code' in content) return undefined;
    const kept = this.#kept.get(id);
    const input = kept?.hash === content.hash ? kept.input : await this.#read(id, content.chunks);
    this.#keep(id, { hash: content.hash, input });
    return input;
  }

  async #read(id: ArticleId, chunks: Parameters<ArticleReader>[1]): Promise<ExtractedInput | undefined> {
    for await (const part of this.#parts.readArticles(pathOf(id), chunks))
      if (!isProblem(part) && part.id === id) return part.layout === 'extracted' ? part : undefined;
    return undefined;
  }

  #keep(id: ArticleId, kept: KeptText): void {
    // Asked for last, forgotten last.
    this.#kept.delete(id);
    this.#kept.set(id, kept);
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MAX_KEPT) break;
      this.#kept.delete(oldest);
    }
  }
}
