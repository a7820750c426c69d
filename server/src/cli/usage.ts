/** What `--help` tells of a command; `options` are those that it takes. */
interface CommandHelp {
  readonly name: string;
  readonly arguments: string;
  readonly does: string;
  readonly options: readonly string[];
}

/** The commands in the order of the help. */
export const COMMAND_HELP: readonly CommandHelp[] = [
  {
    name: 'analyze',
    arguments: 'PATH… [--raw] [--corpus DIR]',
    does: 'print the facts of each article as JSON Lines (analysis format); folders are read recursively',
    options: ['raw', 'corpus'],
  },
  {
    name: 'add',
    arguments: 'FILE|URL|-… [--corpus DIR]',
    does: 'add an article to a corpus: clean Markdown with front matter, beside the untouched original; print its path',
    options: ['corpus'],
  },
  {
    name: 'index',
    arguments: '[DIR]',
    does: 'read and analyse a whole corpus, print its counts and what could not be read',
    options: ['corpus', 'json'],
  },
  {
    name: 'actors',
    arguments: '[DIR] [--json]',
    does: 'list the actors of a corpus, most mentioned first',
    options: ['corpus', 'json'],
  },
  {
    name: 'events',
    arguments: '[DIR] [--json]',
    does: 'list the events of a corpus, newest first',
    options: ['corpus', 'json'],
  },
  {
    name: 'search',
    arguments: 'QUERY… [--corpus DIR] [--limit N] [--format text|jsonl]',
    does: 'print the passages that hold words, "phrases" (quoted twice for the shell), sank*, actor:Name, event:Word, source:Outlet, date:2022-01..2022-03; AND, OR, NOT and parentheses join them (docs/search.md)',
    options: ['corpus', 'limit', 'format'],
  },
  {
    name: 'explain',
    arguments: 'FILE:LINE[:COLUMN] [--corpus DIR] [--format text|json]',
    does: 'print what is recognised in a line of an article or draft: for each name, event, date and quotation the rule, how certain it is, and who may be meant',
    options: ['corpus', 'format'],
  },
  {
    name: 'export',
    arguments: '[DIR] --format csl-json|bibtex [--output FILE]',
    does: 'print the articles of a corpus as a bibliography, newest first, with their citation keys',
    options: ['corpus', 'format', 'output'],
  },
];

const OPTION_HELP = `Options:
  --corpus DIR   the corpus folder (default: found from the current folder; a folder without corpus.yaml is one with defaults)
  --raw          analyze: everything but front matter is body, nothing is page furniture
  --json         print one JSON object a line instead of a table
  --limit N      search: at most so many passages (default: 100)
  --format NAME  export: csl-json or bibtex; search: text (path:line:column:passage) or jsonl; explain: text or json
  --output FILE  export: the file to write instead of standard output
  -h, --help     this help
  -v, --version  the version

Exit codes: 0 done, 1 some input could not be read (the rest is printed) or nothing was found (search), 2 wrong call or query.
`;

/** The help text: of one command when `name` is one, else of all. */
export function printUsage(name?: string): string {
  const chosen = COMMAND_HELP.filter((help) => help.name === name);
  const shown = chosen.length > 0 ? chosen : COMMAND_HELP;
  const lines = shown.map((help) => `  fundstelle ${help.name} ${help.arguments}\n      ${help.does}`);
  return `Usage:\n${lines.join('\n')}\n\n${OPTION_HELP}`;
}
