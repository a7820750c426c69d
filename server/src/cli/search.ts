import { lineAt } from '../core/text/lines.js';
import type { Problem } from '../core/problem.js';
import type { CorpusService, FoundPassage } from '../service/answers.js';
import { toOneLine } from '../service/cards/oneLine.js';
import { type MarkedLine, toMarkedLine } from '../service/search/markedLine.js';
import { type CommandCall, EXIT } from './command.js';
import type { Console } from './console.js';
import { openCorpus } from './openCorpus.js';

const DEFAULT_LIMIT = 100;
const PAGE = 200;
const FORMATS: Readonly<Record<string, Format>> = { text: printText, jsonl: printJson };

type Format = (found: FoundPassage, console: Console) => string;

/** `fundstelle search`: the passages that a query asks for, best first. Gives 0 when there are any, 1 when there are none. */
export async function search(call: CommandCall, console: Console): Promise<number> {
  const { format: name = 'text', limit: most = String(DEFAULT_LIMIT) } = call;
  const format = Object.hasOwn(FORMATS, name) ? FORMATS[name] : undefined;
  if (format === undefined) return refuse('--format is text or jsonl', console);
  if (!/^[1-9]\d{0,8}$/.test(most)) return refuse('--limit is a whole number from 1', console);
  if (call.paths.length === 0) return refuse('say what to search for', console);
  const corpus = await openCorpus({ ...call, paths: [] }, console);
  if (corpus === undefined) return EXIT.usage;
  try {
    return await printFound(corpus, { query: call.paths.join(' '), limit: Number(most), format }, console);
  } finally {
    await corpus.close();
  }
}

async function refuse(reason: string, console: Console): Promise<number> {
  await console.complain(`fundstelle: ${reason}\n`);
  return EXIT.usage;
}

async function printFound(
  corpus: CorpusService,
  { query, limit, format }: { readonly query: string; readonly limit: number; readonly format: Format },
  console: Console,
): Promise<number> {
  let [printed, cursor]: [number, string | undefined] = [0, undefined];
  do {
    const request = { limit: Math.min(PAGE, limit - printed), ...(cursor !== undefined && { cursor }) };
    const page = await corpus.searchPassages(query, request);
    if (page.problem) return tell(page.problem, query, console);
    for (const row of page.rows) await console.write(`${format(row, console)}\n`);
    printed += page.rows.length;
    cursor = page.next;
    if (cursor !== undefined && printed >= limit)
      await console.complain(`fundstelle: ${String(printed)} of ${String(page.total)} passages; --limit N for more\n`);
  } while (cursor !== undefined && printed < limit);
  return printed > 0 ? EXIT.done : EXIT.findings;
}

/** What is wrong with the query, with a mark below the place. A name that nobody bears is no wrong call. */
async function tell({ message, span, severity }: Problem, query: string, console: Console): Promise<number> {
  const { start, end } = span ?? { start: 0, end: 0 };
  const place = `${' '.repeat(start)}${'^'.repeat(Math.max(1, end - start))}`;
  await console.complain(`fundstelle: ${toOneLine(message)}\n  ${query.replace(/\p{Cc}/gu, ' ')}\n  ${place}\n`);
  return severity === 'error' ? EXIT.usage : EXIT.findings;
}

/** `path:line:column:passage`, as search tools for programmers print it. */
function printText(found: FoundPassage, { hasColours }: Console): string {
  const { line, column } = findPlace(found);
  const path = toOneLine(found.article.id);
  const marked = toLine(found);
  if (!hasColours) return `${path}:${String(line)}:${String(column)}:${marked.text}`;
  return `${paint(path, '35')}:${paint(String(line), '32')}:${String(column)}:${paintMarks(marked)}`;
}

function printJson(found: FoundPassage): string {
  const { id: path, title, date, source, citationKey } = found.article;
  const { text, marks } = toLine(found);
  const matches = marks.map(({ start, end }) => [start, end]);
  const { alsoIn, reason } = found;
  return JSON.stringify({ path, ...findPlace(found), title, date, source, citationKey, text, matches, alsoIn, reason });
}

/** Counted from 1; of the first stretch that was found, or the start of the passage. */
function findPlace({ article: { lineStarts }, passage, matches }: FoundPassage): { line: number; column: number } {
  const { start } = matches[0] ?? passage;
  const line = lineAt(lineStarts, start);
  return { line: line + 1, column: start - (lineStarts[line] ?? 0) + 1 };
}

function toLine({ text, passage, matches }: FoundPassage): MarkedLine {
  return toMarkedLine(
    text,
    matches.map(({ start, end }) => ({ start: start - passage.start, end: end - passage.start })),
  );
}

function paintMarks({ text, marks }: MarkedLine): string {
  const pieces = marks.map(({ start, end }, i) => {
    return text.slice(marks[i - 1]?.end ?? 0, start) + paint(text.slice(start, end), '1;31');
  });
  return pieces.join('') + text.slice(marks.at(-1)?.end ?? 0);
}

function paint(text: string, colour: string): string {
  return `\u001b[${colour}m${text}\u001b[0m`;
}
