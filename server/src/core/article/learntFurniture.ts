import type { ArticleId } from './article.js';
import { type CountedLines, type LineKey, SKETCH } from './countedLines.js';

/** A line in so many articles of one outlet that differ is furniture. */
const REPEATS = 3;

const NO_LINES: ReadonlySet<LineKey> = new Set();

/**
 * Counts the lines of the articles of each outlet, to learn its furniture. A line in three articles or more is furniture, where versions
 * of one text (reprints, corrections, the same page saved twice) count once. What it knows depends on the articles alone, not on their
 * order: removing is exact, and rebuilding gives the same.
 */
export class LineCounts {
  readonly #articles = new Map<ArticleId, { readonly outlet: string; readonly lines: CountedLines }>();
  readonly #outlets = new Map<string, OutletLines>();

  /**
   * Counts an article, instead of what it was before, and gives the articles that must be read anew, since a line of theirs has become
   * furniture or is none any more; the article itself is among them when it has any furniture that is known. Ascending.
   */
  put(id: ArticleId, outlet: string, lines: CountedLines): readonly ArticleId[] {
    const changed = this.#forget(id);
    this.#articles.set(id, { outlet, lines });
    const counted = this.#outlets.get(outlet) ?? { holders: new Map(), repeated: new Set() };
    this.#outlets.set(outlet, counted);
    for (const key of lines.keys) addLine(counted, { key, id, sketch: lines.sketch }, changed);
    return toSorted(changed);
  }

  /** Forgets an article, and gives the articles that must be read anew. */
  remove(id: ArticleId): readonly ArticleId[] {
    return toSorted(this.#forget(id));
  }

  /** The lines that are furniture on the pages of an outlet: for `ArticleInput.repeated`. The set changes with the counts. */
  listRepeated(outlet: string): ReadonlySet<LineKey> {
    return this.#outlets.get(outlet)?.repeated ?? NO_LINES;
  }

  #forget(id: ArticleId): Set<ArticleId> {
    const changed = new Set<ArticleId>();
    const article = this.#articles.get(id);
    const counted = article && this.#outlets.get(article.outlet);
    if (!counted) return changed;
    this.#articles.delete(id);
    for (const key of article.lines.keys) removeLine(counted, { key, id, sketch: article.lines.sketch }, changed);
    changed.delete(id);
    if (counted.holders.size === 0) this.#outlets.delete(article.outlet);
    return changed;
  }
}

interface OutletLines {
  readonly holders: Map<LineKey, Holders>;
  readonly repeated: Set<LineKey>;
}

/** The articles that have a line, with their sketches. */
interface Holders {
  readonly articles: Map<ArticleId, readonly number[]>;
  /** How often each number of the sketches comes, by its place in them; only where enough articles have the line, which few lines reach. */
  tallies: readonly Map<number, number>[] | undefined;
}

interface Line {
  readonly key: LineKey;
  readonly id: ArticleId;
  readonly sketch: readonly number[];
}

function addLine({ holders, repeated }: OutletLines, { key, id, sketch }: Line, changed: Set<ArticleId>): void {
  const own: Holders = holders.get(key) ?? { articles: new Map(), tallies: undefined };
  holders.set(key, own);
  own.articles.set(id, sketch);
  if (own.tallies) tally(own.tallies, sketch, 1);
  else if (own.articles.size >= REPEATS) own.tallies = createTallies(own.articles.values());
  if (repeated.has(key)) changed.add(id);
  else if (isRepeated(own)) {
    repeated.add(key);
    for (const holder of own.articles.keys()) changed.add(holder);
  }
}

function removeLine({ holders, repeated }: OutletLines, { key, id, sketch }: Line, changed: Set<ArticleId>): void {
  const own = holders.get(key);
  if (own === undefined) return;
  own.articles.delete(id);
  if (own.articles.size === 0) holders.delete(key);
  if (own.articles.size < REPEATS) own.tallies = undefined;
  else if (own.tallies) tally(own.tallies, sketch, -1);
  if (!repeated.has(key) || isRepeated(own)) return;
  repeated.delete(key);
  for (const holder of own.articles.keys()) changed.add(holder);
}

function createTallies(sketches: Iterable<readonly number[]>): Holders['tallies'] {
  const tallies = Array.from({ length: SKETCH }, () => new Map<number, number>());
  for (const sketch of sketches) tally(tallies, sketch, 1);
  return tallies;
}

function tally(tallies: readonly Map<number, number>[], sketch: readonly number[], sign: 1 | -1): void {
  for (const [i, counts] of tallies.entries()) {
    const number = sketch[i] ?? 0;
    const count = (counts.get(number) ?? 0) + sign;
    if (count > 0) counts.set(number, count);
    else counts.delete(number);
  }
}

/** Versions of one text share most numbers of their sketches, so that at some place there are few different ones. */
function isRepeated({ tallies }: Holders): boolean {
  return tallies?.every(({ size }) => size >= REPEATS) ?? false;
}

function toSorted(ids: ReadonlySet<ArticleId>): readonly ArticleId[] {
  return [...ids].sort();
}
