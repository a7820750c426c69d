import type { Actor, ActorId, Event } from '../../../core/facts.js';
import type { EventId } from '../../ports.js';
import { hashWord } from '../../../core/duplicates/hash.js';
import type { ActorShare, ArticleDigest, EventShare, PassageDigest, Place } from '../../shared/digest.js';
import type { Mark, RowActor, RowEvent, RowFacts, RowPassage, RowTelling } from '../rowFacts.js';
import type { TokenText } from '../tokens.js';
import type { Intern } from './intern.js';

/** What an article adds to the corpus, with the keys of rows in place of names. */
export function toRowFacts(digest: ArticleDigest, tokens: readonly TokenText[], intern: Intern): RowFacts {
  const marks = listMarks(digest);
  return {
    passages: digest.passages.map((passage, i) =>
      toRowPassage(passage, tokens[i]?.count ?? 0, marks.get(passage) ?? []),
    ),
    actors: digest.actors.map((share) => toRowActor(share, intern)),
    events: digest.events.map((share) => toRowEvent(share, intern)),
  };
}

/** Marks come in the order of the passage's actors and events where they start at one place: so it is read back. */
function listMarks({ actors, events }: ArticleDigest): ReadonlyMap<PassageDigest, Mark[]> {
  const marks = new Map<PassageDigest, Mark[]>();
  const add = ({ passage, start, end, form }: Place, index: number): void => {
    const own = marks.get(passage) ?? [];
    own.push({ start, end, index, ...(form !== undefined && { form }) });
    marks.set(passage, own);
  };
  for (const [index, { places }] of actors.entries()) for (const place of places) add(place, index);
  for (const [index, { places }] of events.entries()) for (const place of places) add(place, index);
  const ids = { actors: actors.map(({ actor }) => actor.id), events: events.map(({ id }) => id) };
  for (const [passage, own] of marks)
    own.sort((a, b) => a.start - b.start || rankIn(passage, a, ids) - rankIn(passage, b, ids));
  return marks;
}

function rankIn(
  passage: PassageDigest,
  { form, index }: Mark,
  ids: { readonly actors: readonly ActorId[]; readonly events: readonly EventId[] },
): number {
  if (form === undefined) return passage.events.indexOf(ids.events[index] as EventId);
  return passage.actors.indexOf(ids.actors[index] as ActorId);
}

function toRowPassage({ start, end, text }: PassageDigest, words: number, marks: readonly Mark[]): RowPassage {
  return { start, end, hash: hashWord(text), words, marks };
}

function toRowActor({ actor, aliases, offices }: ActorShare, intern: Intern): RowActor {
  const key = intern.actor(actor.id);
  const toAlias = (alias: string, count: number): { alias: number; count: number } => ({
    alias: intern.alias(key, alias),
    count,
  });
  const named = [...aliases].map(([alias, count]) => toAlias(alias, count));
  const name = toAlias(actor.name, 0);
  return {
    actor: key,
    ...lookOf(actor),
    name: name.alias,
    // An article that never spells the full name out has it all the same.
    aliases: aliases.has(actor.name) ? named : [...named, name],
    offices: offices.map(({ title, state = '', span: { start, end } }) => ({
      office: intern.office(title, state),
      start,
      end,
    })),
  };
}

function lookOf({ origin, kind, state = '' }: Actor): Pick<RowActor, 'origin' | 'kind' | 'state'> {
  return { origin, kind, state };
}

function toRowEvent({ id, tellings, names }: EventShare, intern: Intern): RowEvent {
  return { event: intern.event(id), tellings: tellings.map((event) => toRowTelling(event, intern)), names };
}

function toRowTelling({ index, label, type, status, date, place, participants }: Event, intern: Intern): RowTelling {
  return {
    index,
    label,
    type,
    status,
    participants: participants.map((each) => ({ ...each, actor: intern.actor(each.actor) })),
    ...(date !== undefined && { date }),
    ...(place !== undefined && {
      place: { name: place.name, ...(place.actor !== undefined && { actor: intern.actor(place.actor) }) },
    }),
  };
}
