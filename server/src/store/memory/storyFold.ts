import type { ArticleId } from '../../core/article/article.js';
import { isSameText, listBands } from '../../core/duplicates/sameText.js';
import type { ArticleDigest } from '../shared/digest.js';
import { compareOldest } from './newest.js';

/** All articles with one fingerprint. Thousands of pages that say „please log in" are then one text to compare, not millions of pairs. */
interface Print {
  readonly fingerprint: readonly number[];
  readonly articles: Set<ArticleDigest>;
  /** Other prints of the same text. */
  readonly links: Set<Print>;
  story: Story;
}

/** Prints that are linked, over others if need be. */
interface Story {
  readonly prints: Set<Print>;
  /** The articles, oldest first; worked out when somebody asks, and anew after a change. */
  articles: readonly ArticleDigest[] | undefined;
}

/** Tells which articles print the same text, and forgets exactly. */
export class StoryFold {
  readonly #prints = new Map<string, Print>();
  readonly #printOf = new Map<ArticleDigest, Print>();
  readonly #bands = new Map<number, Set<Print>>();
  #revision = 0;

  /** Grows whenever an article's story may have become another one. */
  get revision(): number {
    return this.#revision;
  }

  add(digest: ArticleDigest): void {
    if (digest.fingerprint.length === 0) return;
    const print = this.#prints.get(keyOf(digest.fingerprint)) ?? this.#create(digest.fingerprint);
    print.articles.add(digest);
    this.#printOf.set(digest, print);
    this.#change(print.story);
  }

  remove(digest: ArticleDigest): void {
    const print = this.#printOf.get(digest);
    if (print === undefined) return;
    this.#printOf.delete(digest);
    print.articles.delete(digest);
    this.#change(print.story);
    if (print.articles.size === 0) this.#forget(print);
  }

  /** The first article that prints the text of this one: itself, where none does before it. */
  getFirst(digest: ArticleDigest): ArticleId {
    return this.listArticles(digest)[0]?.summary.id ?? digest.summary.id;
  }

  /** All articles that print this one's text, itself among them, oldest first. */
  listArticles(digest: ArticleDigest): readonly ArticleDigest[] {
    const story = this.#printOf.get(digest)?.story;
    if (story === undefined) return [digest];
    story.articles ??= [...story.prints].flatMap(({ articles }) => [...articles]).sort(compareOldest);
    return story.articles;
  }

  /** How many different texts these articles print. */
  count(digests: readonly ArticleDigest[]): number {
    return new Set(digests.map((digest) => this.getFirst(digest))).size;
  }

  #create(fingerprint: readonly number[]): Print {
    const story: Story = { prints: new Set(), articles: undefined };
    const print: Print = { fingerprint, articles: new Set(), links: new Set(), story };
    story.prints.add(print);
    for (const other of this.#listCandidates(fingerprint))
      if (isSameText(fingerprint, other.fingerprint)) link(print, other);
    this.#prints.set(keyOf(fingerprint), print);
    for (const band of listBands(fingerprint)) this.#bands.set(band, (this.#bands.get(band) ?? new Set()).add(print));
    return print;
  }

  #listCandidates(fingerprint: readonly number[]): ReadonlySet<Print> {
    return new Set(listBands(fingerprint).flatMap((band) => [...(this.#bands.get(band) ?? [])]));
  }

  #forget(print: Print): void {
    this.#prints.delete(keyOf(print.fingerprint));
    for (const band of listBands(print.fingerprint)) {
      const filed = this.#bands.get(band);
      filed?.delete(print);
      if (filed?.size === 0) this.#bands.delete(band);
    }
    for (const other of print.links) other.links.delete(print);
    print.story.prints.delete(print);
    // What hung on one other print at most held nothing together.
    if (print.links.size > 1) split(print.story, print.links);
  }

  #change(story: Story): void {
    story.articles = undefined;
    this.#revision += 1;
  }
}

function keyOf(fingerprint: readonly number[]): string {
  return fingerprint.join();
}

function link(print: Print, other: Print): void {
  print.links.add(other);
  other.links.add(print);
  if (print.story === other.story) return;
  const [large, small] =
    print.story.prints.size < other.story.prints.size ? [other.story, print.story] : [print.story, other.story];
  for (const each of small.prints) {
    large.prints.add(each);
    each.story = large;
  }
  large.articles = undefined;
}

/** Gives each part of a story that has lost a print a story of its own. */
function split(story: Story, ends: ReadonlySet<Print>): void {
  for (const end of ends) {
    if (end.story !== story) continue;
    const prints = collect(end);
    if (prints.size === story.prints.size) return;
    const part: Story = { prints, articles: undefined };
    for (const print of prints) {
      print.story = part;
      story.prints.delete(print);
    }
  }
}

/** The print and all that are linked with it, over others if need be. */
function collect(start: Print): Set<Print> {
  const found = new Set([start]);
  // A set gives what is added while it is walked, too.
  for (const print of found) for (const other of print.links) found.add(other);
  return found;
}
