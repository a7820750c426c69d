import type { CancellationToken } from 'vscode-languageserver';
import type { Problem } from '../../core/problem.js';
import type { SearchAnswer } from '../../protocol/protocol.js';
import { toSignal } from '../guard.js';
import { toAnswer, toFoundRow } from '../rows.js';
import type { Shell } from '../shell.js';
import { findText, getCorpus, getPage, invalid } from './corpusHandlers.js';

/** The passages that a query asks for; what is wrong with a query is an answer too, for people who are still typing. */
export async function searchPassages(shell: Shell, params: unknown, token: CancellationToken): Promise<SearchAnswer> {
  const { uri, service } = await getCorpus(shell, params);
  const query = findText(params, 'query');
  if (query === undefined) throw invalid('“query” is needed');
  const found = await service.searchPassages(query, { ...getPage(params), signal: toSignal(token) });
  const { copies, reading, indexing, problem } = found;
  return {
    ...toAnswer(found, (row) => toFoundRow(uri, row)),
    copies,
    reading,
    ...(indexing && { indexing: { done: indexing.done, total: indexing.total } }),
    ...(problem && { problem: toProblem(problem) }),
  };
}

function toProblem({ message, code, span }: Problem): NonNullable<SearchAnswer['problem']> {
  return { message, code, span: [span?.start ?? 0, span?.end ?? 0] };
}
