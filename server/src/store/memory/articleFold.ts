import type { ArticleId } from '../../core/article/article.js';
import type { ArticleSummary, Page, PageRequest } from '../ports.js';
import type { ArticleDigest } from '../shared/digest.js';
import { KeyFold } from './keyFold.js';
import { LazyOrder } from './lazyOrder.js';
import { compareNewestDigest } from './newest.js';
import { cutPage, mapPage } from './page.js';
import type { StoryFold } from './storyFold.js';

/** The articles of the corpus, and what each is among the others: its story and its citation key. */
export class ArticleFold {
  readonly #articles = new Map<ArticleId, ArticleDigest>();
  readonly #newest = new LazyOrder<ArticleDigest>(compareNewestDigest);
  readonly #keys = new KeyFold();
  readonly #stories: StoryFold;

  constructor(stories: StoryFold) {
    this.#stories = stories;
  }

  get size(): number {
    return this.#articles.size;
  }

  add(digest: ArticleDigest): void {
    this.#articles.set(digest.summary.id, digest);
    this.#newest.add(digest);
    this.#keys.add(digest);
  }

  remove(digest: ArticleDigest): void {
    this.#articles.delete(digest.summary.id);
    this.#newest.delete(digest);
    this.#keys.remove(digest);
  }

  find(id: ArticleId): ArticleDigest | undefined {
    return this.#articles.get(id);
  }

  findByKey(citationKey: string): ArticleDigest | undefined {
    return this.#keys.find(citationKey);
  }

  /** Newest first, then by path; articles without a date come last. */
  list(): readonly ArticleDigest[] {
    return this.#newest.list();
  }

  page(request: PageRequest): Page<ArticleSummary> {
    const page = cutPage(this.list(), request, {
      compare: compareNewestDigest,
      findRow: (cursor) => this.#articles.get(cursor as ArticleId),
      cursorOf: ({ summary }) => summary.id,
    });
    return mapPage(page, this.summarise);
  }

  /** The other articles that print the same text, oldest first. */
  listCopies(id: ArticleId): readonly ArticleSummary[] {
    const digest = this.#articles.get(id);
    if (digest === undefined) return [];
    return this.#stories
      .listArticles(digest)
      .filter((each) => each !== digest)
      .map(this.summarise);
  }

  readonly summarise = (digest: ArticleDigest): ArticleSummary => ({
    ...digest.summary,
    story: this.#stories.getFirst(digest),
    copyCount: this.#stories.listArticles(digest).length - 1,
    citationKey: this.#keys.getKey(digest),
  });
}
