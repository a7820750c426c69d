import { isUnresolved, type ActorId } from '../../core/facts.js';
import type { ActorDetail, ActorMatch, CorpusActor } from '../ports.js';
import type { ActorShare, ArticleDigest, StatedOffice } from '../shared/digest.js';
import { chooseLook, lookKeyOf, type LookTally } from '../shared/actorLook.js';
import { AliasIndex, type AliasEntry } from './aliasIndex.js';
import { listAliasCounts } from '../shared/aliasCounts.js';
import { LazyOrder } from './lazyOrder.js';
import { compareNewestDigest } from './newest.js';
import { OfficeFold } from './officeFold.js';
import type { StoryFold } from './storyFold.js';
import { Tally } from '../shared/tally.js';
import { compareText, takeBest } from '../shared/takeBest.js';

const MAX_NEIGHBOURS = 10;
const MAX_SHORT = 2;

/** An actor of the corpus: the sum of what all articles add to it. */
interface FoldedActor {
  readonly id: ActorId;
  readonly looks: LookTally;
  readonly years: Tally<string>;
  readonly neighbours: Tally<ActorId>;
  readonly offices: OfficeFold;
  readonly articles: LazyOrder<ArticleDigest>;
  mentionCount: number;
  passageCount: number;
  /** Worked out when it is asked for; a change clears it. */
  described: DescribedActor | undefined;
  /** The same with what changes when other articles do; good for one revision of the stories. */
  shown: { readonly actor: CorpusActor; readonly revision: number } | undefined;
}

/** An actor as the articles that name it describe it, whatever the others print. */
type DescribedActor = Omit<CorpusActor, 'storyCount'>;

/** An actor with its offices as articles state them: how the articles are shown is for the caller to say. */
export type FoldedDetail = Omit<ActorDetail, 'offices'> & { readonly offices: readonly StatedOffice[] };

/** Folds what articles say about actors, and takes it back exactly. */
export class ActorFold {
  readonly #actors = new Map<ActorId, FoldedActor>();
  readonly #ranking = new LazyOrder<FoldedActor>((a, b) => compareActors(describe(a), describe(b)));
  readonly #aliases = new AliasIndex();
  /** Answers for the first letters of a name, which fit a large part of all: kept until something changes. */
  readonly #shortCompletions = new Map<string, readonly ActorMatch[]>();
  readonly #stories: StoryFold;

  constructor(stories: StoryFold) {
    this.#stories = stories;
  }

  get size(): number {
    return this.#actors.size;
  }

  add(digest: ArticleDigest): void {
    this.#shortCompletions.clear();
    for (const share of digest.actors) {
      const actor = this.#actors.get(share.actor.id) ?? this.#create(share.actor.id);
      countShare(actor, share, digest, 1);
      for (const office of share.offices) actor.offices.add(office);
      actor.articles.add(digest);
      for (const [alias, count] of listNames(share)) this.#aliases.add(actor.id, alias, count);
      this.#rerank(actor);
    }
  }

  remove(digest: ArticleDigest): void {
    this.#shortCompletions.clear();
    for (const share of digest.actors) {
      const actor = this.#actors.get(share.actor.id);
      if (actor === undefined) continue;
      countShare(actor, share, digest, -1);
      for (const office of share.offices) actor.offices.remove(office);
      actor.articles.delete(digest);
      for (const [alias, count] of listNames(share)) this.#aliases.remove(actor.id, alias, count);
      if (actor.mentionCount > 0) this.#rerank(actor);
      else this.#forget(actor);
    }
  }

  find(id: ActorId): CorpusActor | undefined {
    const actor = this.#actors.get(id);
    return actor && this.#show(actor);
  }

  /** Most mentioned first, then by name. */
  list(): readonly CorpusActor[] {
    return this.#ranking.list().map((actor) => this.#show(actor));
  }

  /** The articles that name the actor, newest first. */
  listArticles(id: ActorId): readonly ArticleDigest[] {
    return this.#actors.get(id)?.articles.list() ?? [];
  }

