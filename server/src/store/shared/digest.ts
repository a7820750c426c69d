import type { Article } from '../../core/article/article.js';
import type { Actor, ActorId, Event, Facts, Mention, MentionForm } from '../../core/facts.js';
import { contains, firstEndingAfter, type Span } from '../../core/text/span.js';
import type { ArticleSummary, EventId, OfficeEvidence } from '../ports.js';
import { claimKey, type KeyClaim } from './citationKeys.js';

/** What makes one article's event the same as another's: equal texts are one event. */
export type IdentifyEvent = (event: Event, article: Pick<Article, 'id'>) => string;

/** An article as its own facts sum it up; what depends on the other articles is added when it is shown. */
export type ArticleOutline = Omit<ArticleSummary, 'story' | 'copyCount' | 'citationKey'>;

/** An office as one article states it. */
export type StatedOffice = Omit<OfficeEvidence, 'article'> & { readonly article: ArticleOutline };

/** A passage with all that is mentioned in it. */
export interface PassageDigest extends Span {
  readonly text: string;
  readonly actors: readonly ActorId[];
  readonly events: readonly EventId[];
}

/** A mention or trigger, and the passage around it. */
export interface Place extends Span {
  readonly passage: PassageDigest;
  readonly form?: MentionForm;
}

/** What one article adds to an actor. */
export interface ActorShare {
  readonly actor: Actor;
  /** Ascending. */
  readonly places: readonly Place[];
  readonly passages: readonly PassageDigest[];
  /** Mentions by surface; weak references (adjectives) are no aliases. */
  readonly aliases: ReadonlyMap<string, number>;
  readonly offices: readonly StatedOffice[];
}

/** What one article adds to an event. */
export interface EventShare {
  readonly id: EventId;
  readonly tellings: readonly Event[];
  /** How the article names the participants. */
  readonly names: readonly string[];
  readonly places: readonly Place[];
  readonly passages: readonly PassageDigest[];
}

/** What one article adds to the corpus. The fold adds it and takes exactly this away again. */
export interface ArticleDigest {
  readonly summary: ArticleOutline;
  readonly key: KeyClaim;
  /** Of the article's text: what finds its copies. */
  readonly fingerprint: readonly number[];
  readonly passages: readonly PassageDigest[];
  readonly mentionCount: number;
  readonly actors: readonly ActorShare[];
  readonly events: readonly EventShare[];
}

/** The facts of an article as what they add to the corpus. What stands outside of every passage cannot be shown and is left out. */
export function digestFacts(facts: Facts, identify: IdentifyEvent): ArticleDigest {
  const mentions = groupBy(facts.mentions, (mention) => mention.actor);
  const told = groupBy(facts.events, (event) => identify(event, facts.article) as EventId);
  const passages = digestPassages(facts, told);
  const summary = summarise(facts.article, passages);
  const actors = facts.actors
    .map((actor) => digestActor(actor, mentions.get(actor.id) ?? [], { passages, summary }))
    .filter(isShown);
  const names = new Map(facts.actors.map((actor) => [actor.id, actor.name]));
  const events = [...told].map(([id, tellings]) => digestEvent(id, tellings, { passages, names })).filter(isShown);
  const mentionCount = actors.reduce((sum, share) => sum + share.places.length, 0);
  const { article, fingerprint } = facts;
  return { summary, key: claimKey(article), fingerprint, passages, mentionCount, actors, events };
}

function isShown(share: { readonly places: readonly Place[] }): boolean {
  return share.places.length > 0;
}

function summarise(article: Article, passages: readonly PassageDigest[]): ArticleOutline {
  const { id, title, date, source, authors, url, language, extracted, lineStarts } = article;
  return {
    id,
    language,
    extracted,
    lineStarts,
    ...(title !== undefined && { title }),
    ...(date !== undefined && { date }),
    ...(source !== undefined && { source }),
    ...(authors !== undefined && authors.length > 0 && { authors }),
    ...(url !== undefined && { url }),
    actorCount: new Set(passages.flatMap(({ actors }) => actors)).size,
    eventCount: new Set(passages.flatMap(({ events }) => events)).size,
  };
}

function digestPassages(facts: Facts, told: ReadonlyMap<EventId, readonly Event[]>): readonly PassageDigest[] {
  const known = new Set(facts.actors.map((actor) => actor.id));
  const drafts = facts.passages.map(({ start, end }) => ({
    start,
    end,
    text: facts.article.text.slice(start, end),
    actors: new Set<ActorId>(),
    events: new Set<EventId>(),
  }));
  for (const mention of facts.mentions)
    if (known.has(mention.actor)) findPassage(drafts, mention)?.actors.add(mention.actor);
  for (const [id, tellings] of told)
    for (const { triggers } of tellings) for (const trigger of triggers) findPassage(drafts, trigger)?.events.add(id);
  return drafts.map((draft) => ({ ...draft, actors: [...draft.actors], events: [...draft.events] }));
}

function digestActor(
  actor: Actor,
  mentions: readonly Mention[],
  { passages, summary }: { readonly passages: readonly PassageDigest[]; readonly summary: ArticleOutline },
): ActorShare {
  const places = listPlaces(mentions, passages);
  const aliases = new Map<string, number>();
  for (const mention of mentions) {
    if (mention.form === 'adjective' || !findPassage(passages, mention)) continue;
    const alias = mention.text.replace(/\s+/gu, ' ');
    aliases.set(alias, (aliases.get(alias) ?? 0) + 1);
  }
  const offices = actor.offices.map(({ title, state, evidence: { start, end } }) => ({
    title,
    ...(state !== undefined && { state }),
    article: summary,
    span: { start, end },
  }));
  return { actor, places, passages: listPassages(places), aliases, offices };
}

function digestEvent(
  id: EventId,
  tellings: readonly Event[],
  { passages, names }: { readonly passages: readonly PassageDigest[]; readonly names: ReadonlyMap<ActorId, string> },
): EventShare {
  const triggers = tellings.flatMap((event) => event.triggers);
  const places = listPlaces(triggers, passages);
  const actors = new Set(tellings.flatMap((event) => event.participants.map(({ actor }) => actor)));
  const shared = { names: [...actors].flatMap((actor) => names.get(actor) ?? []), passages: listPassages(places) };
  return { id, tellings, places, ...shared };
}

function listPlaces(
  marks: readonly (Span & { readonly form?: MentionForm })[],
  passages: readonly PassageDigest[],
): readonly Place[] {
  const places = marks.flatMap(({ start, end, form }): Place[] => {
    const passage = findPassage(passages, { start, end });
    return passage === undefined ? [] : [{ start, end, passage, ...(form !== undefined && { form }) }];
  });
  return places.sort((a, b) => a.start - b.start || a.end - b.end);
}

function listPassages(places: readonly Place[]): readonly PassageDigest[] {
  return [...new Set(places.map((place) => place.passage))];
}

function findPassage<T extends Span>(passages: readonly T[], mark: Span): T | undefined {
  const passage = passages[firstEndingAfter(passages, mark.start)];
  return passage && contains(passage, mark) ? passage : undefined;
}

function groupBy<T, K>(rows: readonly T[], keyOf: (row: T) => K): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return groups;
}
