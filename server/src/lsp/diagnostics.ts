import {
  type CancellationToken,
  type Connection,
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentDiagnosticReport,
  type PreviousResultId,
  type WorkspaceDocumentDiagnosticReport,
} from 'vscode-languageserver';
import type { Problem } from '../core/problem.js';
import type { Locale } from '../service/messages/messages.js';
import { printProblem } from '../service/messages/problems.js';
import { INDEX_PATH } from '../service/indexFaults.js';
import { findLineStarts, type LineStarts } from '../core/text/lines.js';
import type { ClientAbilities } from './clientAbilities.js';
import type { Corpora } from './corpora.js';
import { toRangeByLines } from './convert.js';
import { toComparable, toUri } from './uris.js';
import { guardQuietly, type Log } from './guard.js';
import type { OpenCorpus } from './host.js';

interface FileProblems {
  readonly uri: string;
  readonly items: Diagnostic[];
  /** The same for the same items, so that unchanged files are not sent again. */
  readonly resultId: string;
}

/** What a file has that has no problems. */
const NONE = { items: [], resultId: '0' };

export interface DiagnosticsOptions {
  readonly connection: Connection;
  readonly client: ClientAbilities;
  readonly corpora: Corpora;
  readonly locale: Locale;
  readonly log: Log;
}

/**
 * Problems of the corpus files, from one source for both ways to tell them: clients that pull are asked to pull again, to the
 * others they are pushed.
 */
export class Diagnostics {
  readonly #options: DiagnosticsOptions;
  /** By the comparable form of their URIs: clients encode differently. */
  #files: ReadonlyMap<string, FileProblems> = new Map();
  #revision = 0;
  #isClosed = false;
  readonly #waiting = new Set<() => void>();

  /** Problems may have changed: they are taken anew, and told where they differ. */
  readonly note: () => void;

  constructor(options: DiagnosticsOptions) {
    this.#options = options;
    this.note = guardQuietly('diagnostics', options.log, () => this.#update());
  }

  pullDocument(uri: string, previousResultId: string | undefined): DocumentDiagnosticReport {
    const { items, resultId } = this.#files.get(toComparable(uri)) ?? NONE;
    return previousResultId === resultId ? { kind: 'unchanged', resultId } : { kind: 'full', items, resultId };
  }

  /**
   * What differs from what the client has. Clients ask again at once, so an answer without news waits until there are some, or
   * until nobody wants it any more.
   */
  async pullWorkspace(
    previous: readonly PreviousResultId[],
    token: CancellationToken,
  ): Promise<WorkspaceDocumentDiagnosticReport[]> {
    let news = this.#listNews(previous);
    while (news.length === 0 && !token.isCancellationRequested && !this.#isClosed) {
      await this.#waitForChange(token);
      news = this.#listNews(previous);
    }
    return news;
  }

  /** Lets go of all who wait: the server shuts down. */
  close(): void {
    this.#isClosed = true;
    for (const wake of this.#waiting) wake();
  }

  #listNews(previous: readonly PreviousResultId[]): WorkspaceDocumentDiagnosticReport[] {
    const known = new Map(previous.map(({ uri, value }) => [toComparable(uri), value]));
    const gone = previous.filter(({ uri, value }) => value !== NONE.resultId && !this.#files.has(toComparable(uri)));
    const changed = [...this.#files].filter(([key, { resultId }]) => known.get(key) !== resultId);
    return [...changed.map(([, file]) => file), ...gone.map(({ uri }) => ({ uri, ...NONE }))].map((file) => ({
      kind: 'full',
      version: null,
      ...file,
    }));
  }

  #waitForChange(token: CancellationToken): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        this.#waiting.delete(wake);
        cancellation.dispose();
        resolve();
      };
      const cancellation = token.onCancellationRequested(wake);
      this.#waiting.add(wake);
    });
  }

  async #update(): Promise<void> {
    const revision = ++this.#revision;
    const found = await collect(this.#options.corpora.list(), this.#options.locale);
    // A later update has overtaken this one: it knows more.
    if (revision !== this.#revision) return;
    const before = this.#files;
    this.#files = new Map(found.map((file) => [toComparable(file.uri), this.#keepIfSame(file)]));
    const changed = [...this.#files].filter(([key, file]) => before.get(key) !== file).map(([, file]) => file);
    const gone = [...before].filter(([key]) => !this.#files.has(key)).map(([, { uri }]) => ({ uri, items: [] }));
    if (changed.length + gone.length > 0) await this.#tell([...changed, ...gone]);
  }

  #keepIfSame({ uri, items }: Omit<FileProblems, 'resultId'>): FileProblems {
    const before = this.#files.get(toComparable(uri));
    if (before !== undefined && JSON.stringify(before.items) === JSON.stringify(items)) return before;
    return { uri, items, resultId: String(this.#revision) };
  }

  async #tell(changed: readonly Pick<FileProblems, 'uri' | 'items'>[]): Promise<void> {
    const { client, connection } = this.#options;
    for (const wake of this.#waiting) wake();
    if (!client.pullsDiagnostics) {
      for (const { uri, items } of changed) await connection.sendDiagnostics({ uri, diagnostics: items });
    } else if (client.refreshesDiagnostics) await connection.languages.diagnostics.refresh();
  }
}

async function collect(
  corpora: readonly OpenCorpus[],
  locale: Locale,
): Promise<readonly Omit<FileProblems, 'resultId'>[]> {
  const files = corpora.flatMap((corpus) =>
    [...groupByPath(corpus.service.listProblems().filter(({ path }) => path !== INDEX_PATH))].map((entry) => ({
      corpus,
      entry,
    })),
  );
  return Promise.all(
    files.map(async ({ corpus, entry: [path, problems] }) => {
      const text = problems.some(({ span }) => span !== undefined) ? await corpus.findText(path) : undefined;
      const lineStarts = findLineStarts(text ?? '');
      return {
        uri: toUri(corpus.uri, path),
        items: problems.map((problem) => toDiagnostic(problem, lineStarts, locale)),
      };
    }),
  );
}

function groupByPath(problems: readonly Problem[]): ReadonlyMap<string, readonly Problem[]> {
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const group = groups.get(problem.path) ?? [];
    group.push(problem);
    groups.set(problem.path, group);
  }
  return groups;
}

function toDiagnostic(problem: Problem, lineStarts: LineStarts, locale: Locale): Diagnostic {
  const { span, severity, code } = problem;
  const message = printProblem(problem, locale);
  const range = toRangeByLines(lineStarts, span ?? { start: 0, end: 0 });
  return { range, severity: SEVERITIES[severity], code, source: 'fundstelle', message };
}

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
} as const;