  findDetail(id: ActorId): FoldedDetail | undefined {
    const actor = this.#actors.get(id);
    if (actor === undefined) return undefined;
    return {
      ...this.#show(actor),
      aliases: listAliasCounts(this.#aliases.listAliases(id)),
      offices: actor.offices.list(),
      years: [...actor.years.entries()]
        .map(([year, count]) => ({ year, count }))
        .sort((a, b) => compareText(a.year, b.year)),
      neighbours: this.#listNeighbours(actor),
    };
  }

  listByAlias(alias: string): readonly CorpusActor[] {
    return [...this.#aliases.findBearers(alias)]
      .flatMap(([id, count]) => this.#count(id, count))
      .sort((a, b) => compareResolved(a.actor, b.actor) || b.count - a.count || compareActors(a.actor, b.actor))
      .map(({ actor }) => actor);
  }

  complete(typed: string, limit: number): readonly ActorMatch[] {
    if (typed.trim() === '') return this.#listMostMentioned(limit);
    if (typed.length > MAX_SHORT) return this.#completeAnew(typed, limit);
    const key = `${String(limit)} ${typed}`;
    const known = this.#shortCompletions.get(key) ?? this.#completeAnew(typed, limit);
    this.#shortCompletions.set(key, known);
    return known;
  }

  #completeAnew(typed: string, limit: number): readonly ActorMatch[] {
    const found = this.#aliases.complete(typed);
    if (found.size > 0) return takeBest(this.#match(found.values()), limit, compareMatches);
    return this.#completeFuzzily(typed, limit);
  }

  #completeFuzzily(typed: string, limit: number): readonly ActorMatch[] {
    const near = this.#aliases
      .completeFuzzily(typed)
      .flatMap(({ entry, distance }) => [...this.#match([entry])].map((match) => ({ match, distance })));
    const best = takeBest(near, limit, (a, b) => a.distance - b.distance || compareMatches(a.match, b.match));
    return best.map(({ match }) => match);
  }

  *#match(entries: Iterable<AliasEntry>): Generator<ActorMatch> {
    for (const { actor: id, alias } of entries) {
      const actor = this.find(id);
      if (actor) yield { actor, alias };
    }
  }

  #listMostMentioned(limit: number): readonly ActorMatch[] {
    const actors = this.#ranking
      .list()
      .slice(0, limit)
      .map((actor) => this.#show(actor));
    return actors.map((actor) => ({ actor, alias: actor.name }));
  }

  #listNeighbours(actor: FoldedActor): ActorDetail['neighbours'] {
    const best = takeBest(actor.neighbours.entries(), MAX_NEIGHBOURS, (a, b) => b[1] - a[1] || compareText(a[0], b[0]));
    return best.flatMap(([id, count]) => this.#count(id, count));
  }

  #count(id: ActorId, count: number): readonly { actor: CorpusActor; count: number }[] {
    const actor = this.find(id);
    return actor ? [{ actor, count }] : [];
  }

  #show(folded: FoldedActor): CorpusActor {
    const { revision } = this.#stories;
    if (folded.shown?.revision !== revision) {
      const storyCount = this.#stories.count(folded.articles.list());
      folded.shown = { actor: { ...describe(folded), storyCount }, revision };
    }
    return folded.shown.actor;
  }

  #create(id: ActorId): FoldedActor {
    const actor = createActor(id);
    this.#actors.set(id, actor);
    this.#ranking.add(actor);
    return actor;
  }

  #forget(actor: FoldedActor): void {
    this.#actors.delete(actor.id);
    this.#ranking.delete(actor);
  }

  #rerank(actor: FoldedActor): void {
    actor.described = undefined;
    actor.shown = undefined;
    this.#ranking.delete(actor);
    this.#ranking.add(actor);
  }
}

/** Most mentioned first, then by name. */
export function compareActors(a: DescribedActor, b: DescribedActor): number {
  return b.mentionCount - a.mentionCount || compareText(a.name, b.name) || compareText(a.id, b.id);
}

function compareMatches(a: ActorMatch, b: ActorMatch): number {
  return compareResolved(a.actor, b.actor) || compareActors(a.actor, b.actor);
}

/** Actors with a full name come before bare surnames. */
function compareResolved(a: CorpusActor, b: CorpusActor): number {
  return Number(isUnresolved(a.id)) - Number(isUnresolved(b.id));
}

function createActor(id: ActorId): FoldedActor {
  return {
    id,
    looks: new Tally(),
    years: new Tally(),
    neighbours: new Tally(),
    offices: new OfficeFold(),
    articles: new LazyOrder(compareNewestDigest),
    mentionCount: 0,
    passageCount: 0,
    described: undefined,
    shown: undefined,
  };
}

function countShare(actor: FoldedActor, share: ActorShare, { summary }: ArticleDigest, sign: 1 | -1): void {
  actor.looks.add(lookKeyOf(share.actor), sign);
  actor.mentionCount += sign * share.places.length;
  actor.passageCount += sign * share.passages.length;
  if (summary.date !== undefined) actor.years.add(summary.date.slice(0, 4), sign * share.places.length);
  for (const passage of share.passages)
    for (const other of passage.actors) if (other !== actor.id) actor.neighbours.add(other, sign);
}

/** The surfaces of an actor in an article with their mentions, and its full name there even if no mention spells it out. */
function listNames({ actor, aliases }: ActorShare): ReadonlyMap<string, number> {
  return aliases.has(actor.name) ? aliases : new Map([...aliases, [actor.name, 0]]);
}

function describe(actor: FoldedActor): DescribedActor {
  actor.described ??= describeAnew(actor);
  return actor.described;
}

function describeAnew(actor: FoldedActor): DescribedActor {
  const articles = actor.articles.list();
  const firstDate = articles.findLast(({ summary }) => summary.date !== undefined)?.summary.date;
  const lastDate = articles[0]?.summary.date;
  return {
    id: actor.id,
    ...chooseLook(actor.looks),
    mentionCount: actor.mentionCount,
    passageCount: actor.passageCount,
    articleCount: articles.length,
    ...(firstDate !== undefined && { firstDate }),
    ...(lastDate !== undefined && { lastDate }),
  };
}
