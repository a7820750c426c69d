import type { Problem } from '../../core/problem.js';
import type { CorpusStore, PageRequest } from '../../store/ports.js';
import type { AbortSignalLike, FoundPassages } from '../answers.js';
import type { SearchMessages } from '../messages/searching.js';
import { explainHit, explainQuery } from '../search/explainSearch.js';
import { isQueryProblem, parseQuery } from '../search/parseQuery.js';
import type { QueryProblem } from '../search/query.js';
import { resolveQuery } from '../search/resolveQuery.js';
import { splitQuery } from '../search/splitQuery.js';
import { readStoryPage } from '../search/storyPages.js';
import { listAlsoIn } from './copies.js';

export interface SearchRequest extends PageRequest {
  readonly signal?: AbortSignalLike;
}

interface Searching {
  readonly store: CorpusStore;
  readonly messages: SearchMessages;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** The passages that a query asks for, best first, with what was found in them; a query that cannot be followed is a problem. */
export async function searchPassages(
  text: string,
  { signal, ...request }: SearchRequest,
  { store, messages, pause }: Searching,
): Promise<FoundPassages> {
  const query = parseQuery(text);
  if (isQueryProblem(query)) return refuse(query, messages);
  const split = splitQuery(query);
  if (isQueryProblem(split)) return refuse(split, messages);
  const resolved = await resolveQuery(split, store);
  if (isQueryProblem(resolved)) return refuse(resolved, messages);
  // A hover that came meanwhile goes first, and who has typed on wants no answer any more.
  await pause();
  if (signal?.aborted) throw signal.reason;
  const page = await readStoryPage((wanted) => store.searchPassages({ ...resolved.query, ...wanted }), request);
  const rows = page.rows.map(async (hit) => ({
    ...hit,
    alsoIn: await listAlsoIn(store, hit.article),
    reason: explainHit(hit, messages),
  }));
  return { ...page, rows: await Promise.all(rows), reading: explainQuery(split, resolved, messages) };
}

const NOTHING: FoundPassages = { rows: [], total: 0, copies: 0, reading: '' };

function refuse(problem: QueryProblem, messages: SearchMessages): FoundPassages {
  return { ...NOTHING, problem: toProblem(problem, messages) };
}

function toProblem(problem: QueryProblem, messages: SearchMessages): Problem {
  const { fault, span } = problem;
  const isUnknown = fault === 'unknown-actor' || fault === 'unknown-event';
  return {
    path: 'query',
    span,
    severity: isUnknown ? 'warning' : 'error',
    code: `query-${fault}`,
    message: messages.explain(problem),
  };
}
