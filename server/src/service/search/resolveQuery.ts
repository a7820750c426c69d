import type { ActorId } from '../../core/facts.js';
import type { Choice, CorpusStore, EventId, PassageQuery } from '../../store/ports.js';
import type { FieldTerm, QueryProblem } from './query.js';
import type { SplitQuery } from './splitQuery.js';

/** So many who are nearly called so are meant by a name that nobody bears. */
const MAX_ACTORS = 20;
/** The most told events that fit. */
const MAX_EVENTS = 100;

/** What a field is taken to mean, for people. */
export interface Meaning {
  readonly field: FieldTerm['field'];
  readonly names: readonly string[];
  readonly isUnwanted?: true;
}

/** A query with the actors and events of the corpus in place of their names. */
export interface ResolvedQuery {
  readonly query: Omit<PassageQuery, 'limit' | 'cursor'>;
  readonly meanings: readonly Meaning[];
}

/** Looks up whom and what the fields name. A name that several bear means any of them; one that nobody bears is a problem. */
export async function resolveQuery(split: SplitQuery, store: CorpusStore): Promise<ResolvedQuery | QueryProblem> {
  const actors: Choice<ActorId>[] = [];
  const events: Choice<EventId>[] = [];
  const sources: Choice<string>[] = [];
  const meanings: Meaning[] = [];
  for (const choice of split.choices) {
    const found = await Promise.all(choice.terms.map((term) => findMeant(term, store)));
    const nobody = choice.terms.find((_, i) => found[i]?.length === 0);
    if (nobody) return toProblem(nobody);
    const meant = found.flat();
    const isUnwanted = choice.isUnwanted && { isUnwanted: choice.isUnwanted };
    const field = choice.terms[0]?.field ?? 'source';
    meanings.push({ field, names: [...new Set(meant.map(({ name }) => name))], ...isUnwanted });
    const anyOf = meant.map(({ id }) => id);
    if (field === 'actor') actors.push({ anyOf: anyOf as ActorId[], ...isUnwanted });
    else if (field === 'event') events.push({ anyOf: anyOf as EventId[], ...isUnwanted });
    else sources.push({ anyOf, ...isUnwanted });
  }
  const { text, from, to } = split;
  const days = { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  return { query: { ...(text && { text }), ...days, actors, events, sources }, meanings };
}

interface Meant {
  readonly id: string;
  readonly name: string;
}

async function findMeant({ field, value, isPrefix }: FieldTerm, store: CorpusStore): Promise<readonly Meant[]> {
  if (field === 'source') return [{ id: value, name: value }];
  if (field === 'event')
    return (await store.completeEvents(value, MAX_EVENTS)).map(({ id, label }) => ({ id, name: label }));
  const bearers = isPrefix ? [] : await store.findActorsByAlias(value);
  if (bearers.length > 0) return bearers;
  return (await store.completeActors(value, MAX_ACTORS)).map(({ actor }) => actor);
}

function toProblem({ field, value, span }: FieldTerm): QueryProblem {
  return { fault: field === 'event' ? 'unknown-event' : 'unknown-actor', span, detail: value };
}
