import type { ArticleId } from '../../core/article/article.js';
import { pathOf } from '../../core/article/articleId.js';
import type { IndexedFile } from '../ports.js';
import { compareText } from '../shared/takeBest.js';

interface HeldFile {
  /** Undefined until the file was finished for the first time. */
  file: IndexedFile | undefined;
  /** The pass that put each of its articles. */
  readonly passes: Map<ArticleId, number>;
}

/** Which files were indexed, and which articles each has given. */
export class FileTable {
  readonly #files = new Map<string, HeldFile>();

  list(): readonly IndexedFile[] {
    return [...this.#files.values()].flatMap(({ file }) => file ?? []).sort((a, b) => compareText(a.path, b.path));
  }

  note(path: string, article: ArticleId, pass: number): void {
    this.#hold(path).passes.set(article, pass);
  }

  drop(article: ArticleId): void {
    const path = pathOf(article);
    const held = this.#files.get(path);
    held?.passes.delete(article);
    if (held?.passes.size === 0 && held.file === undefined) this.#files.delete(path);
  }

  /** Gives the articles of earlier passes. */
  finish(file: IndexedFile, pass: number): readonly ArticleId[] {
    const held = this.#hold(file.path);
    held.file = file;
    return [...held.passes].filter((each) => each[1] < pass).map(([id]) => id);
  }

  /** Gives the articles of the file. */
  forget(path: string): readonly ArticleId[] {
    const held = this.#files.get(path);
    this.#files.delete(path);
    return [...(held?.passes.keys() ?? [])];
  }

  /** The articles of a file with the pass of each. */
  listPasses(path: string): readonly (readonly [ArticleId, number])[] {
    return [...(this.#files.get(path)?.passes ?? [])];
  }

  find(path: string): IndexedFile | undefined {
    return this.#files.get(path)?.file;
  }

  #hold(path: string): HeldFile {
    const held = this.#files.get(path) ?? { file: undefined, passes: new Map<ArticleId, number>() };
    this.#files.set(path, held);
    return held;
  }
}
