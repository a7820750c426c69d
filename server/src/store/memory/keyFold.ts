import type { ArticleId } from '../../core/article/article.js';
import { listBases, printKey, type SharedBase } from '../shared/citationKeys.js';
import type { ArticleDigest } from '../shared/digest.js';
import { compareText } from '../shared/takeBest.js';

/** All articles that claim one base. `shared` is worked out when somebody asks, and anew after a change. */
interface Claims {
  readonly articles: Set<ArticleDigest>;
  shared: SharedBase | undefined;
}

/** Tells which articles claim the same citation key, and forgets exactly. */
export class KeyFold {
  readonly #claims = new Map<string, Claims>();

  add(digest: ArticleDigest): void {
    const { base } = digest.key;
    const claims = this.#claims.get(base) ?? { articles: new Set(), shared: undefined };
    claims.articles.add(digest);
    claims.shared = undefined;
    this.#claims.set(base, claims);
  }

  remove(digest: ArticleDigest): void {
    const { base } = digest.key;
    const claims = this.#claims.get(base);
    if (claims === undefined) return;
    claims.articles.delete(digest);
    claims.shared = undefined;
    if (claims.articles.size === 0) this.#claims.delete(base);
  }

  getKey({ key: { base }, summary: { id } }: ArticleDigest): string {
    const claims = this.#claims.get(base);
    return claims === undefined ? base : printKey(id, base, share(claims));
  }

  find(key: string): ArticleDigest | undefined {
    const claims = listBases(key).flatMap((base) => [...(this.#claims.get(base)?.articles ?? [])]);
    return claims.find((digest) => this.getKey(digest) === key);
  }
}

function share(claims: Claims): SharedBase {
  claims.shared ??= createShared([...claims.articles]);
  return claims.shared;
}

function createShared(articles: readonly ArticleDigest[]): SharedBase {
  const [holder] = articles.flatMap(listStated).sort(compareText);
  return { count: articles.length, ...(holder !== undefined && { holder }) };
}

function listStated({ key, summary }: ArticleDigest): readonly ArticleId[] {
  return key.isStated ? [summary.id] : [];
}
